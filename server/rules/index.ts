// Generated from the folders of server/rules by `npm run generate`. Do not edit.
import type { Rule } from '../core/engine/rule.ts';
import detached from './attribution/detached/rule.ts';
import attributionDoubled from './attribution/doubled/rule.ts';
import missing from './attribution/missing/rule.ts';
import unnamed from './attribution/unnamed/rule.ts';
import closedLate from './quotes/closed-late/rule.ts';
import quotesDoubled from './quotes/doubled/rule.ts';
import mixedPair from './quotes/mixed-pair/rule.ts';
import neverClosed from './quotes/never-closed/rule.ts';
import neverOpened from './quotes/never-opened/rule.ts';
import turned from './quotes/turned/rule.ts';
import importerMarker from './residue/importer-marker/rule.ts';
import sourceStub from './residue/source-stub/rule.ts';
import tweetSignature from './residue/tweet-signature/rule.ts';
import headlineRepeated from './structure/headline-repeated/rule.ts';

/** All rules, in the order of their ids. */
export const rules: readonly Rule[] = [
  detached,
  attributionDoubled,
  missing,
  unnamed,
  closedLate,
  quotesDoubled,
  mixedPair,
  neverClosed,
  neverOpened,
  turned,
  importerMarker,
  sourceStub,
  tweetSignature,
  headlineRepeated,
];

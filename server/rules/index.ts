// Generated from the folders of server/rules by `npm run generate`. Do not edit.
import type { Rule } from '../core/engine/rule.ts';
import detached from './attribution/detached/rule.ts';
import attributionDoubled from './attribution/doubled/rule.ts';
import missing from './attribution/missing/rule.ts';
import unnamed from './attribution/unnamed/rule.ts';
import closedLate from './quotes/closed-late/rule.ts';
import quotesDoubled from './quotes/doubled/rule.ts';
import mixedPair from './quotes/mixed-pair/rule.ts';
import nesting from './quotes/nesting/rule.ts';
import neverClosed from './quotes/never-closed/rule.ts';
import neverOpened from './quotes/never-opened/rule.ts';
import space from './quotes/space/rule.ts';
import style from './quotes/style/rule.ts';
import turned from './quotes/turned/rule.ts';
import advertisement from './residue/advertisement/rule.ts';
import boilerplate from './residue/boilerplate/rule.ts';
import credit from './residue/credit/rule.ts';
import embed from './residue/embed/rule.ts';
import feedFooter from './residue/feed-footer/rule.ts';
import importerMarker from './residue/importer-marker/rule.ts';
import inlineFooter from './residue/inline-footer/rule.ts';
import markup from './residue/markup/rule.ts';
import navigation from './residue/navigation/rule.ts';
import notice from './residue/notice/rule.ts';
import ownLine from './residue/own-line/rule.ts';
import placeholder from './residue/placeholder/rule.ts';
import publicationLine from './residue/publication-line/rule.ts';
import shortLink from './residue/short-link/rule.ts';
import shortcode from './residue/shortcode/rule.ts';
import sourceStub from './residue/source-stub/rule.ts';
import truncation from './residue/truncation/rule.ts';
import tweetSignature from './residue/tweet-signature/rule.ts';
import brokenSentence from './structure/broken-sentence/rule.ts';
import cutOff from './structure/cut-off/rule.ts';
import headlineOnly from './structure/headline-only/rule.ts';
import headlineRepeated from './structure/headline-repeated/rule.ts';
import otherLanguage from './structure/other-language/rule.ts';
import otherScript from './structure/other-script/rule.ts';
import paragraphRepeated from './structure/paragraph-repeated/rule.ts';
import strayStop from './structure/stray-stop/rule.ts';
import encoding from './text/encoding/rule.ts';
import invisible from './text/invisible/rule.ts';
import presentationForms from './text/presentation-forms/rule.ts';
import replacementCharacter from './text/replacement-character/rule.ts';
import tatweel from './text/tatweel/rule.ts';

/** All rules, in the order of their ids. */
export const rules: readonly Rule[] = [
  detached,
  attributionDoubled,
  missing,
  unnamed,
  closedLate,
  quotesDoubled,
  mixedPair,
  nesting,
  neverClosed,
  neverOpened,
  space,
  style,
  turned,
  advertisement,
  boilerplate,
  credit,
  embed,
  feedFooter,
  importerMarker,
  inlineFooter,
  markup,
  navigation,
  notice,
  ownLine,
  placeholder,
  publicationLine,
  shortLink,
  shortcode,
  sourceStub,
  truncation,
  tweetSignature,
  brokenSentence,
  cutOff,
  headlineOnly,
  headlineRepeated,
  otherLanguage,
  otherScript,
  paragraphRepeated,
  strayStop,
  encoding,
  invisible,
  presentationForms,
  replacementCharacter,
  tatweel,
];

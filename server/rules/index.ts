// Generated from the folders of server/rules by `npm run generate`. Do not edit.
import type { Rule } from '../core/engine/rule.ts';
import rule1 from './residue/importer-marker/rule.ts';
import rule2 from './residue/source-stub/rule.ts';
import rule3 from './structure/headline-repeated/rule.ts';

export const rules: readonly Rule[] = [rule1, rule2, rule3];

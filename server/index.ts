import type { Article } from './core/article.ts';
import { detectLanguage } from './core/parse/detect.ts';
import { parseArticle } from './core/parse/article.ts';
import { ParseMemory } from './core/parse/memory.ts';
import { readOwnPatterns } from './core/parse/own-patterns.ts';
import type { KnownResidue } from './core/parse/residue.ts';
import { ResidueTable } from './core/parse/residue-table.ts';
import { fixAll, type FixRequest, type FixResult } from './core/engine/fix.ts';
import type { Finding, Fix, Rule, RuleId } from './core/engine/rule.ts';
import { runRules } from './core/engine/run.ts';
import type { Settings } from './core/engine/settings.ts';
import { messageOf as messageOfRule, titleOf as titleOfRule, type Say } from './core/engine/words.ts';
import { neutralLanguage } from './core/parse/neutral.ts';
import { cldrPairs } from './languages/cldr.ts';
import { languageOf } from './languages/index.ts';
import { rules } from './rules/index.ts';

export type { Article, Quotation } from './core/article.ts';
export type { FixRequest, FixResult } from './core/engine/fix.ts';
export type { Finding, Fix, Rule, RuleId, Safety, Severity } from './core/engine/rule.ts';
export type { Settings } from './core/engine/settings.ts';
export type { Edit } from './core/text/edit.ts';
export type { Span } from './core/text/span.ts';
export { defaultSettings, overrideGlobs, resolveSettings } from './settings.ts';
export { preferredFix } from './core/engine/fix.ts';
export { applyEdits } from './core/text/edit.ts';
export { LineIndex } from './core/text/line-index.ts';
export { ParseMemory } from './core/parse/memory.ts';
export type { Say } from './core/engine/words.ts';
export { languages } from './languages/index.ts';
export { rules } from './rules/index.ts';

/** What there is to know of an article: its parts and what is wrong with it. */
export interface Analysis {
  readonly article: Article;
  readonly findings: readonly Finding[];
}

/** The rule that holds the user’s own patterns. */
const ownRule = 'residue/own-line';

const ruleById = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));
const residue = (): KnownResidue[] =>
  rules.flatMap((rule) => (rule.residue ?? []).map((pattern) => ({ rule: rule.id, pattern })));
const ownTables = new WeakMap<readonly string[], ResidueTable>();
let commonTable: ResidueTable | undefined;

/** The patterns of residue that hold under these settings, the user’s own before the others. */
function residueOf(settings: Settings): ResidueTable {
  const own = settings.rules.get(ownRule)?.options['patterns'];
  if (!Array.isArray(own) || own.length === 0) return (commonTable ??= new ResidueTable(residue()));
  const texts = own as readonly string[];
  let table = ownTables.get(texts);
  if (!table) {
    const patterns = readOwnPatterns(texts).map((pattern) => ({ rule: ownRule, pattern }));
    table = new ResidueTable([...patterns, ...residue()]);
    ownTables.set(texts, table);
  }
  return table;
}

/** Whether a pattern knows a line by its words, wherever it would be believed. */
export function isKnownResidue(line: string, settings: Settings): boolean {
  return residueOf(settings).know(line).matches.length > 0;
}

/** The rule of an id. @throws Error for an id that no rule has. */
export function ruleOf(id: string): Rule {
  const rule = ruleById.get(id);
  if (!rule) throw new Error(`There is no rule “${id}”.`);
  return rule;
}

/** The sentence that tells a person what a finding, or a place related to it, is. */
export function messageOf(finding: Finding, message: string = finding.message, say?: Say): string {
  return messageOfRule(ruleOf(finding.rule), { message, data: finding.data }, say);
}

/** What a fix does, as a menu entry. */
export function titleOf(finding: Finding, fix: Fix, say?: Say): string {
  return titleOfRule(ruleOf(finding.rule), fix, say);
}

/** A memory for one article, to be given to `analyse` each time its text has changed. */
export function createMemory(): ParseMemory {
  return new ParseMemory();
}

/** The parts of an article and what the settings' rules find in it. `memory` makes the next time cheaper. */
export function analyse(text: string, settings: Settings, memory = createMemory()): Analysis {
  const tag = settings.language === 'auto' ? detectLanguage(text) : settings.language;
  const language = languageOf(tag) ?? neutralLanguage(tag, cldrPairs(tag));
  const article = parseArticle(text, language, residueOf(settings), memory);
  return { article, findings: runRules(rules, article, language, settings, memory) };
}

/** Makes the requested fixes until none is left to make; fixing the result again changes nothing. */
export function fix(text: string, settings: Settings, request: FixRequest): FixResult {
  return fixAll(text, (current) => analyse(current, settings).findings, request);
}

/** The rules' ids, for choosing among them. */
export const ruleIds: readonly RuleId[] = rules.map((rule) => rule.id);

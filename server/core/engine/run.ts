import type { Article } from '../article.ts';
import type { LanguageData } from '../language.ts';
import type { ParseMemory } from '../parse/memory.ts';
import type { Finding, Report, Rule } from './rule.ts';
import type { Settings } from './settings.ts';

/** What the rules find in an article, in the order of the text. */
export function runRules(
  rules: readonly Rule[],
  article: Article,
  language: LanguageData,
  settings: Settings,
  memory: ParseMemory,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const setting = settings.rules.get(rule.id);
    if (!setting || setting.severity === 'off') continue;
    const { severity } = setting;
    const report = (found: Report): void => {
      findings.push({
        start: found.start,
        end: found.end,
        rule: rule.id,
        severity: found.severity ?? severity,
        message: found.message,
        data: found.data ?? {},
        related: found.related ?? [],
        fixes: (found.fixes ?? []).map((fix) => ({ ...fix, data: fix.data ?? {} })),
      });
    };
    const number = memory.numberOf(`${rule.id} ${language.language}`);
    const ofParagraph = <T>(index: number, read: (words: string) => T): T => {
      const line = memory.lineAt(index);
      if (!line) throw new RangeError(`The article has no paragraph ${String(index)}.`);
      return line.note(number, read);
    };
    rule.check({ article, language, options: setting.options, ofParagraph, report });
  }
  return findings.sort(
    (one, other) => one.start - other.start || one.end - other.end || one.rule.localeCompare(other.rule),
  );
}

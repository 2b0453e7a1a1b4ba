import type { Rule, Safety } from '../../server/core/engine/rule.ts';

/** What each safety means to somebody who decides whether to let a fix be made. */
const safetyWords: Readonly<Record<Safety, string>> = {
  safe: 'safe',
  review: 'to review',
  choice: 'to choose',
};

/** What a rule's fixes are, in a word or two. */
export function fixWords(rule: Rule): string {
  return rule.fixes.length === 0 ? 'none' : rule.fixes.map((safety) => safetyWords[safety]).join(', ');
}

/** The README's table of all rules. */
export function rulesTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](server/rules/${rule.id}/README.md) | ${cell(rule.summary)} | ${rule.severity} | ${fixWords(rule)} |`,
  );
  return ['| Rule | Finds | Severity | Fixes |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** A text as one cell of a Markdown table. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

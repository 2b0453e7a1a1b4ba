import type { Finding, Fix, MessageData, Rule } from './rule.ts';

/** Puts a sentence with its `{names}` filled into the language of whoever reads it. */
export type Say = (english: string, data?: MessageData) => string;

/** English, in which the sentences stand with the rules. */
export const inEnglish: Say = (english, data = {}) => fill(english, data);

/** The template with each `{name}` replaced by its value. */
function fill(template: string, data: MessageData): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
}

function template(rule: Rule, kind: 'messages' | 'titles', id: string): string {
  const found = rule[kind][id];
  if (found === undefined) throw new Error(`${rule.id} has no ${kind} entry “${id}”.`);
  return found;
}

/** The sentence that tells a person what a finding is. */
export function messageOf(
  rule: Rule,
  finding: Pick<Finding, 'message' | 'data'>,
  say: Say = inEnglish,
): string {
  return say(template(rule, 'messages', finding.message), finding.data);
}

/** What a fix does, as a menu entry. */
export function titleOf(rule: Rule, fix: Pick<Fix, 'title' | 'data'>, say: Say = inEnglish): string {
  return say(template(rule, 'titles', fix.title), fix.data);
}

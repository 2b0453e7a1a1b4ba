import type { Finding, Fix, MessageData, Rule } from './rule.ts';

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
export function messageOf(rule: Rule, finding: Pick<Finding, 'message' | 'data'>): string {
  return fill(template(rule, 'messages', finding.message), finding.data);
}

/** What a fix does, as a menu entry. */
export function titleOf(rule: Rule, fix: Pick<Fix, 'title' | 'data'>): string {
  return fill(template(rule, 'titles', fix.title), fix.data);
}

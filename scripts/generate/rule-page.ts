import type { OptionSchema, Rule } from '../../server/core/engine/rule.ts';
import { formatted, withPart } from './output.ts';
import { cell, fixWords } from './rules-table.ts';

/** A rule's page with its generated parts brought up to date: its head, and the table of its options. */
export async function rulePage(root: string, rule: Rule, text: string): Promise<string> {
  const path = `server/rules/${rule.id}/README.md`;
  const headed = withPart(text, 'head', await formatted(root, path, head(rule)));
  return withPart(headed, 'options', await formatted(root, path, options(rule)));
}

/** What the marks in the examples mean, which are those of the rules' cases. */
const notation =
  '_In the examples ⟦ and ⟧ enclose what is found, ⦅ and ⦆ what belongs with it; “Finds” is there for the tests._';

function head(rule: Rule): string {
  return [
    `# ${rule.id}`,
    `Severity: ${rule.severity} · Fixes: ${fixWords(rule)}`,
    '## What it finds',
    rule.summary,
    'It says:',
    Object.values(rule.messages)
      .map((message) => `- ${message.replace(/\{\w+\}/g, '…')}`)
      .join('\n'),
    '## Why it matters',
    rule.why,
    notation,
  ].join('\n\n');
}

function options(rule: Rule): string {
  const entries = Object.entries(rule.options ?? {});
  if (entries.length === 0) return 'None but its severity.';
  const rows = entries.map(
    ([name, schema]) => `| \`${name}\` | ${kind(schema)} | ${value(schema)} | ${cell(schema.description)} |`,
  );
  return ['| Option | Value | Default | What it does |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function kind({ type, minimum, maximum, enum: choices }: OptionSchema): string {
  if (choices) return choices.map((choice) => `\`${choice}\``).join(', ');
  if (type === 'array') return 'list of texts';
  if (type !== 'integer') return type === 'string' ? 'text' : 'true or false';
  const range = [
    minimum === undefined ? '' : `from ${String(minimum)}`,
    maximum === undefined ? '' : `to ${String(maximum)}`,
  ];
  return ['whole number', ...range].filter((part) => part !== '').join(' ');
}

function value(schema: OptionSchema): string {
  return `\`${cell(JSON.stringify(schema.default))}\``;
}

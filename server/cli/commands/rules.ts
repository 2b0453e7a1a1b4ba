import { Option, type Command } from 'commander';
import { rules, type Rule } from '../../index.ts';
import { styleOf } from '../output.ts';
import { coloursOf } from '../report/colours.ts';
import { jsonOf } from '../report/visible.ts';
import type { Session } from '../session.ts';

const examples = `
Examples:
  copydesk rules                     each rule in two lines
  copydesk rules --format json       the same for programs, with the rules’ options`;

/** `copydesk rules`: what is looked for. */
export function addRules(program: Command, session: Session): void {
  program
    .command('rules')
    .summary('list the rules')
    .description(
      'Lists the rules: what each finds, how grave that is unless configured, and which fixes it offers.',
    )
    .addOption(
      new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']),
    )
    .addHelpText('after', examples)
    .action(async ({ format }: { format?: 'text' | 'json' }) => {
      const text =
        format === 'json'
          ? `${jsonOf(rules.map(objectOf))}\n`
          : rules.map((rule) => entryOf(rule, session)).join('\n');
      await session.out.write(text);
    });
}

function objectOf({ id, summary, why, severity, fixes, options = {} }: Rule): unknown {
  return { id, summary, why, severity, fixes, options };
}

function entryOf(rule: Rule, session: Session): string {
  const colours = coloursOf(styleOf(session.out).colour);
  return `${colours.bold(rule.id)}  ${colours.dim(factsOf(rule))}\n  ${rule.summary}\n`;
}

/** A rule's severity and fixes in a few words. */
export function factsOf({ severity, fixes }: Rule): string {
  const offered = { safe: 'safe', review: 'to review', choice: 'to choose from' };
  const words = fixes.map((safety) => offered[safety]);
  return `${severity}, ${words.length > 0 ? `fixes: ${words.join(', ')}` : 'no fix'}`;
}

import type { Command } from 'commander';
import { ruleOf, type Rule } from '../../index.ts';
import { styleOf } from '../output.ts';
import { coloursOf } from '../report/colours.ts';
import type { Session } from '../session.ts';
import { ruleIdOf } from './options.ts';
import { factsOf } from './rules.ts';

const examples = `
Examples:
  copydesk explain quotes/turned
  copydesk explain turned           the family may be left out

Exit code: 0 done; 2 there is no such rule.`;

/** `copydesk explain`: a rule in full. */
export function addExplain(program: Command, session: Session): void {
  program
    .command('explain')
    .summary('explain a rule')
    .description('Explains a rule: what it finds, why it matters, what it says, and its options.')
    .argument('<rule>', 'the rule’s id, such as residue/importer-marker', ruleIdOf)
    .addHelpText('after', examples)
    .action(async (id: string) => {
      await session.out.write(explained(ruleOf(id), session));
    });
}

function explained(rule: Rule, session: Session): string {
  const { bold, dim } = coloursOf(styleOf(session.out).colour);
  const messages = Object.values(rule.messages).map((message) => `  ${message.replace(/\{\w+\}/gu, '…')}`);
  const options = Object.entries(rule.options ?? {}).map(
    ([name, option]) =>
      `  ${name} (${option.type}, ${JSON.stringify(option.default)} unless given): ${option.description}`,
  );
  const configured = JSON.stringify({ rules: { [rule.id]: 'off' } });
  return [
    `${bold(rule.id)}  ${dim(factsOf(rule))}`,
    '',
    rule.summary,
    rule.why,
    '',
    bold('It says'),
    ...messages,
    '',
    ...(options.length > 0 ? [bold('Options'), ...options, ''] : []),
    bold('To turn it off'),
    `  in copydesk.json: ${configured}`,
    '',
  ].join('\n');
}

import { Command, CommanderError } from 'commander';
import { addBaseline } from './commands/baseline.ts';
import { addCheck } from './commands/check.ts';
import { addCompletion } from './commands/completion.ts';
import { addExplain } from './commands/explain.ts';
import { addFix } from './commands/fix.ts';
import { addInit } from './commands/init.ts';
import { addKeep } from './commands/keep.ts';
import { addMine } from './commands/mine.ts';
import { addLsp } from './commands/lsp.ts';
import { addQuotes } from './commands/quotes.ts';
import { addRules } from './commands/rules.ts';
import { addStats } from './commands/stats.ts';
import { addUndo } from './commands/undo.ts';
import { exitCodes, Session } from './session.ts';
import { version } from './version.ts';
import { hasJudged } from './work/perform.ts';
import { isThread, serve } from './work/thread.ts';

const examples = `
Examples:
  copydesk check corpus            tell what is wrong with the articles of a folder
  copydesk fix --diff corpus       show what would be fixed
  copydesk fix corpus              fix what is certain
  copydesk explain residue/importer-marker

Settings stand in copydesk.json, in the folder of the articles or above it.`;

/** The parser's sentence about a wrong value without what says nothing to a person. */
function plainly(message: string): string {
  return message
    .replace(/^error: command-argument value '(.*)' is invalid for argument '\w+'\. /su, 'error: $1: ')
    .replace(/^error: option '(--[\w-]+) <\w+>' argument '(.*)' is invalid\. /su, 'error: $1 $2: ');
}

async function run(session: Session): Promise<void> {
  const program = new Command('copydesk')
    .description(
      'Cleans news corpora: finds what scrapers leave in articles, and judges quotation marks and who is quoted.',
    )
    .version(version)
    .helpCommand('help [command]', 'show how a command is used')
    .configureOutput({
      outputError: (message, write) => {
        write(plainly(message));
      },
    })
    .showHelpAfterError('“copydesk --help” shows how it is used.')
    .exitOverride();
  program.addHelpText('after', examples);
  for (const add of [
    addCheck,
    addFix,
    addUndo,
    addQuotes,
    addStats,
    addKeep,
    addBaseline,
    addMine,
    addRules,
    addExplain,
    addInit,
    addLsp,
    addCompletion,
  ])
    add(program, session);
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version were asked for; everything else is a mistake in the arguments.
    if (error.exitCode !== 0) session.failed = true;
  }
  await session.close();
}

/**
 * What this run did that needs code which other runs may not have needed, for whoever remembers it compiled.
 * A thread has nothing to say: it does what the main one does.
 */
export function deeds(): readonly string[] {
  if (isThread()) return [];
  const [command = ''] = process.argv.slice(2);
  return hasJudged() ? [command, 'judge'] : [command];
}

if (isThread()) serve();
else {
  const session = new Session();
  run(session).then(
    // Never process.exit: it would cut off what is still being written.
    () => {
      process.exitCode = session.exitCode;
    },
    (error: unknown) => {
      process.exitCode = exitCodes.failed;
      throw error;
    },
  );
}

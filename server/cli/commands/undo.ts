import { existsSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { dirname, join, resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { corpusFolder } from '../../formats/corpus-node.ts';
import {
  contentBefore,
  entriesOfRun,
  markUndone,
  recordedRuns,
  type JournalEntry,
  type RecordedRun,
} from '../journal.ts';
import { restoreParts } from '../journal-parts.ts';
import { counted } from '../report/words.ts';
import type { Session } from '../session.ts';
import { sentenceOf } from '../system-errors.ts';
import { replaceContent } from '../write.ts';

const examples = `
Examples:
  copydesk undo                 take back what the last “copydesk fix” in this corpus changed
  copydesk undo --list corpus   show the runs that can be taken back

Each file gets back the bytes it had. One that was changed since is left alone and named; the run then
stays in the list. Used again, it takes back the run before.

Exit code: 0 done; 2 something could not be done.`;

/** `copydesk undo`: takes a run of `copydesk fix` back. */
export function addUndo(program: Command, session: Session): void {
  program
    .command('undo')
    .summary('take back the last fix')
    .description('Takes back, byte for byte, what the last “copydesk fix” of a corpus changed.')
    .addArgument(new Argument('[folder]', 'a folder of the corpus').default('.'))
    .option('--list', 'show the runs that can be taken back, the latest first')
    .addHelpText('after', examples)
    .action(async (folder: string, { list = false }: { list?: boolean }) => {
      // Looking above a folder that is not there might take back a run of another corpus.
      if (!existsSync(folder)) {
        await session.fail(folder, 'There is no such file or folder. Look at the spelling.');
        return;
      }
      const runs = recordedRuns(corpusFolder(resolve(folder)) ?? resolve(folder));
      if (list) {
        for (const run of runs)
          await session.out.write(`${run.started}  ${counted(entriesOfRun(run).length, 'file')}\n`);
      }
      const [last] = runs;
      if (!last)
        await session.fail(
          folder,
          'No run of “copydesk fix” is recorded here or above, so there is nothing to undo. ' +
            'Name the folder whose articles were fixed: copydesk undo FOLDER.',
        );
      else if (!list) await undo(last, session);
    });
}

async function undo(run: RecordedRun, session: Session): Promise<void> {
  session.stopBetweenFiles();
  let restored = 0;
  let left = 0;
  for (const entry of entriesOfRun(run)) {
    const path = join(run.corpus, entry.file);
    try {
      const outcome = await restore(run, entry, path);
      if (outcome === 'restored') restored++;
      else if (outcome === undefined) {
        left++;
        await session.fail(entry.file, 'It was changed after the run, so it was left as it is.');
      }
    } catch (error) {
      left++;
      await session.fail(entry.file, `It could not be restored. ${sentenceOf(error)}`);
    }
    await setImmediate();
    if (session.stopped) return;
  }
  if (left === 0) markUndone(run);
  const rest = left > 0 ? ` ${counted(left, 'file')} could not be restored.` : '';
  await session.out.write(`Restored ${counted(restored, 'file')} of the run of ${run.started}.${rest}\n`);
}

/** Gives a file what it held before a run; undefined if it was changed since. */
async function restore(
  { path: journal }: RecordedRun,
  entry: JournalEntry,
  path: string,
): Promise<'restored' | 'unchanged' | undefined> {
  if (entry.parts !== undefined) return restoreParts(path, join(dirname(journal), entry.parts), entry);
  const now = readFileSync(path);
  const before = contentBefore(entry, now);
  if (before === undefined || before === 'unchanged') return before;
  replaceContent(path, now, before);
  return 'restored';
}

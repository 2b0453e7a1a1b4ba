import type { Command } from 'commander';
import { styleOf } from '../output.ts';
import { frameOf } from '../report/formats.ts';
import { Printer } from '../report/printer.ts';
import { counted, Tally } from '../report/words.ts';
import type { Session } from '../session.ts';
import type { Job } from '../work/job.ts';
import { Run } from '../work/run.ts';
import {
  formatOption,
  encodingOption,
  languageOption,
  noCacheOption,
  paths,
  noIgnoreOption,
  pathsOf,
  runOptionsOf,
  stdinPathOption,
  strictOption,
  threadsOption,
  type ReadingOptions,
} from './options.ts';

const examples = `
Examples:
  copydesk quotes article.txt               each quotation, its kind and who says it
  copydesk quotes --format jsonl corpus     one JSON object a quotation, for programs

Exit code: 0 done; 2 something could not be done.`;

/** `copydesk quotes`: lists the quotations of articles and who says them. */
export function addQuotes(program: Command, session: Session): void {
  program
    .command('quotes')
    .summary('list quotations and who says them')
    .description('Lists the quotations of articles, their kind and who says them. Changes nothing.')
    .argument(...paths)
    .addOption(formatOption(['text', 'json', 'jsonl']))
    .addOption(languageOption())
    .addOption(encodingOption())
    .addOption(stdinPathOption())
    .addOption(strictOption())
    .addOption(threadsOption())
    .addOption(noIgnoreOption())
    .addOption(noCacheOption())
    .addHelpText('after', examples)
    .action((files: string[], options: ReadingOptions, command: Command) =>
      quotes(pathsOf(files, options, command), options, session),
    );
}

async function quotes(files: readonly string[], options: ReadingOptions, session: Session): Promise<void> {
  const { out } = session;
  const format = options.format ?? 'text';
  const job: Job = { command: 'quotes', format, style: styleOf(out), safeties: [], diff: false };
  const printer = new Printer(out, frameOf(format));
  const tally = new Tally();
  let quotations = 0;
  for await (const { task, told } of new Run(job, runOptionsOf(options), session).results(files)) {
    for (const sum of told.sums) {
      tally.add(task.name, sum);
      quotations += sum.quotations;
    }
    await printer.print(told.pieces);
    if (out.closed) return;
  }
  await printer.end(tally);
  if (format === 'text' && tally.articles > 0)
    await out.write(`${counted(quotations, 'quotation')} in ${counted(tally.articles, 'article')}.\n`);
}

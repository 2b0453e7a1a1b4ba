import type { Command } from 'commander';
import { styleOf } from '../output.ts';
import { frameOf } from '../report/formats.ts';
import { Printer } from '../report/printer.ts';
import { counts, grouped, Tally } from '../report/words.ts';
import type { Session } from '../session.ts';
import { Staleness } from '../stale.ts';
import type { Job } from '../work/job.ts';
import { Run } from '../work/run.ts';
import {
  failOnOption,
  formatOption,
  encodingOption,
  languageOption,
  noCacheOption,
  paths,
  noIgnoreOption,
  onlyArticlesOption,
  pathsOf,
  stagedOption,
  sinceOption,
  ruleOption,
  runOptionsOf,
  stdinPathOption,
  strictOption,
  threadsOption,
  type ReadingOptions,
} from './options.ts';

const examples = `
Examples:
  copydesk check corpus                     every article in a folder
  copydesk check "corpus/**/2024-*.txt"     those that a glob names
  copydesk check --format jsonl corpus      one JSON object a finding, for programs
  scraper | copydesk check - --stdin-path corpus/new.txt

Exit code: 0 nothing found, or hints only (see --fail-on); 1 something found; 2 something could not be done.`;

/** `copydesk check`: tells what is wrong and changes nothing. */
export function addCheck(program: Command, session: Session): void {
  program
    .command('check')
    .summary('tell what is wrong with articles')
    .description('Tells what is wrong with articles. Changes nothing.')
    .argument(...paths)
    .addOption(formatOption())
    .addOption(languageOption())
    .addOption(encodingOption())
    .addOption(ruleOption())
    .addOption(failOnOption())
    .addOption(stdinPathOption())
    .addOption(strictOption())
    .addOption(threadsOption())
    .addOption(stagedOption())
    .addOption(sinceOption())
    .addOption(onlyArticlesOption())
    .addOption(noIgnoreOption())
    .addOption(noCacheOption())
    .addHelpText('after', examples)
    .action((files: string[], options: ReadingOptions, command: Command) =>
      check(pathsOf(files, options, command), options, session),
    );
}

async function check(files: readonly string[], options: ReadingOptions, session: Session): Promise<void> {
  const { out } = session;
  const format = options.format ?? 'text';
  const job: Job = { command: 'check', format, style: styleOf(out), safeties: [], diff: false };
  const tally = new Tally();
  const printer = new Printer(out, frameOf(format));
  const staleness = new Staleness();
  for await (const result of new Run(job, runOptionsOf(options), session).results(files)) {
    const { told } = result;
    for (const sum of told.sums) tally.add(result.task.name, sum);
    staleness.add(result);
    if (told.sums.some((sum) => counts(sum, options.failOn))) session.found = true;
    await printer.print(told.pieces);
    if (out.closed) return;
  }
  await printer.end(tally);
  if (!options.rule) await staleness.tell(session);
  if (format === 'text') await out.write(summaryOf(tally));
}

function summaryOf(tally: Tally): string {
  if (tally.articles === 0) return '';
  if (tally.findings === 0) return tally.cleanSentence;
  const { safe, review } = tally.fixable;
  const atOnce = safe > 0 ? ` “copydesk fix” mends ${grouped(safe)} of them.` : '';
  const more =
    review > 0
      ? ` “copydesk fix --review” mends ${grouped(review)}${safe > 0 ? ' more' : ' of them'}, to be looked over afterwards.`
      : '';
  return `${tally.whatStands}.${atOnce}${more}\n`;
}

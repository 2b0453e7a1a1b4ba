import type { Command } from 'commander';
import { readArticles } from '../articles.ts';
import { counts, guarded, judge } from '../judge.ts';
import { findingObject } from '../report/finding-object.ts';
import { jsonReport } from '../report/json.ts';
import { jsonLinesReport } from '../report/jsonl.ts';
import type { Format, Judged, Report } from '../report/report.ts';
import { textReport } from '../report/text.ts';
import { Tally } from '../report/words.ts';
import type { Session } from '../session.ts';
import {
  overridesOf,
  formatOption,
  languageOption,
  paths,
  ruleOption,
  stdinPathOption,
  type ReadingOptions,
} from './options.ts';

const examples = `
Examples:
  copydesk check corpus                     every article in a folder
  copydesk check "corpus/**/2024-*.txt"     those that a glob names
  copydesk check --format jsonl corpus      one JSON object a finding, for programs
  scraper | copydesk check - --stdin-path corpus/new.txt

Exit code: 0 nothing found, or hints only; 1 something found; 2 something could not be done.`;

/** `copydesk check`: tells what is wrong and changes nothing. */
export function addCheck(program: Command, session: Session): void {
  program
    .command('check')
    .summary('tell what is wrong with articles')
    .description('Tells what is wrong with articles. Changes nothing.')
    .argument(...paths)
    .addOption(formatOption())
    .addOption(languageOption())
    .addOption(ruleOption())
    .addOption(stdinPathOption())
    .addHelpText('after', examples)
    .action((files: string[], options: ReadingOptions) => check(files, options, session));
}

/** The report of findings in a format. */
export function findingsReport(format: Format | undefined, session: Session): Report {
  if (format === 'json') return jsonReport(objectsOf);
  return format === 'jsonl' ? jsonLinesReport(objectsOf) : textReport(session.out);
}

function* objectsOf({ name, findings, lines }: Judged): Generator<unknown> {
  for (const finding of findings) yield findingObject(name, finding, lines());
}

async function check(files: readonly string[], options: ReadingOptions, session: Session): Promise<void> {
  const { out } = session;
  const report = findingsReport(options.format, session);
  const tally = new Tally();
  await out.write(report.begin);
  for await (const read of readArticles(files, overridesOf(options), session)) {
    const result = await guarded(session, read.name, () => judge(read));
    if (!result) continue;
    tally.add(result.findings);
    if (result.findings.some(counts)) session.found = true;
    for (const piece of report.article(result)) await out.write(piece);
    if (out.closed) return;
  }
  await out.write(report.end);
  if ((options.format ?? 'text') === 'text') await out.write(summaryOf(tally));
}

function summaryOf(tally: Tally): string {
  if (tally.articles === 0) return '';
  if (tally.findings === 0) return tally.cleanSentence;
  const { safe, review } = tally.fixable;
  const atOnce = safe > 0 ? ` “copydesk fix” mends ${safe.toLocaleString('en-US')} of them.` : '';
  const more =
    review > 0
      ? ` “copydesk fix --review” mends ${review.toLocaleString('en-US')}${safe > 0 ? ' more' : ' of them'}, to be looked over afterwards.`
      : '';
  return `${tally.whatStands}.${atOnce}${more}\n`;
}

import type { Command } from 'commander';
import { readArticles } from '../articles.ts';
import { guarded, judge } from '../judge.ts';
import { jsonReport } from '../report/json.ts';
import { jsonLinesReport } from '../report/jsonl.ts';
import { quotationObject } from '../report/quotation-object.ts';
import type { Format, Judged, Report } from '../report/report.ts';
import { textQuotations } from '../report/text.ts';
import { counted } from '../report/words.ts';
import type { Session } from '../session.ts';
import {
  overridesOf,
  formatOption,
  languageOption,
  paths,
  stdinPathOption,
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
    .addOption(formatOption())
    .addOption(languageOption())
    .addOption(stdinPathOption())
    .addHelpText('after', examples)
    .action((files: string[], options: ReadingOptions) => quotes(files, options, session));
}

function reportOf(format: Format | undefined, session: Session): Report {
  if (format === 'json') return jsonReport(objectsOf);
  return format === 'jsonl' ? jsonLinesReport(objectsOf) : textQuotations(session.out);
}

function* objectsOf({ name, quotations, lines }: Judged): Generator<unknown> {
  for (const quotation of quotations) yield quotationObject(name, quotation, lines());
}

async function quotes(files: readonly string[], options: ReadingOptions, session: Session): Promise<void> {
  const { out } = session;
  const report = reportOf(options.format, session);
  let articles = 0;
  let quotations = 0;
  await out.write(report.begin);
  for await (const read of readArticles(files, overridesOf(options), session)) {
    const result = await guarded(session, read.name, () => judge(read));
    if (!result) continue;
    articles++;
    quotations += result.quotations.length;
    for (const piece of report.article(result)) await out.write(piece);
    if (out.closed) return;
  }
  await out.write(report.end);
  if ((options.format ?? 'text') === 'text' && articles > 0) {
    await out.write(`${counted(quotations, 'quotation')} in ${counted(articles, 'article')}.\n`);
  }
}

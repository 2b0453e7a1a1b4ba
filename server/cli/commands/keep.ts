import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { keptEntries, keptEntry, keptLine } from '../../core/engine/kept.ts';
import { appendKept, readKept } from '../../formats/corpus-node.ts';
import { readableFormat } from '../../formats/format-name.ts';
import { analyse, messageOf, type Finding, type RuleId } from '../../index.ts';
import { beginningOf, unpacked } from '../compression.ts';
import { Configurations } from '../configuration.ts';
import { keptOf, writeWhole } from '../kept-file.ts';
import { counted } from '../report/words.ts';
import { visible } from '../report/visible.ts';
import type { Session } from '../session.ts';
import { placeOf, Staleness } from '../stale.ts';
import { sentenceOf } from '../system-errors.ts';
import type { ArticleView } from '../work/article-view.ts';
import { articlesIn } from '../work/articles.ts';
import { mandateFor } from '../work/judge-unit.ts';
import { Run } from '../work/run.ts';
import { contentOf } from '../work/units.ts';
import { keptFileFor } from './baseline.ts';
import { ruleOption } from './options.ts';

const examples = `
Examples:
  copydesk keep corpus/a.txt:12                        what is found on line 12
  copydesk keep corpus/a.txt:12:5 --why "as printed"   what is found there, and why it stays
  copydesk keep --rule quotes/turned corpus/a.txt      what one rule finds in the article
  copydesk keep --tidy corpus                          delete exceptions that keep nothing any more

The exceptions go to .copydesk/kept.jsonl in the folder of the corpus; commit that file. An exception moves
with its passage and lapses when the passage or the words around it change.

Exit code: 0 done; 2 something could not be done.`;

interface KeepOptions {
  readonly rule?: readonly RuleId[];
  readonly why?: string;
  readonly who?: string;
  readonly tidy?: boolean;
}

/** `copydesk keep`: notes that a finding is to stay. */
export function addKeep(program: Command, session: Session): void {
  program
    .command('keep')
    .summary('keep a finding as it is')
    .description('Notes that what is found in a place is right as it stands, so that it is not told again.')
    .argument('<places...>', 'FILE:LINE, FILE:LINE:COLUMN, or FILE with --rule; paths with --tidy')
    .addOption(ruleOption())
    .option('--why <text>', 'why it stays')
    .option('--who <name>', 'who says so')
    .option('--tidy', 'delete exceptions that keep nothing any more in these articles')
    .addHelpText('after', examples)
    .action(async (places: string[], options: KeepOptions) => {
      if (options.tidy) await tidy(places, session);
      else for (const place of places) await keep(place, options, session);
    });
}

/** A place on the command line. Names with a colon and a number at the end may exist; they go first. */
function placeOn(argument: string): { file: string; line?: number; column?: number } {
  const match = existsSync(argument) ? null : /^(.+?):(\d+)(?::(\d+))?$/.exec(argument);
  if (!match) return { file: argument };
  const [, file = '', line, column] = match;
  return { file, line: Number(line), ...(column !== undefined && { column: Number(column) }) };
}

async function keep(argument: string, options: KeepOptions, session: Session): Promise<void> {
  const { file, line, column } = placeOn(argument);
  if (line === undefined && !options.rule) {
    await session.fail(
      file,
      `Say which finding is meant: “${file}:LINE”, or “--rule ID”. “copydesk check ${file}” shows them.`,
    );
    return;
  }
  try {
    const path = resolve(file);
    const configurations = new Configurations(session, options.rule ? { rules: options.rule } : {});
    const mandate = configurations.mandates[(await configurations.of(path)).mandate];
    // What is wrong with the configuration was told; under another one other things would be found.
    if (!mandate || mandate.faulty) return;
    const plain = unpacked(path, readFileSync(path));
    const format = readableFormat(path, mandate.fields.format, beginningOf(plain));
    const content = contentOf(plain, {
      format,
      fields: mandate.fields,
      declared: mandate.encoding,
    });
    const isAsked = ({ placeAt }: ArticleView, { start }: Finding): boolean => {
      const place = placeAt(start);
      if (line !== undefined && place.line + 1 !== line) return false;
      return column === undefined || place.character + 1 === column;
    };
    const open: { readonly view: ArticleView; readonly finding: Finding }[] = [];
    let isKnown = false;
    for (const found of articlesIn(content, format, mandate.fields)) {
      if (found.kind === 'bad') continue;
      const { view, language } = found;
      const { settings } = mandateFor(mandate, language);
      const all = analyse(view.text, settings).findings.filter((finding) => isAsked(view, finding));
      isKnown ||= all.length > 0;
      const stand = mandate.kept ? keptOf(mandate.kept).part(view.text, all).open : all;
      open.push(...stand.map((finding) => ({ view, finding })));
    }
    if (open.length === 0) {
      const known = isKnown ? 'What is found there is kept already.' : 'Nothing is found there.';
      await session.fail(argument, `${known} “copydesk check ${visible(file)}” shows the places.`);
      return;
    }
    const kept = keptFileFor(path);
    const { why, who } = options;
    const more = {
      file: placeOf(kept, path),
      ...(who !== undefined && { who }),
      ...(why !== undefined && { why }),
    };
    await appendKept(
      kept,
      open.map(({ view, finding }) => keptLine(keptEntry(view.text, finding, more))).join(''),
    );
    for (const { view, finding } of open) {
      const place = view.placeAt(finding.start);
      const where = `${visible(file)}:${String(place.line + 1)}:${String(place.character + 1)}`;
      await session.out.write(`Kept ${where}  ${finding.rule}  ${visible(messageOf(finding))}\n`);
    }
  } catch (error) {
    await session.fail(file, sentenceOf(error));
  }
}

/** The lines of a file of exceptions but for some (by their numbers from 1). */
function* staying(path: string, without: ReadonlySet<number>): Generator<string> {
  for (const { entry, line } of keptEntries(readKept(path))) if (!without.has(line)) yield keptLine(entry);
}

async function tidy(paths: readonly string[], session: Session): Promise<void> {
  const staleness = new Staleness();
  const style = { terminal: false, colour: false };
  const job = { command: 'check', format: 'jsonl', style, safeties: [], diff: false } as const;
  for await (const result of new Run(job, {}, session).results(paths)) staleness.add(result);
  if (session.failed) {
    await session.fail('', 'No exception was deleted, because not everything could be read.');
    return;
  }
  let deleted = 0;
  for (const { path, stale } of staleness.stale()) {
    const lines = new Set(stale.map(({ line }) => line));
    try {
      writeWhole(path, staying(path, lines));
      deleted += stale.length;
    } catch (error) {
      await session.fail(relative(process.cwd(), path), sentenceOf(error));
    }
  }
  await session.out.write(
    deleted > 0
      ? `Deleted ${counted(deleted, 'exception')} that kept nothing any more.\n`
      : 'No exception is stale.\n',
  );
}

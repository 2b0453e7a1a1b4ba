import { dirname, join, relative, sep } from 'node:path';
import type { Command } from 'commander';
import { keptEntries, keptLine, keptPath, type KeptEntry } from '../../core/engine/kept.ts';
import { findKept, homeFolder, readKept } from '../../formats/corpus-node.ts';
import { writeWhole } from '../kept-file.ts';
import { counted } from '../report/words.ts';
import type { Session } from '../session.ts';
import { sentenceOf } from '../system-errors.ts';
import type { Job } from '../work/job.ts';
import { Run } from '../work/run.ts';
import {
  encodingOption,
  languageOption,
  noIgnoreOption,
  paths,
  pathsOf,
  ruleOption,
  runOptionsOf,
  type ReadingOptions,
} from './options.ts';

const examples = `
Examples:
  copydesk baseline corpus     keep everything that stands today, so that only what is new is told

The exceptions go to .copydesk/kept.jsonl in the folder of the corpus; commit that file. Running it again
writes them anew for the articles it reads. What was kept by “copydesk keep” stays.

Exit code: 0 done; 2 something could not be done.`;

/** `copydesk baseline`: keeps all that stands, so that a check of an old corpus tells only what is new. */
export function addBaseline(program: Command, session: Session): void {
  program
    .command('baseline')
    .summary('keep everything that stands today')
    .description('Writes an exception for everything that stands today, so that only what is new is told.')
    .argument(...paths)
    .addOption(languageOption())
    .addOption(encodingOption())
    .addOption(ruleOption())
    .addOption(noIgnoreOption())
    .addHelpText('after', examples)
    .action((files: string[], options: ReadingOptions, command: Command) =>
      baseline(pathsOf(files, options, command), options, session),
    );
}

/** The exceptions of one corpus under way. */
interface Gathered {
  readonly articles: Set<string>;
  readonly lines: Lines;
}

/** Lines that wait to be written: as bytes they take half the room, and many texts of their own would take more. */
class Lines {
  readonly #full: Buffer[] = [];
  #waiting = '';

  add(line: string): void {
    this.#waiting += line;
    if (this.#waiting.length < 100_000) return;
    this.#full.push(Buffer.from(this.#waiting));
    this.#waiting = '';
  }

  *[Symbol.iterator](): Generator<string> {
    for (const text of [...this.#full, this.#waiting])
      for (const line of text.toString().split('\n')) if (line !== '') yield `${line}\n`;
  }
}

async function baseline(files: readonly string[], options: ReadingOptions, session: Session): Promise<void> {
  const job: Job = {
    command: 'baseline',
    format: 'jsonl',
    style: { terminal: false, colour: false },
    safeties: [],
    diff: false,
  };
  const run = new Run(job, { ...runOptionsOf(options), kept: false, cache: false }, session);
  const corpora = new Map<string, Gathered>();
  for await (const { task, told } of run.results(files)) {
    if (task.path === undefined) {
      await session.fail(task.name, 'Exceptions hold for files. Save the article first.');
      continue;
    }
    const path = keptFileFor(task.path);
    const gathered = corpora.get(path) ?? { articles: new Set(), lines: new Lines() };
    corpora.set(path, gathered);
    const file = relative(dirname(dirname(path)), task.path).replaceAll(sep, '/');
    gathered.articles.add(file);
    for (const piece of told.pieces)
      gathered.lines.add(keptLine({ ...(JSON.parse(piece) as KeptEntry), file }));
  }
  for (const [path, gathered] of corpora) await write(path, gathered, session);
}

async function write(path: string, { articles, lines }: Gathered, session: Session): Promise<void> {
  const name = relative(process.cwd(), path);
  let written = 0;
  function* entries(): Generator<string> {
    const marks = new Set<string>();
    const isThere = findKept(dirname(dirname(path)))?.path === path;
    for (const { entry } of isThere ? keptEntries(readKept(path)) : []) {
      const { baseline, file, mark } = entry;
      if (baseline === true && file !== undefined && articles.has(file)) continue;
      marks.add(mark);
      yield keptLine(entry);
    }
    for (const line of lines) {
      if (marks.size > 0 && marks.has((JSON.parse(line) as KeptEntry).mark)) continue;
      written++;
      yield line;
    }
  }
  try {
    writeWhole(path, entries());
    await session.out.write(`Kept ${counted(written, 'problem')} in ${name}. Commit that file.\n`);
  } catch (error) {
    await session.fail(name, `The exceptions could not be written. ${sentenceOf(error)}`);
  }
}

/** The file to which exceptions of an article go. */
export function keptFileFor(path: string): string {
  const folder = dirname(path);
  return findKept(folder)?.path ?? join(homeFolder(folder, process.cwd()), keptPath);
}

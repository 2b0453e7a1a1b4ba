import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Configurations, type Overrides } from '../configuration.ts';
import { Progress } from '../progress.ts';
import { identityOf } from '../read.ts';
import { counted } from '../report/words.ts';
import type { Session } from '../session.ts';
import { Cache } from './cache.ts';
import { changedItems, stagedItems } from './git-items.ts';
import { countFiles, itemsOf, type Item, type ItemOptions } from './items.ts';
import type { Done, Job, Mandate, Task, Told } from './job.ts';
import { perform } from './perform.ts';
import { mostThreads, Pool } from './pool.ts';

/** So much may be under way at once; what is done waits here for what comes before it. */
const window = { items: 512, bytes: 16_000_000 };

/** So many parts of a file are under way for each thread: its own, one to go on with, and as many told. */
const partsUnderWay = 4;

export interface RunOptions extends Overrides, ItemOptions {
  /** Where articles come from instead of the folders themselves: git's index, or what changed since a revision. */
  readonly from?: 'index' | { readonly since: string };
  /** Whether outcomes of earlier runs may be used. */
  readonly cache?: boolean;
  /** Whether a record that can’t be read ends the run. */
  readonly strict?: boolean;
  /** How many threads are to judge; as many as do good if left out. */
  readonly threads?: number;
}

/** A file that was judged, or a part of one, with the task it came from. */
export interface Result {
  readonly task: Task;
  readonly told: Told;
  readonly mandate: Mandate;
}

/** An item under way. */
type Pending = { readonly item: Item; readonly size: number } & { readonly done?: Promise<Done> };

/**
 * Does a job on the articles that paths stand for and gives what comes of it, each article once, in order.
 * What can’t be read is told and makes the run a failed one; the others go on.
 */
export class Run {
  readonly #job: Job;
  readonly #session: Session;
  readonly #options: RunOptions;
  readonly #configurations: Configurations;
  readonly #pool: Pool;
  readonly #cache: Cache | undefined;
  readonly #progress: Progress;
  readonly #notArticles = new Set<string>();
  #seen = { articles: 0, others: 0, unreadable: 0 };
  readonly #readings = new Set<string>();
  readonly #said = new Set<string>();
  #badRecords = 0;
  #over = false;

  constructor(job: Job, options: RunOptions, session: Session) {
    this.#job = job;
    this.#session = session;
    this.#options = options;
    this.#configurations = new Configurations(session, options);
    this.#pool = new Pool(job, this.#configurations.mandates, programFile(), options.threads);
    // A report that scrolls by on the same terminal says enough.
    this.#progress = new Progress(session, job.style.terminal && job.format !== 'none');
    this.#cache = options.cache === false ? undefined : Cache.open(job);
    if (this.#cache && options.from === undefined) session.recording?.begin();
  }

  async *results(paths: readonly string[]): AsyncGenerator<Result> {
    const pending: Pending[] = [];
    let bytes = 0;
    if (this.#progress.shown && this.#options.from === undefined)
      this.#progress.total = countFiles(paths, this.#options.ignore !== false);
    try {
      for await (const item of this.#items(paths)) {
        const next = this.#begun(item);
        pending.push(next);
        bytes += next.size;
        const waiting = item.kind === 'wait';
        if (!waiting && pending.length <= window.items && bytes <= window.bytes) continue;
        // What is waited for must have been begun; half of it, so that this is not done for every item.
        this.#pool.flush();
        for (const first of pending.splice(0, waiting ? pending.length : Math.ceil(pending.length / 2))) {
          bytes -= first.size;
          yield* this.#finished(first);
          if (this.#over) return;
        }
      }
      this.#pool.flush();
      for (const next of pending) {
        yield* this.#finished(next);
        if (this.#over) return;
      }
    } finally {
      await this.#sayBadRecords();
      this.#progress.clear();
      this.#cache?.close();
      await this.#pool.close();
    }
  }

  /** What is known of a file as it stands, after its change could not be made. */
  asItWas(task: Task): Told | undefined {
    const { outcome } = perform({ ...this.#job, command: 'check' }, this.#mandateOf(task), {
      ...task,
      known: undefined,
    });
    return outcome.kind === 'told' ? outcome : undefined;
  }

  #items(paths: readonly string[]): AsyncGenerator<Item> {
    const { from } = this.#options;
    const { command, diff } = this.#job;
    // A diff is one of the whole file.
    const inParts = this.#options.inParts ?? {
      files: !diff,
      input: !diff,
      packedInput: !diff && command !== 'fix',
    };
    if (from === undefined) return itemsOf(paths, this.#configurations, { ...this.#options, inParts });
    return from === 'index'
      ? stagedItems(paths, this.#configurations)
      : changedItems(from.since, paths, this.#configurations);
  }

  #mandateOf({ mandate }: Task): Mandate {
    const found = this.#configurations.mandates[mandate];
    if (!found) throw new Error(`There is no mandate ${String(mandate)}.`);
    return found;
  }

  #begun(item: Item): Pending {
    if (item.kind !== 'task') return { item, size: 0 };
    const { task } = item;
    // Only what stands in the file itself can be told by the file's size and times.
    if (task.path === undefined || task.bytes || task.lines) {
      // A part is in memory here and, as a copy, where it is judged, and its report is several times as long.
      const threads = this.#options.threads ?? mostThreads.inParts;
      const size = task.part ? window.bytes / (partsUnderWay * threads) : task.size;
      return { item, size, done: this.#pool.submit(task) };
    }
    const found = statOf(task.path);
    const sized = { ...task, size: found?.size ?? task.size };
    const known = found && this.#cache?.find(task, this.#mandateOf(task), found.identity);
    if (found && known?.outcome) {
      const { identity } = found;
      return { item, size: 0, done: Promise.resolve({ outcome: known.outcome, identity }) };
    }
    return { item, size: sized.size, done: this.#pool.submit({ ...sized, known: known?.hash }) };
  }

  async *#finished({ item, done }: Pending): AsyncGenerator<Result> {
    if (item.kind === 'begin') this.#seen = { articles: 0, others: 0, unreadable: 0 };
    else if (item.kind === 'other') this.#seen.others++;
    else if (item.kind === 'trouble') {
      this.#seen.unreadable++;
      await this.#session.fail(item.name, item.why);
    } else if (item.kind === 'end') await this.#end(item);
    else if (item.kind === 'wait') await this.#session.out.flush();
    else if (item.kind === 'task' && done) yield* this.#told(item.task, await this.#awaited(done));
    else if (item.kind === 'again' && item.task.named && this.#notArticles.delete(item.task.path ?? ''))
      yield* this.#told(item.task, perform(this.#job, this.#mandateOf(item.task), item.task));
    else this.#seen.articles++;
  }

  /** An outcome; while it is not there, this thread does a part of the work. */
  async #awaited(done: Promise<Done>): Promise<Done> {
    const state = { here: false };
    const settled = done.finally(() => {
      state.here = true;
    });
    // What was resolved already is seen only after a turn.
    await Promise.resolve();
    await Promise.resolve();
    while (!state.here && this.#pool.help()) await setImmediate();
    return settled;
  }

  async *#told(task: Task, done: Done): AsyncGenerator<Result> {
    if (!task.part) this.#progress.done();
    const mandate = this.#mandateOf(task);
    // What comes from elsewhere than a file that was read whole must be looked at again each time.
    if (task.path === undefined || task.bytes || task.lines) this.#session.recording?.giveUp();
    else this.#session.recording?.file(task.path, done.identity);
    const outcome =
      task.bytes || task.lines ? done.outcome : (this.#cache?.settled(task, mandate, done) ?? done.outcome);
    if (outcome.kind === 'unread') {
      this.#seen.unreadable++;
      await this.#session.fail(task.name, outcome.sentence);
      // What is read in parts is handed on whole, whatever becomes of one of them.
      if (task.part) yield { task, told: passedBy, mandate };
    } else if (outcome.kind === 'told') {
      this.#seen.articles++;
      await this.#tellRecords(task, outcome);
      if (this.#over) return;
      if (outcome.empty)
        await this.#session.note(task.name, 'The file is empty, so there is nothing to judge.');
      // Of a file that is read in parts each part says the same.
      const { refused, note } = outcome;
      if (refused !== undefined && this.#isNew(task, refused)) await this.#session.fail(task.name, refused);
      if (note !== undefined && this.#isNew(task, note)) await this.#session.note(task.name, note);
      yield { task, told: outcome, mandate };
    } else {
      this.#seen.others++;
      if (task.path !== undefined) this.#notArticles.add(task.path);
    }
  }

  #isNew({ name, part }: Task, sentence: string): boolean {
    const said = `${name}\0${sentence}`;
    if (part && this.#said.has(said)) return false;
    this.#said.add(said);
    return true;
  }

  /** Says how the fields of records were understood, once, and which records can't be read. */
  async #tellRecords(task: Task, { reading, troubles }: Told): Promise<void> {
    if (reading !== undefined && !this.#readings.has(reading)) {
      this.#readings.add(reading);
      await this.#session.note(task.name, reading);
    }
    for (const { line, record, why } of troubles ?? []) {
      const which = record === undefined ? '' : `Record ${String(record)}: `;
      await this.#session.fail(`${task.name}:${String(line)}`, `${which}${why}`);
      this.#badRecords++;
      this.#over = this.#options.strict === true;
      if (this.#over) return;
    }
  }

  async #sayBadRecords(): Promise<void> {
    if (this.#badRecords < 2 || this.#over) return;
    const sentence = `${counted(this.#badRecords, 'record')} could not be read and stay as they are.`;
    await this.#session.fail('', sentence);
  }

  async #end({ argument, of }: Extract<Item, { kind: 'end' }>): Promise<void> {
    const { articles, others, unreadable } = this.#seen;
    if (articles + unreadable === 0) await this.#session.fail(argument, sayNoArticles(of, others));
  }
}

/** What is told of a part with which nothing could be done. */
const passedBy: Told = { kind: 'told', pieces: [], sums: [], empty: false, fixed: 0, changed: 0 };

/** This program’s first file, to be run by threads; undefined where it does not run from its bundles. */
function programFile(): string | undefined {
  return typeof __filename === 'string' ? join(dirname(__filename), 'copydesk.cjs') : undefined;
}

function statOf(path: string): { readonly size: number; readonly identity: string } | undefined {
  try {
    const stats = statSync(path);
    return { size: stats.size, identity: identityOf(stats) };
  } catch {
    // Reading it fails for the same reason and says so.
    return undefined;
  }
}

function sayNoArticles(kind: 'folder' | 'glob', others: number): string {
  if (others > 0) {
    const files = others === 1 ? 'The one text file here is' : `All ${String(others)} text files here are`;
    return `${files} something else than an article, or left out by the configuration, .gitignore or .copydeskignore. To have a file judged all the same, name the file itself.`;
  }
  if (kind === 'glob')
    return 'No text file matches, so nothing was done. Articles are files that end in .txt.';
  return 'There is no article in this folder, so nothing was done. Articles are files that end in .txt; name files of records (.jsonl, .json, .csv, .md) themselves or by a glob such as “corpus/*.jsonl”.';
}

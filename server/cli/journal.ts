import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { homeFolder } from '../formats/corpus-node.ts';
import { PartsJournal } from './journal-parts.ts';
import { sentenceOf } from './system-errors.ts';
import { hashOf } from './work/hash.ts';

/** One file that a run was about to change. */
export interface JournalEntry {
  /** From the folder of the corpus, with `/` between folders. */
  readonly file: string;
  /** Hashes of the content before and after. */
  readonly before: string;
  readonly after: string;
  /** How many bytes both contents share at their beginning and at their end. */
  readonly head: number;
  readonly tail: number;
  /** What stood between, in base 64. */
  readonly old: string;
  /** Of a file that was never in memory as a whole: the name of the journal of its parts, beside this one. */
  readonly parts?: string;
}

/** Journals of runs stand here, from the folder of the corpus. */
const journalFolder = '.copydesk/journal';

/** So many runs can be undone; the oldest go first. */
const mostRuns = 50;

/**
 * Notes what a run is about to change, so that it can be undone to the byte, wherever the run was ended. An
 * entry is safe on the disk before its file is touched.
 */
export class Journal {
  readonly #files = new Map<string, number>();
  readonly #name: string;
  #torn = false;
  #parts = 0;

  /** @param started When the run began; runs are undone from the latest back. */
  constructor(started: Date) {
    this.#name = `${started.toISOString().replaceAll(/[:.]/g, '-')}-${String(process.pid)}.jsonl`;
  }

  /** Notes a change of a file (absolute path). @throws Error; the file must then not be changed. */
  note(path: string, before: Uint8Array, after: Uint8Array): void {
    const corpus = homeFolder(dirname(path), process.cwd());
    try {
      this.#write(corpus, entryOf(relative(corpus, path).replaceAll(sep, '/'), before, after));
    } catch (error) {
      throw unwritten(error);
    }
  }

  /** Begins the journal of a file (absolute path) that is changed part by part. @throws Error. */
  beginParts(path: string): PartsJournal {
    const corpus = homeFolder(dirname(path), process.cwd());
    try {
      const folder = this.#folderOf(corpus);
      const name = this.#name.replace(/jsonl$/, `parts-${String(++this.#parts)}`);
      return new PartsJournal(join(folder, name));
    } catch (error) {
      throw unwritten(error);
    }
  }

  /** Notes that a file of which all parts are noted is about to change. @throws Error; it must then not be changed. */
  endParts(
    path: string,
    parts: PartsJournal,
    hashes: { readonly before: string; readonly after: string },
  ): void {
    const corpus = homeFolder(dirname(path), process.cwd());
    try {
      parts.close();
      const file = relative(corpus, path).replaceAll(sep, '/');
      this.#write(corpus, { file, ...hashes, head: 0, tail: 0, old: '', parts: basename(parts.path) });
    } catch (error) {
      throw unwritten(error);
    }
  }

  #write(corpus: string, entry: JournalEntry): void {
    const file = this.#files.get(corpus) ?? this.#begin(corpus);
    const torn = this.#torn;
    this.#torn = true;
    // What a full disk cut off must not run into the next entry.
    writeFileSync(file, `${torn ? '\n' : ''}${JSON.stringify(entry)}\n`);
    fsyncSync(file);
    this.#torn = false;
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
  }

  #folderOf(corpus: string): string {
    const folder = join(corpus, journalFolder);
    mkdirSync(folder, { recursive: true });
    const ignored = join(folder, '.gitignore');
    if (!existsSync(ignored)) writeFileSync(ignored, '*\n');
    return folder;
  }

  #begin(corpus: string): number {
    const folder = this.#folderOf(corpus);
    for (const old of runsIn(folder).slice(mostRuns - 1)) {
      rmSync(join(folder, old), { force: true });
      removeParts(folder, old);
    }
    // Articles are no business of whoever may not read them where they stand.
    const file = openSync(join(folder, this.#name), 'ax', 0o600);
    this.#files.set(corpus, file);
    return file;
  }
}

function unwritten(error: unknown): Error {
  return new Error(`The journal by which it could be undone can’t be written. ${sentenceOf(error)}`, {
    cause: error,
  });
}

/** Deletes the journals of the parts of large files that belong to a run's. */
function removeParts(folder: string, run: string): void {
  const stem = run.replace(/jsonl$/, 'parts-');
  for (const name of readdirSync(folder))
    if (name.startsWith(stem)) rmSync(join(folder, name), { force: true });
}

function entryOf(file: string, before: Uint8Array, after: Uint8Array): JournalEntry {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const old = Buffer.from(before.subarray(head, before.length - tail)).toString('base64');
  return { file, before: hashOf(before), after: hashOf(after), head, tail, old };
}

/** Names of the runs whose journals a folder holds, the latest first. */
function runsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .reverse();
}

/** The journal of a run that can be undone. */
export interface RecordedRun {
  readonly path: string;
  /** The folder of the corpus. */
  readonly corpus: string;
  /** When the run began, as the journal's name says it. */
  readonly started: string;
}

/** The runs of a corpus that can be undone, the latest first. */
export function recordedRuns(corpus: string): RecordedRun[] {
  const folder = join(corpus, journalFolder);
  return runsIn(folder).map((name) => ({ path: join(folder, name), corpus, started: startOf(name) }));
}

function startOf(name: string): string {
  const [date = '', hours = '', minutes = '', seconds = ''] =
    /^([\d-]+)T(\d+)-(\d+)-(\d+)/.exec(name)?.slice(1) ?? [];
  return date === '' ? name : `${date} ${hours}:${minutes}:${seconds} UTC`;
}

/** What a run changed, the last change first. A line that was cut off belongs to a file that was not changed. */
export function entriesOfRun({ path }: RecordedRun): JournalEntry[] {
  return readFileSync(path, 'utf8').split('\n').slice(0, -1).flatMap(entryOn).reverse();
}

function entryOn(line: string): JournalEntry[] {
  try {
    return [JSON.parse(line) as JournalEntry];
  } catch {
    return [];
  }
}

/**
 * The content that a file had before a run, from what it holds now; `unchanged` if it holds that already,
 * undefined if it was changed again since, so that nothing certain can be restored.
 */
export function contentBefore(entry: JournalEntry, now: Uint8Array): Uint8Array | 'unchanged' | undefined {
  const hash = hashOf(now);
  if (hash === entry.before) return 'unchanged';
  if (hash !== entry.after) return undefined;
  const before = Buffer.concat([
    now.subarray(0, entry.head),
    Buffer.from(entry.old, 'base64'),
    now.subarray(now.length - entry.tail),
  ]);
  return hashOf(before) === entry.before ? before : undefined;
}

/** Notes that a run was undone; its journal stays for people to look at, but for the large ones of parts. */
export function markUndone({ path }: RecordedRun): void {
  removeParts(dirname(path), basename(path));
  renameSync(path, path.replace(/\.jsonl$/, '.undone'));
}

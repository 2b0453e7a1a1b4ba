import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { createInterface } from 'node:readline';
import { BesideFile } from './beside-file.ts';

/** A stretch of a file that a run changed. */
interface ChangedPart {
  /** Where it stands in the file as the run left it, in bytes, and how many they are. */
  readonly at: number;
  readonly length: number;
  /** What stood there before, in base 64. */
  readonly old: string;
}

/**
 * The journal of one file that is too large to be in memory: a line for each stretch that changes, in the
 * order of the file, in a file of its own. It is whole on the disk before the file is touched.
 */
export class PartsJournal {
  readonly path: string;
  readonly #file: number;
  #replaced = 0;

  constructor(path: string) {
    this.path = path;
    // Articles are no business of whoever may not read them where they stand.
    this.#file = openSync(path, 'ax', 0o600);
  }

  /**
   * Notes what becomes of whole lines of the file: of each of them, for a fix changes few and ends none.
   *
   * @param at Where they begin in the file as it becomes.
   */
  note(at: number, before: Uint8Array, after: Uint8Array): void {
    const olds = linesOf(before);
    const news = linesOf(after);
    if (olds.length !== news.length) {
      this.#note(at, before, after);
      return;
    }
    let start = at;
    news.forEach((line, index) => {
      this.#note(start, olds[index] ?? line, line);
      start += line.length;
    });
  }

  /** Notes that what has become so many bytes was others, of which these are next. */
  replace(length: number, old: Uint8Array): void {
    // What the first of them took the place of is gone when the others come.
    const part: ChangedPart = { at: this.#replaced, length: length - this.#replaced, old: base64(old) };
    this.#replaced = length;
    writeSync(this.#file, `${JSON.stringify(part)}\n`);
  }

  #note(at: number, before: Uint8Array, after: Uint8Array): void {
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && before[head] === after[head]) head++;
    if (head === before.length && head === after.length) return;
    let tail = 0;
    while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
      tail++;
    const part: ChangedPart = {
      at: at + head,
      length: after.length - tail - head,
      old: base64(before.subarray(head, before.length - tail)),
    };
    writeSync(this.#file, `${JSON.stringify(part)}\n`);
  }

  close(): void {
    fsyncSync(this.#file);
    closeSync(this.#file);
  }

  discard(): void {
    closeSync(this.#file);
    rmSync(this.path, { force: true });
  }
}

/**
 * Gives a file (absolute path) back what it held before a run, a stretch at a time.
 *
 * @param parts The path of the journal of its parts.
 * @param hashes What the file held before the run, and after it.
 * @returns `unchanged` if it holds that already; undefined if it was changed since the run, and then stays.
 */
export async function restoreParts(
  path: string,
  parts: string,
  hashes: { readonly before: string; readonly after: string },
): Promise<'restored' | 'unchanged' | undefined> {
  const now = await hashOfFile(path);
  if (now === hashes.before) return 'unchanged';
  if (now !== hashes.after) return undefined;
  const beside = new BesideFile(path);
  const source = openSync(path, 'r');
  try {
    const restored = createHash('sha1');
    const write = (bytes: Uint8Array): void => {
      restored.update(bytes);
      beside.write(bytes);
    };
    let done = 0;
    const lines = createInterface({ input: createReadStream(parts), crlfDelay: Infinity });
    for await (const line of lines) {
      const { at, length, old } = JSON.parse(line) as ChangedPart;
      copy(source, done, at, write);
      write(Buffer.from(old, 'base64'));
      done = at + length;
    }
    copy(source, done, statSync(path).size, write);
    if (restored.digest('base64') !== hashes.before) {
      beside.discard();
      return undefined;
    }
    beside.replace();
    return 'restored';
  } catch (error) {
    beside.discard();
    throw error;
  } finally {
    closeSync(source);
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start) + 1 || bytes.length;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

const portion = 1_000_000;

/** Gives the bytes of a file between two offsets, some at a time. */
export function copy(file: number, from: number, to: number, write: (bytes: Uint8Array) => void): void {
  for (let at = from; at < to;) {
    const buffer = Buffer.allocUnsafe(Math.min(portion, to - at));
    const length = readSync(file, buffer, 0, buffer.length, at);
    if (length === 0) return;
    write(buffer.subarray(0, length));
    at += length;
  }
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha1');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('base64');
}

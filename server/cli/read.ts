import { once } from 'node:events';
import {
  closeSync,
  createReadStream,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  type Stats,
} from 'node:fs';
import { gunzipping, sayUnpacking } from './compression.ts';
import { LineSlices, type Slice } from './line-slices.ts';
import { fieldsOf } from './remembered-run.ts';

/** A file's bytes, and what of the file changes whenever they do. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly identity: string;
}

/**
 * All bytes of a file.
 *
 * @throws Error whose message is for people, or a system error, if it can't be read or changes meanwhile.
 */
export function readWhole(path: string): Content {
  const file = openSync(path, 'r');
  try {
    const before = fstatSync(file);
    const bytes = readFileSync(file);
    const after = fstatSync(file);
    if (!sameContent(before, after) || bytes.length !== after.size) throw new Error(sentence);
    return { bytes, identity: identityOf(after) };
  } finally {
    closeSync(file);
  }
}

const sentence =
  'It changed while it was read, so what was read may be half old and half new. ' +
  'Run again when no other program writes to it.';

function sameContent(one: Stats, other: Stats): boolean {
  return one.size === other.size && one.mtimeMs === other.mtimeMs && one.ino === other.ino;
}

/** What of a file changes whenever its content does, as far as the system tells. */
export function identityOf(stats: Stats): string {
  return fieldsOf(stats).join(' ');
}

/** All bytes of standard input. */
export async function readInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

/** So many bytes are read at a time. */
const portion = 131_072;

/**
 * The lines of a file, some at a time, so that it need not fit into memory.
 *
 * @throws Error whose message is for people, or a system error, if it can't be read or changes meanwhile.
 */
export function* fileSlices(path: string): Generator<Slice> {
  const file = openSync(path, 'r');
  try {
    const before = fstatSync(file);
    const slices = new LineSlices();
    for (;;) {
      const buffer = Buffer.allocUnsafe(portion);
      const length = readSync(file, buffer);
      const slice = length > 0 ? slices.add(buffer.subarray(0, length)) : slices.end();
      if (slice) yield slice;
      if (length === 0) break;
    }
    if (!sameContent(before, fstatSync(file))) throw new Error(sentence);
  } finally {
    closeSync(file);
  }
}

/**
 * The same of a file that is compressed with gzip, unpacked. What comes before a damaged place is given.
 *
 * @throws Error whose message is for people.
 */
export async function* gzipSlices(path: string): AsyncGenerator<Slice> {
  const before = statSync(path);
  const slices = new LineSlices();
  let bytes = 0;
  try {
    for await (const chunk of gunzipping(createReadStream(path), portion)) {
      bytes += chunk.length;
      const slice = slices.add(chunk);
      if (slice) yield slice;
    }
  } catch (error) {
    throw new Error(
      sayUnpacking(error, 'gzip', () => ({ bytes, lines: slices.lines })),
      { cause: error },
    );
  }
  const last = slices.end();
  if (last) yield last;
  if (!sameContent(before, statSync(path))) throw new Error(sentence);
}

/** The lines of standard input as they come; `wait` where the next ones are not there yet. */
export async function* inputSlices(): AsyncGenerator<Slice | 'wait'> {
  const { stdin } = process;
  const slices = new LineSlices();
  let told = false;
  for (;;) {
    const bytes = stdin.read() as Buffer | null;
    if (bytes) {
      told = false;
      const slice = slices.add(bytes);
      if (slice) yield slice;
    } else if (stdin.readableEnded) break;
    else if (!told) {
      // While this is told, more may come.
      told = true;
      yield 'wait';
    } else {
      const over = new AbortController();
      const { signal } = over;
      await Promise.race([once(stdin, 'readable', { signal }), once(stdin, 'end', { signal })]);
      over.abort();
    }
  }
  const last = slices.end();
  if (last) yield last;
}

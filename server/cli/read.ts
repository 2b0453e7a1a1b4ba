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
import type { Readable } from 'node:stream';
import { guessForeign } from '../formats/foreign-encoding.ts';
import type { Compression } from '../formats/format-name.ts';
import { sayUnpacking } from './compression.ts';
import { unpacking } from './packed-streams.ts';
import type { RecordSlices, Slice } from './record-slices.ts';
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

/** All bytes of standard input; undefined where they are more than `most`. */
export async function readInput(most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    const bytes = part as Uint8Array;
    size += bytes.length;
    if (size > most) return undefined;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** The first bytes of a file; none where it can't be read, which reading it says. */
export function firstBytes(path: string, most: number): Uint8Array {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return Buffer.alloc(0);
  }
  try {
    const buffer = Buffer.alloc(most);
    return buffer.subarray(0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}

/** Whether a file that begins so is one of UTF-16 or UTF-32, in which no byte tells where a record ends. */
export function isOfWideUnits(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const marked = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe);
  return marked || guessForeign(bytes.subarray(0, 4096), false) !== undefined;
}

/** What standard input begins with; it is still to be read. */
export async function inputBeginning(): Promise<Uint8Array> {
  const { stdin } = process;
  for (;;) {
    const bytes = stdin.read() as Buffer | null;
    if (bytes) {
      stdin.unshift(bytes);
      return bytes;
    }
    if (stdin.readableEnded) return Buffer.alloc(0);
    const over = new AbortController();
    const { signal } = over;
    await Promise.race([once(stdin, 'readable', { signal }), once(stdin, 'end', { signal })]);
    over.abort();
  }
}

/** So many bytes are read at a time. */
const portion = 131_072;

/**
 * The records of a file, some at a time, so that it need not fit into memory.
 *
 * @throws Error whose message is for people, or a system error, if it can't be read or changes meanwhile.
 */
export function* fileSlices(path: string, slices: RecordSlices): Generator<Slice> {
  const file = openSync(path, 'r');
  try {
    const before = fstatSync(file);
    for (;;) {
      const buffer = Buffer.allocUnsafe(portion);
      const length = readSync(file, buffer);
      yield* length > 0 ? slices.add(buffer.subarray(0, length)) : slices.end();
      if (length === 0) break;
    }
    if (!sameContent(before, fstatSync(file))) throw new Error(sentence);
  } finally {
    closeSync(file);
  }
}

/**
 * The same of a file that is compressed, unpacked. What comes before a damaged place is given.
 *
 * @throws Error whose message is for people.
 */
export async function* packedSlices(
  path: string,
  compression: Compression,
  slices: RecordSlices,
): AsyncGenerator<Slice> {
  const before = statSync(path);
  yield* slicesOfPacked(createReadStream(path), compression, slices);
  if (!sameContent(before, statSync(path))) throw new Error(sentence);
}

/** The same of a compressed stream. */
export async function* slicesOfPacked(
  stream: Readable,
  compression: Compression,
  slices: RecordSlices,
): AsyncGenerator<Slice> {
  let bytes = 0;
  try {
    for await (const chunk of unpacking(stream, compression, portion)) {
      bytes += chunk.length;
      yield* slices.add(chunk);
    }
  } catch (error) {
    throw new Error(
      sayUnpacking(error, compression, () => ({ bytes, lines: slices.lines })),
      { cause: error },
    );
  }
  yield* slices.end();
}

/** The records of standard input as they come; `wait` where the next ones are not there yet. */
export async function* inputSlices(slices: RecordSlices): AsyncGenerator<Slice | 'wait'> {
  const { stdin } = process;
  let told = false;
  for (;;) {
    const bytes = stdin.read() as Buffer | null;
    if (bytes) {
      told = false;
      yield* slices.add(bytes);
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
  yield* slices.end();
}

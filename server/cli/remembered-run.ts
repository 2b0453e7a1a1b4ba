import { fstatSync, readFileSync, statSync, writeSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { isatty } from 'node:tty';
import { hash } from '../core/text/hash.ts';
import { sentenceOf } from './system-errors.ts';
import { version } from './version.ts';

/**
 * A run that was remembered whole: what it said, and how everything stood that it looked at. While all of that stands
 * so still, saying the same again is the answer, and neither the engine nor even the parser of arguments is loaded for
 * it. It holds for the same arguments, folder, program and terminal.
 */
export interface RememberedRun {
  readonly exitCode: number;
  /** Absolute paths. */
  readonly paths: readonly string[];
  /** `fieldsOf` each of them, one after the other. */
  readonly fields: Float64Array;
  /** What was written, to standard output (1) or standard error (2), in this order. */
  readonly said: readonly (readonly [1 | 2, Uint8Array])[];
}

/** How many numbers say how a file or a folder stands. */
const fieldCount = 4;

/** Commands that only read, so that saying again what they said is all there is to do. */
const repeatable: ReadonlySet<string | undefined> = new Set(['check', 'quotes', 'stats']);

/** The numbers that say how a file or a folder stands: they change whenever it does. What is not there has its own. */
export function fieldsOf(stats: Stats | undefined): readonly [number, number, number, number] {
  return stats ? [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino] : [-1, -1, -1, -1];
}

/** The numbers of what is there, where it does not count what it is like. */
export const isThere: readonly number[] = [-2, 0, 0, 0];

/** What a run must have in common with one that is remembered; undefined where its command does more than say something. */
export function keyOf(args: readonly string[]): string | undefined {
  if (!repeatable.has(args[0])) return undefined;
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  // Another build may judge otherwise though its version is the same.
  const build = fieldsOf(statSync(programFile, { throwIfNoEntry: false }));
  const terminals = [isTerminal(1), isTerminal(2)];
  return JSON.stringify([
    version,
    process.version,
    build,
    process.cwd(),
    args,
    terminals,
    NO_COLOR,
    FORCE_COLOR,
    TERM,
  ]);
}

const programFile =
  typeof __filename === 'string' ? join(dirname(__filename), 'command-line.cjs') : process.execPath;

function isTerminal(descriptor: number): boolean {
  try {
    // Asking whether it is a terminal costs more than the rest, and of files and pipes it is known.
    return fstatSync(descriptor).isCharacterDevice() && isatty(descriptor);
  } catch {
    return false;
  }
}

/** Where the run of a key is remembered. That it is really the same key is told by the file. */
export function placeOf(cacheFolder: string, key: string): string {
  return join(cacheFolder, 'runs', hash(key));
}

/** The first line of the file. */
interface Head {
  readonly key: string;
  readonly exitCode: number;
  readonly places: number;
  /** Bytes of the paths. */
  readonly paths: number;
  /** Stream and bytes of each thing said. */
  readonly said: readonly (readonly [1 | 2, number])[];
}

/** A run as a file: the head in a line, the numbers, the paths with NULs between, and what was said. */
export function encodeRun(key: string, { exitCode, paths, fields, said }: RememberedRun): Uint8Array {
  const names = Buffer.from(paths.join('\0'));
  const head: Head = {
    key,
    exitCode,
    places: paths.length,
    paths: names.length,
    said: said.map(([stream, bytes]) => [stream, bytes.length]),
  };
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    new Uint8Array(fields.buffer, fields.byteOffset, fields.byteLength),
    names,
    ...said.map(([, bytes]) => bytes),
  ]);
}

/** The run that a file holds; undefined if it is another one's, or damaged. */
function decodeRun(key: string, bytes: Buffer): RememberedRun | undefined {
  let start = bytes.indexOf(10) + 1;
  const head = JSON.parse(bytes.toString('utf8', 0, start)) as Head;
  const size = head.places * fieldCount * Float64Array.BYTES_PER_ELEMENT;
  const all = head.said.reduce((sum, [, length]) => sum + length, start + size + head.paths);
  if (head.key !== key || all !== bytes.length) return undefined;
  const take = (length: number): Buffer => bytes.subarray(start, (start += length));
  // Numbers of eight bytes must begin at a multiple of eight: a copy does.
  const fields = new Float64Array(Uint8Array.from(take(size)).buffer);
  const paths = head.places === 0 ? [] : take(head.paths).toString('utf8').split('\0');
  return {
    exitCode: head.exitCode,
    paths,
    fields,
    said: head.said.map(([stream, length]) => [stream, take(length)]),
  };
}

/**
 * Says again what the same run said before, if everything stands as it did.
 *
 * @returns The exit code; undefined if the run must be made.
 */
export function sayAgain(cacheFolder: string, args: readonly string[]): number | undefined {
  let run: RememberedRun | undefined;
  try {
    const key = keyOf(args);
    if (key === undefined) return undefined;
    run = decodeRun(key, readFileSync(placeOf(cacheFolder, key)));
  } catch {
    // There is none, or it is damaged: it is only ever a help.
  }
  if (!run || !standsAsItDid(run)) return undefined;
  for (const [stream, bytes] of run.said) if (!write(stream, bytes)) return failed;
  return run.exitCode;
}

const failed = 2;

function standsAsItDid({ paths, fields }: RememberedRun): boolean {
  let field = 0;
  try {
    for (const path of paths) {
      const stats = statSync(path, { throwIfNoEntry: false });
      const isSame = stats
        ? fields[field] === isThere[0] ||
          (stats.size === fields[field] &&
            stats.mtimeMs === fields[field + 1] &&
            stats.ctimeMs === fields[field + 2] &&
            stats.ino === fields[field + 3])
        : fields[field] === -1;
      if (!isSame) return false;
      field += fieldCount;
    }
    return true;
  } catch {
    return false;
  }
}

/** Writes all bytes to a stream. @returns Whether they arrived, or are no longer wanted. */
function write(stream: 1 | 2, bytes: Uint8Array): boolean {
  for (let from = 0; from < bytes.length;) {
    try {
      from += writeSync(stream, bytes, from);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') {
        // The reader of a pipe is slow, and somebody made it one that does not wait by itself.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        continue;
      }
      // A reader that has seen enough, as in `copydesk check . | head`, is no fault of anybody.
      if (code === 'EPIPE') return true;
      if (stream === 1)
        write(2, Buffer.from(`error: The output could not be written. ${sentenceOf(error)}\n`));
      return false;
    }
  }
  return true;
}

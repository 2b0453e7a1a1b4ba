import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kept, keptMarks, type KeptMistake } from '../core/engine/kept.ts';
import { readKept, type KeptFile } from '../formats/corpus-node.ts';

/** The exceptions of a file, and its lines that are none. */
interface ReadFile {
  readonly kept: Kept;
  readonly mistakes: readonly KeptMistake[];
}

const known = new Map<string, ReadFile>();

/** What stands in a file of exceptions, read once. @throws A system error if it can't be read. */
export function keptFileOf({ path, identity }: KeptFile): ReadFile {
  const key = `${path}\0${identity}`;
  let read = known.get(key);
  if (!read) {
    const { marks, mistakes } = keptMarks(readKept(path));
    read = { kept: new Kept(marks), mistakes };
    known.set(key, read);
  }
  return read;
}

/** The exceptions of a file, read once. @throws A system error if it can't be read. */
export function keptOf(file: KeptFile): Kept {
  return keptFileOf(file).kept;
}

/** Writes a file whole or not at all, its folder too where that is missing. @throws A system error. */
export function writeWhole(path: string, text: string | Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${String(process.pid)}.tmp`;
  try {
    const file = openSync(beside, 'w');
    try {
      for (const piece of typeof text === 'string' ? [text] : portioned(text)) writeFileSync(file, piece);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Small pieces of a text put together, so that few are written. */
function* portioned(pieces: Iterable<string>): Generator<string> {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < portion) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}

/** UTF-16 units that are written at a time. */
const portion = 500_000;

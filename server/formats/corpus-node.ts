import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { keptPath } from '../core/engine/kept.ts';
import { configurationNames } from './configuration-file.ts';

/** What marks the folder of a corpus, beside which exceptions and the journal stand. */
const signs: readonly string[] = ['.copydesk', ...configurationNames, '.git'];

/**
 * The folder of the corpus that a folder (absolute path) belongs to: the nearest one, itself or above, that
 * holds a `.copydesk`, a configuration or a repository. Undefined where there is none.
 */
export function corpusFolder(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (signs.some((sign) => existsSync(join(current, sign)))) return current;
    if (dirname(current) === current) return undefined;
  }
}

/**
 * The folder beside whose articles something of theirs is put: that of their corpus, else the working folder
 * if they are in it, else their own. `folder` and `working` are absolute paths.
 */
export function homeFolder(folder: string, working: string): string {
  const within = folder === working || folder.startsWith(working.endsWith(sep) ? working : working + sep);
  return corpusFolder(folder) ?? (within ? working : folder);
}

/** A file of exceptions, and what of it changes whenever it does. */
export interface KeptFile {
  readonly path: string;
  readonly identity: string;
}

/** Files of exceptions that were looked for, by folder. */
export type KeptMemory = Map<string, KeptFile | undefined>;

/** The file of exceptions that holds for the articles of a folder (absolute path): its own, else the nearest above. */
export function findKept(folder: string, memory: KeptMemory = new Map()): KeptFile | undefined {
  if (memory.has(folder)) return memory.get(folder);
  const path = join(folder, keptPath);
  const stats = statSync(path, { throwIfNoEntry: false });
  const above = dirname(folder);
  const found = stats?.isFile()
    ? { path, identity: `${String(stats.size)}.${String(stats.mtimeMs)}.${String(stats.ino)}` }
    : above === folder
      ? undefined
      : findKept(above, memory);
  memory.set(folder, found);
  return found;
}

/** So many bytes of a file of exceptions are read at a time: a million of them would be 200 MB of text. */
const portion = 1_000_000;

/** The text of a file of exceptions in pieces of whole lines. @throws A system error if it can't be read. */
export function* readKept(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    let rest = Buffer.alloc(0);
    for (let isFirst = true; ; isFirst = false) {
      const buffer = Buffer.allocUnsafe(portion);
      const length = readSync(file, buffer);
      const bytes = Buffer.concat([rest, buffer.subarray(0, length)]);
      const end = length === 0 ? bytes.length : bytes.lastIndexOf(10) + 1;
      const text = bytes.toString('utf8', 0, end);
      // Some editors put a byte order mark before it.
      yield isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
      rest = bytes.subarray(end);
      if (length === 0) return;
    }
  } finally {
    closeSync(file);
  }
}

/** Adds lines to a file of exceptions, which need not be there yet. @throws A system error. */
export async function appendKept(path: string, lines: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a+');
  try {
    const { size } = await file.stat();
    const last = Buffer.from('\n');
    if (size > 0) await file.read(last, 0, 1, size - 1);
    // A last line without a line break, as people and merges leave it, would go on in what is added. Appending in one
    // call keeps lines whole even if two programs do it at once.
    await file.appendFile((last[0] === 10 ? '' : '\n') + lines);
  } finally {
    await file.close();
  }
}

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kept, keptMarks } from '../core/engine/kept.ts';
import { readKept, type KeptFile } from '../formats/corpus-node.ts';

const known = new Map<string, Kept>();

/** The exceptions of a file, read once. @throws A system error if it can't be read. */
export function keptOf({ path, identity }: KeptFile): Kept {
  const key = `${path}\0${identity}`;
  let kept = known.get(key);
  if (!kept) {
    kept = new Kept(keptMarks(readKept(path)).marks);
    known.set(key, kept);
  }
  return kept;
}

/** Writes a file whole or not at all, its folder too where that is missing. @throws A system error. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(beside, text, { flush: true });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

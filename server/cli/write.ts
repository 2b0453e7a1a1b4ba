import { readFileSync } from 'node:fs';
import { BesideFile } from './beside-file.ts';

/**
 * Puts `after` in the place of a file's content, whole or not at all.
 *
 * @param before What the file held when it was read.
 * @throws Error whose message is for people, or a system error; the file is then as it was.
 */
export function replaceContent(path: string, before: Uint8Array, after: Uint8Array): void {
  const beside = new BesideFile(path);
  try {
    beside.write(after);
    beside.replace((real) => {
      if (!readFileSync(real).equals(before))
        throw new Error('It changed after it was read. Run again when no other program writes to it.');
    });
  } catch (error) {
    beside.discard();
    throw error;
  }
}

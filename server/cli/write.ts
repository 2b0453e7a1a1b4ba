import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Puts `after` in the place of a file's content: written beside the file, made safe on the disk, then
 * renamed, so that at every moment either the old or the new content stands there whole. Mode and owner
 * stay; a link stays a link.
 *
 * @param before What the file held when it was read.
 * @throws Error whose message is for people, or a system error; the file is then as it was.
 */
export function replaceContent(path: string, before: Uint8Array, after: Uint8Array): void {
  const { real, stats } = writable(path);
  const beside = join(dirname(real), `.copydesk-${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeBeside(beside, after, stats);
    // As late as can be: only the rename comes after it.
    if (!readFileSync(real).equals(before)) {
      throw new Error('It changed after it was read. Run again when no other program writes to it.');
    }
    renameSync(beside, real);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The file that a path leads to. @throws Error if it is write-protected, or a system error. */
export function writable(path: string): { readonly real: string; readonly stats: Stats } {
  const real = realpathSync(path);
  const stats = statSync(real);
  // Renaming needs no permission to write the file itself, but who took that away meant it.
  if ((stats.mode & 0o222) === 0) throw new Error('It is write-protected. Make it writable first.');
  return { real, stats };
}

function writeBeside(path: string, bytes: Uint8Array, { mode, uid, gid }: Stats): void {
  // Nobody but the owner may read it until it has the mode of the file it replaces.
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, bytes);
    if (process.platform !== 'win32') {
      keepOwner(file, uid, gid);
      fchmodSync(file, mode & 0o7777);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Only an administrator can give a file to somebody else; everybody else's changes make it theirs. */
function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

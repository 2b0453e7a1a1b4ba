import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What is to take a file's place, written beside it, so that at every moment either the old or the new
 * content stands there whole. Mode and owner stay; a link stays a link.
 */
export class BesideFile {
  readonly #real: string;
  readonly #stats: Stats;
  readonly #beside: string;
  readonly #file: number;
  #open = true;

  /** @throws Error if the file is write-protected, or a system error. */
  constructor(path: string) {
    ({ real: this.#real, stats: this.#stats } = writable(path));
    this.#beside = join(dirname(this.#real), `.copydesk-${randomBytes(6).toString('hex')}.tmp`);
    // Nobody but the owner may read it until it has the mode of the file it replaces.
    this.#file = openSync(this.#beside, 'wx', 0o600);
  }

  write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done);
  }

  /**
   * Makes what was written safe on the disk and puts it in the file's place.
   *
   * @param check Called right before, to throw if the file is not any more what was read.
   */
  replace(check: (real: string) => void = () => undefined): void {
    const { mode, uid, gid } = this.#stats;
    if (process.platform !== 'win32') {
      keepOwner(this.#file, uid, gid);
      fchmodSync(this.#file, mode & 0o7777);
    }
    fsyncSync(this.#file);
    this.#close();
    // As late as can be: only the rename comes after it.
    check(this.#real);
    renameSync(this.#beside, this.#real);
  }

  /** Takes what was written away; the file is as it was. */
  discard(): void {
    this.#close();
    rmSync(this.#beside, { force: true });
  }

  #close(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
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

/** Only an administrator can give a file to somebody else; everybody else's changes make it theirs. */
function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { BesideFile } from './beside-file.ts';
import type { Journal } from './journal.ts';
import type { PartsJournal } from './journal-parts.ts';
import { identityOf } from './read.ts';
import type { Task, Told } from './work/job.ts';

/**
 * The fix of a file that is never in memory as a whole: what it becomes is written beside it as its parts
 * come, and takes its place when the last one has come.
 */
class StreamedFix {
  readonly path: string;
  readonly #journal: Journal;
  readonly #identity: string;
  readonly #beside: BesideFile;
  readonly #before = createHash('sha1');
  readonly #after = createHash('sha1');
  #parts: PartsJournal | undefined;
  #length = 0;

  /** @throws Error with a sentence for people if the file or what stands beside it can't be written. */
  constructor(path: string, journal: Journal) {
    this.path = path;
    this.#journal = journal;
    this.#identity = identityOf(statSync(path));
    this.#beside = new BesideFile(path);
  }

  /** Takes the next part of the file. `after`: what becomes of it, if anything. @throws Error if it can't be written. */
  add(before: Uint8Array, after: Uint8Array | undefined): void {
    const bytes = after ?? before;
    this.#before.update(before);
    this.#after.update(bytes);
    if (after) (this.#parts ??= this.#journal.beginParts(this.path)).note(this.#length, before, after);
    this.#beside.write(bytes);
    this.#length += bytes.length;
  }

  /** Puts the file in its place if anything in it changed. @throws Error; the file is then as it was. */
  finish(): void {
    const parts = this.#parts;
    if (!parts) {
      this.discard();
      return;
    }
    try {
      const hashes = { before: this.#before.digest('base64'), after: this.#after.digest('base64') };
      this.#journal.endParts(this.path, parts, hashes);
      this.#parts = undefined;
      this.#beside.replace(() => {
        if (identityOf(statSync(this.path)) !== this.#identity)
          throw new Error('It changed after it was read. Run again when no other program writes to it.');
      });
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** Leaves the file as it was. */
  discard(): void {
    this.#parts?.discard();
    this.#parts = undefined;
    this.#beside.discard();
  }
}

/** The fixes of a run's large files, one after the other. */
export class StreamedFixes {
  readonly #journal: Journal;
  #current: StreamedFix | undefined;
  #made = { fixed: 0, changed: 0 };
  /** The file of which the rest is passed by. */
  #failed: string | undefined;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  hasFailed(path: string): boolean {
    return this.#failed === path;
  }

  /**
   * Takes the next part of a file (absolute path).
   *
   * @returns What was fixed in the file, once it is in its place; nothing before.
   * @throws Error with a sentence for people, once for a file; it stays as it was.
   */
  put(path: string, { part, bytes }: Task, told: Told): { readonly fixed: number; readonly changed: number } {
    const nothing = { fixed: 0, changed: 0 };
    if (this.hasFailed(path)) return nothing;
    try {
      if (this.#current?.path !== path) {
        // What could not be read to its end stays as it was.
        this.close();
        this.#made = nothing;
        this.#current = new StreamedFix(path, this.#journal);
      }
      this.#current.add(bytes ?? Buffer.alloc(0), told.change?.after);
      const { fixed, changed } = this.#made;
      this.#made = { fixed: fixed + told.fixed, changed: changed + told.changed };
      if (part?.last !== true) return nothing;
      this.#current.finish();
      this.#current = undefined;
      return this.#made;
    } catch (error) {
      this.#failed = path;
      this.close();
      throw error;
    }
  }

  /** Leaves a file of which not all parts came as it was. */
  close(): void {
    this.#current?.discard();
    this.#current = undefined;
  }
}

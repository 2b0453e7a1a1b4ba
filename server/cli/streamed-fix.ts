import { createHash } from 'node:crypto';
import { closeSync, openSync, statSync } from 'node:fs';
import { compressionOf } from '../formats/format-name.ts';
import { BesideFile } from './beside-file.ts';
import type { Journal } from './journal.ts';
import { copy, type PartsJournal } from './journal-parts.ts';
import { Packing } from './packed-streams.ts';
import { identityOf } from './read.ts';
import type { Task, Told } from './work/job.ts';

/**
 * The fix of a file that is never in memory as a whole: what it becomes is written beside it as its parts
 * come, from the first one that changes on, and takes its place when the last one has come.
 */
class StreamedFix {
  readonly path: string;
  readonly #journal: Journal;
  readonly #identity: string;
  readonly #before = createHash('sha1');
  readonly #after = createHash('sha1');
  #beside: BesideFile | undefined;
  #packing: Packing | undefined;
  #parts: PartsJournal | undefined;
  #changed = false;
  /** How many bytes it has become so far, unpacked and as they are written. */
  #length = 0;
  #written = 0;

  /** @throws Error with a sentence for people if what stands beside it can't be written. */
  constructor(path: string, journal: Journal) {
    this.path = path;
    this.#journal = journal;
    this.#identity = identityOf(statSync(path));
    const compression = compressionOf(path);
    if (!compression) return;
    const beside = (this.#beside = new BesideFile(path));
    this.#packing = new Packing(compression, (bytes) => {
      this.#after.update(bytes);
      beside.write(bytes);
      this.#written += bytes.length;
    });
  }

  /** Takes the next part of the file. `after`: what becomes of it, if anything. @throws Error if it can't be written. */
  async add(before: Uint8Array, after: Uint8Array | undefined): Promise<void> {
    const bytes = after ?? before;
    this.#changed ||= after !== undefined;
    if (this.#packing) await this.#packing.add(bytes);
    else {
      this.#before.update(before);
      this.#after.update(bytes);
      if (after) {
        this.#parts ??= this.#journal.beginParts(this.path);
        this.#parts.note(this.#length, before, after);
        this.#beside ??= this.#besideSoFar();
      }
      this.#beside?.write(bytes);
    }
    this.#length += bytes.length;
  }

  /** What goes before the first change is copied. */
  #besideSoFar(): BesideFile {
    const beside = new BesideFile(this.path);
    const file = openSync(this.path, 'r');
    try {
      copy(file, 0, this.#length, (bytes) => {
        beside.write(bytes);
      });
    } catch (error) {
      beside.discard();
      throw error;
    } finally {
      closeSync(file);
    }
    return beside;
  }

  /** Puts the file in its place if anything in it changed. @throws Error; the file is then as it was. */
  async finish(): Promise<void> {
    if (!this.#changed) {
      this.discard();
      return;
    }
    try {
      if (this.#packing) await this.#finishPacked(this.#packing);
      const hashes = { before: this.#before.digest('base64'), after: this.#after.digest('base64') };
      if (this.#parts) this.#journal.endParts(this.path, this.#parts, hashes);
      this.#parts = undefined;
      this.#beside?.replace(() => {
        if (identityOf(statSync(this.path)) !== this.#identity)
          throw new Error('It changed after it was read. Run again when no other program writes to it.');
      });
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** Notes all of a compressed file: compressed again it would have other bytes. */
  async #finishPacked(packing: Packing): Promise<void> {
    await packing.end();
    const parts = (this.#parts = this.#journal.beginParts(this.path));
    const file = openSync(this.path, 'r');
    try {
      copy(file, 0, statSync(this.path).size, (bytes) => {
        this.#before.update(bytes);
        parts.replace(this.#written, bytes);
      });
    } finally {
      closeSync(file);
    }
  }

  /** Leaves the file as it was. */
  discard(): void {
    this.#parts?.discard();
    this.#parts = undefined;
    this.#packing?.discard();
    this.#beside?.discard();
  }
}

/** The fixes of a run's large files, one after the other. */
export class StreamedFixes {
  readonly #journal: Journal;
  readonly #compressed: boolean;
  #current: StreamedFix | undefined;
  #made = { fixed: 0, changed: 0 };
  /** The file of which the rest is passed by. */
  #failed: string | undefined;

  /** @param compressed Whether files that are compressed may be written. */
  constructor(journal: Journal, compressed: boolean) {
    this.#journal = journal;
    this.#compressed = compressed;
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
  async put(
    path: string,
    { part, bytes }: Task,
    told: Told,
  ): Promise<{ readonly fixed: number; readonly changed: number }> {
    const nothing = { fixed: 0, changed: 0 };
    if (this.hasFailed(path) || (!this.#compressed && compressionOf(path) !== undefined)) return nothing;
    try {
      if (this.#current?.path !== path) {
        // What could not be read to its end stays as it was.
        this.close();
        this.#made = nothing;
        this.#current = new StreamedFix(path, this.#journal);
      }
      await this.#current.add(bytes ?? Buffer.alloc(0), told.change?.after);
      const { fixed, changed } = this.#made;
      this.#made = { fixed: fixed + told.fixed, changed: changed + told.changed };
      if (part?.last !== true) return nothing;
      await this.#current.finish();
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

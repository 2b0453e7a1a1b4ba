import { statSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { keptPath } from '../core/engine/kept.ts';
import { configurationNames } from '../formats/configuration-file.ts';
import { sweep, writeCacheFile } from './cache-file.ts';
import { cacheFolder } from './cache-folder.ts';
import { encodeRun, fieldsOf, isThere, keyOf, placeOf } from './remembered-run.ts';

/**
 * What was changed (ms since 1970) only so short a time before this program started, or later, may change again
 * without a trace: the clocks of file systems are coarse.
 */
export const certainBefore = performance.timeOrigin - 2_000;

/** A run that looks at more places, or says more (UTF-16 units or bytes), is not remembered whole. */
const most = { places: 200_000, said: 16_000_000 };

/** What in a folder has a say about the articles in it and below. */
const around: readonly string[] = [
  ...configurationNames,
  keptPath,
  '.copydeskignore',
  '.gitignore',
  '.git',
  '.git/info/exclude',
];

/**
 * Notes all that a run looks at and says, so that the next one that is the same may be answered from memory. It is
 * given up where anything is not as it should be.
 */
export class Recording {
  readonly #key: string;
  readonly #file: string;
  #paths: string[] = [];
  #fields: number[] = [];
  #said: (readonly [1 | 2, string | Uint8Array])[] = [];
  #size = 0;
  readonly #places = new Set<string>();
  readonly #folders = new Set<string>();
  #isOn = false;
  #isOver = false;

  private constructor(key: string, file: string) {
    this.#key = key;
    this.#file = file;
  }

  /** The recording of a run with these arguments, where it may be remembered. */
  static of(args: readonly string[]): Recording | undefined {
    const folder = cacheFolder();
    const key = folder === undefined ? undefined : keyOf(args);
    return folder === undefined || key === undefined ? undefined : new Recording(key, placeOf(folder, key));
  }

  /** Begins to note, if nothing speaks against it yet. */
  begin(): void {
    this.#isOn = !this.#isOver;
  }

  /** Has nothing remembered of this run. */
  giveUp(): void {
    this.#isOn = false;
    this.#isOver = true;
    this.#paths = [];
    this.#fields = [];
    this.#said = [];
  }

  /** A file that was read, as it was then. */
  file(path: string, identity: string | undefined): void {
    if (identity === undefined) this.giveUp();
    // What was looked at before and changed since is too young to be remembered.
    else if (!this.#places.has(path)) this.#note(path, identity.split(' ').map(Number));
  }

  /**
   * A path that is about to be looked at, whatever is there or not.
   *
   * @param presence Whether it counts only that it is there.
   */
  place(path: string, presence = false): void {
    const absolute = resolve(path);
    if (!this.#isOn || this.#places.has(absolute)) return;
    this.#places.add(absolute);
    const stats = statsOf(absolute);
    this.#note(absolute, presence && stats ? isThere : fieldsOf(stats));
  }

  /** A folder (absolute path) whose files are about to be listed. */
  folder(path: string): void {
    this.place(path);
    this.around(path, true);
  }

  /** What has a say about the articles in a folder (absolute path): there, and in all folders above. */
  around(folder: string, listed = false): void {
    if (!this.#isOn || this.#folders.has(folder)) return;
    this.#folders.add(folder);
    for (const name of around) {
      const [first = name] = name.split('/');
      // What is missing in a folder that is listed can't come without changing the folder.
      if (!listed || statsOf(join(folder, first))) this.place(join(folder, name), name === '.git');
    }
    if (dirname(folder) !== folder) this.around(dirname(folder));
  }

  /** Something that was handed on to standard output (1) or standard error (2). */
  said(stream: 1 | 2, data: string | Uint8Array): void {
    if (!this.#isOn) return;
    this.#size += data.length;
    if (this.#size > most.said) this.giveUp();
    else this.#said.push([stream, data]);
  }

  /** Keeps the run for the next one. To be called once, at its end. */
  save(exitCode: number): void {
    if (!this.#isOn) return;
    const said = this.#said.map(([stream, data]) => [stream, Buffer.from(data)] as const);
    const fields = Float64Array.from(this.#fields);
    writeCacheFile(this.#file, encodeRun(this.#key, { exitCode, paths: this.#paths, fields, said }));
    sweep(dirname(this.#file));
  }

  #note(path: string, fields: readonly number[]): void {
    if (!this.#isOn) return;
    const [, modified = 0] = fields;
    if (modified >= certainBefore || this.#paths.length >= most.places) {
      this.giveUp();
      return;
    }
    this.#paths.push(path);
    this.#fields.push(...fields);
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // What may not be looked at is told by whoever needs it.
    return undefined;
  }
}

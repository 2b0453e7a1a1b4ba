import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './job.ts';

/** More than this (UTF-16 units) is not kept of one folder of articles. */
const largest = 32_000_000;

/** Days after which what was not made anew is thrown away, and days between two sweeps. */
const lifetime = 30;
const betweenSweeps = 1;

export interface Entry {
  /** What of the file changes with its content; empty where that can’t be told. */
  readonly identity: string;
  readonly hash: string;
  readonly outcome: Outcome;
}

/** The outcomes of one folder’s articles, in one file: a line an article, read when it is asked for. */
export class Shard {
  readonly #path: string;
  readonly #lines = new Map<string, string>();
  readonly #fresh = new Map<string, Entry>();

  constructor(path: string) {
    this.#path = path;
    for (const line of textOf(path).split('\n')) {
      const end = line.indexOf('\t');
      if (end > 0) this.#lines.set(line.slice(0, end), line.slice(end + 1));
    }
  }

  get(name: string): Entry | undefined {
    const fresh = this.#fresh.get(name);
    if (fresh) return fresh;
    const line = this.#lines.get(JSON.stringify(name));
    try {
      return line === undefined ? undefined : (JSON.parse(line) as Entry);
    } catch {
      return undefined;
    }
  }

  set(name: string, entry: Entry): void {
    this.#fresh.set(name, entry);
  }

  /** Writes what is new beside what was known; another run that saves at the same time wins or loses whole. */
  save(): void {
    if (this.#fresh.size === 0) return;
    let text = '';
    for (const [name, entry] of this.#fresh) {
      const key = JSON.stringify(name);
      this.#lines.delete(key);
      text += `${key}\t${JSON.stringify(entry)}\n`;
      if (text.length > largest) break;
    }
    for (const [key, line] of this.#lines) {
      if (text.length > largest) break;
      text += `${key}\t${line}\n`;
    }
    const beside = `${this.#path}.${String(process.pid)}`;
    try {
      writeFileSync(beside, text, { mode: 0o600 });
      renameSync(beside, this.#path);
    } catch {
      rmSync(beside, { force: true });
    }
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Once a day, throws away what is old. */
export function sweep(folder: string): void {
  const stamp = join(folder, 'swept');
  const now = Date.now();
  try {
    if (daysSince(statSync(stamp).mtimeMs, now) < betweenSweeps) return;
    utimesSync(stamp, new Date(now), new Date(now));
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (name !== 'swept' && daysSince(statSync(path).mtimeMs, now) > lifetime) rmSync(path);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') writeQuietly(stamp);
  }
}

function writeQuietly(path: string): void {
  try {
    writeFileSync(path, '');
  } catch {
    // A cache that can't be written is none.
  }
}

function daysSince(time: number, now: number): number {
  return (now - time) / 86_400_000;
}

import { readFileSync } from 'node:fs';
import { writeCacheFile } from '../cache-file.ts';
import type { Outcome } from './job.ts';

/** More than this (UTF-16 units) is not kept of one folder of articles. */
const largest = 32_000_000;

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

  /** Writes what is new beside what was known. */
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
    writeCacheFile(this.#path, text);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

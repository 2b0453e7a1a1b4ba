import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sweep } from '../cache-file.ts';
import { cacheFolder } from '../cache-folder.ts';
import { version } from '../version.ts';
import { certainBefore } from '../recording.ts';
import { hashOf } from './hash.ts';
import type { Done, Job, Mandate, Outcome, Task } from './job.ts';
import { Shard } from './shard.ts';

/**
 * What earlier runs came to. An outcome holds for a content, a name, settings and a kind of report; that the
 * content is the same is taken from the file’s size and times, or where those differ from its hash. The
 * cache is only ever a help: where it can’t be read or written, the work is done.
 */
export class Cache {
  readonly #folder: string;
  readonly #jobKey: string;
  readonly #mandateKeys = new WeakMap<Mandate, string>();
  readonly #shards = new Map<string, Shard>();
  #current: string | undefined;

  private constructor(folder: string, jobKey: string) {
    this.#folder = folder;
    this.#jobKey = jobKey;
  }

  /** The user’s cache for a job; undefined where there can be none. */
  static open(job: Job): Cache | undefined {
    const folder = cacheFolder();
    // Another build may judge otherwise though its version is the same.
    const build =
      typeof __filename === 'string' ? statSync(__filename, { throwIfNoEntry: false }) : undefined;
    if (folder === undefined || !build) return undefined;
    const articles = join(folder, 'articles');
    try {
      mkdirSync(articles, { recursive: true, mode: 0o700 });
    } catch {
      return undefined;
    }
    const key = hashOf(JSON.stringify([version, build.size, build.mtimeMs, process.cwd(), job]));
    return new Cache(articles, key);
  }

  /** What is known of a task: its outcome, or at least for which content there is one. */
  find(
    task: Task,
    mandate: Mandate,
    identity: string,
  ): { readonly outcome?: Outcome; readonly hash?: string } | undefined {
    if (task.path === undefined) return undefined;
    const entry = this.#shardOf(task.path).get(this.#nameOf(task, mandate));
    if (!entry) return undefined;
    return entry.identity === identity ? { outcome: entry.outcome } : { hash: entry.hash };
  }

  /** The outcome of a task that was done, kept for the next run. Tasks are to be settled in their order. */
  settled(task: Task, mandate: Mandate, { outcome, identity, hash }: Done): Outcome {
    if (task.path === undefined) return outcome;
    const folder = dirname(task.path);
    if (this.#current !== undefined && this.#current !== folder) this.#save(this.#current);
    this.#current = folder;
    const shard = this.#shardOf(task.path);
    const name = this.#nameOf(task, mandate);
    const known = outcome.kind === 'same' ? shard.get(name)?.outcome : outcome;
    if (!known) return outcome;
    const lasting = known.kind === 'other' || (known.kind === 'told' && !known.change);
    if (identity !== undefined && hash !== undefined && lasting) {
      shard.set(name, { identity: isCertain(identity) ? identity : '', hash, outcome: known });
    }
    return known;
  }

  close(): void {
    for (const folder of this.#shards.keys()) this.#save(folder);
    sweep(this.#folder);
  }

  #shardOf(path: string): Shard {
    const folder = dirname(path);
    let shard = this.#shards.get(folder);
    if (!shard) {
      const name = hashOf(`${folder}\0${this.#jobKey}`).replaceAll('/', '_');
      shard = new Shard(join(this.#folder, name));
      this.#shards.set(folder, shard);
    }
    return shard;
  }

  #save(folder: string): void {
    this.#shards.get(folder)?.save();
    this.#shards.delete(folder);
  }

  #nameOf({ name, named }: Task, mandate: Mandate): string {
    let key = this.#mandateKeys.get(mandate);
    if (key === undefined) {
      const { settings, ...rest } = mandate;
      key = hashOf(JSON.stringify([settings.language, [...settings.rules], rest])).slice(0, 16);
      this.#mandateKeys.set(mandate, key);
    }
    return `${key}${named ? '!' : ':'}${name}`;
  }
}

function isCertain(identity: string): boolean {
  return Number(identity.split(' ')[1]) < certainBefore;
}

import type { Connection } from 'vscode-languageserver';
import { Kept, keptLine, keptMarks, keptPath, type KeptEntry } from '../core/engine/kept.ts';
import { configurationNames, parseConfiguration } from '../formats/configuration-file.ts';
import { decode } from '../formats/decode.ts';
import { EditorFiles } from './editor-files.ts';
import type { ConfigurationTarget, Host, HostConfiguration, HostFile, HostKept } from './host.ts';
import { folderAbove, nameIn, pathFrom, pathOfUri } from './uris.ts';
import { mayHoldArticles } from './records/corpus-file.ts';

/** A file beside the articles of a folder (a URI), or why it can't be read. */
interface Found<T> {
  readonly uri: string;
  readonly folder: string;
  readonly value: T | Error;
}

/** What a folder holds itself. */
interface FolderFacts {
  readonly configuration: Found<string> | undefined;
  readonly kept: Found<HostKept> | undefined;
}

/**
 * The host for files that the editor alone reaches: a repository opened without a clone, and any file where the
 * server runs in a browser. What the answers need is asked of the editor beforehand, by `prepare`.
 */
export class EditorHost implements Host {
  readonly #files: EditorFiles;
  readonly #reachable: (uri: string) => boolean;
  /** Facts by folder, once they are known or asked for. */
  readonly #asked = new Map<string, Promise<void>>();
  readonly #facts = new Map<string, FolderFacts>();
  /** The uppermost folder that was looked into for a document’s folder. */
  readonly #tops = new Map<string, string>();

  constructor(connection: Connection, reachable: (uri: string) => boolean) {
    this.#files = new EditorFiles(connection);
    this.#reachable = reachable;
  }

  /** Looks for configurations and exceptions from the document’s folder up to the one that is open. */
  async prepare(uri: string, top: string | undefined): Promise<void> {
    const own = folderAbove(uri);
    if (!this.reaches(uri) || own === undefined) return;
    const last = top ?? own;
    this.#tops.set(own, last);
    await Promise.all(foldersUpTo(own, last).map((folder) => this.#learn(folder)));
  }

  configurationOf(uri: string): HostConfiguration | undefined {
    const found = this.#nearest(uri, ({ configuration }) => configuration);
    if (!found) return undefined;
    const text = valueOf(found);
    return {
      ...parseConfiguration(text),
      path: pathOfUri(found.uri),
      inFolder: pathFrom(found.folder, uri),
    };
  }

  configurationFor(uri: string, folder: string | undefined): ConfigurationTarget | undefined {
    const around = folder ?? folderAbove(uri);
    if (!this.reaches(uri) || around === undefined) return undefined;
    const found = this.#nearest(uri, ({ configuration }) => configuration);
    const target = found?.uri ?? nameIn(around, configurationNames[0] ?? 'copydesk.json');
    return {
      uri: target,
      name: target.slice(target.lastIndexOf('/') + 1),
      text: found && valueOf(found),
    };
  }

  keptOf(uri: string): HostKept | undefined {
    const found = this.#nearest(uri, ({ kept }) => kept);
    return found && valueOf(found);
  }

  reaches(uri: string): boolean {
    return this.#reachable(uri);
  }

  async keep(uri: string, folder: string | undefined, entry: KeptEntry): Promise<void> {
    await this.prepare(uri, folder);
    const found = this.#nearest(uri, ({ kept }) => kept);
    const beside = this.#nearest(uri, ({ configuration }) => configuration);
    const corpus = found?.folder ?? beside?.folder ?? folder ?? folderAbove(uri);
    if (corpus === undefined) throw new Error('It is no file, so nothing can be noted beside it.');
    const line = keptLine({ ...entry, file: pathFrom(corpus, uri) });
    await this.#files.append(nameIn(corpus, keptPath), line);
  }

  forgetConfigurations(): void {
    this.#asked.clear();
    this.#facts.clear();
  }

  /** Folders that are reached by a link are left out, for here nobody can tell a circle of them. */
  async *filesOf(folder: string): AsyncGenerator<HostFile> {
    if (!this.reaches(folder)) return;
    const waiting = [folder];
    for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
      const inner: string[] = [];
      const entries = (await this.#files.list(current)) ?? [];
      for (const { name, kind } of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
        if (name.startsWith('.') || name === 'node_modules') continue;
        const uri = nameIn(current, name);
        if (kind === 'folder') inner.push(uri);
        else if (kind === 'file' && mayHoldArticles(pathOfUri(uri))) yield await this.#file(uri);
      }
      waiting.push(...inner.reverse());
    }
  }

  async #file(uri: string): Promise<HostFile> {
    const stamp = (await this.#files.stamp(uri)) ?? 'gone';
    const read = async (): Promise<string> => {
      const bytes = await this.#files.read(uri);
      if (!bytes) throw new Error('It is not there any more.');
      return decode(bytes).text;
    };
    return { uri, stamp, read };
  }

  /** What the nearest folder that has it holds. */
  #nearest<T>(uri: string, pick: (facts: FolderFacts) => Found<T> | undefined): Found<T> | undefined {
    const own = folderAbove(uri);
    if (own === undefined) return undefined;
    for (const folder of foldersUpTo(own, this.#tops.get(own) ?? own)) {
      const facts = this.#facts.get(folder);
      const found = facts && pick(facts);
      if (found) return found;
    }
    return undefined;
  }

  #learn(folder: string): Promise<void> {
    const asked = this.#asked.get(folder) ?? this.#factsOf(folder);
    this.#asked.set(folder, asked);
    return asked;
  }

  async #factsOf(folder: string): Promise<void> {
    const [kept, ...configurations] = await Promise.all([
      this.#find(folder, keptPath, (bytes, path): HostKept => {
        const { marks, mistakes } = keptMarks(new TextDecoder().decode(bytes));
        return { path, kept: new Kept(marks), mistakes };
      }),
      ...configurationNames.map((name) => this.#find(folder, name, (bytes) => decode(bytes).text)),
    ]);
    this.#facts.set(folder, { kept, configuration: configurations.find((one) => one !== undefined) });
  }

  async #find<T>(
    folder: string,
    name: string,
    read: (bytes: Uint8Array, path: string) => T,
  ): Promise<Found<T> | undefined> {
    const uri = nameIn(folder, name);
    const path = pathOfUri(uri);
    try {
      const bytes = await this.#files.read(uri);
      return bytes && { uri, folder, value: read(bytes, path) };
    } catch (error) {
      return { uri, folder, value: Object.assign(error as Error, { path }) };
    }
  }
}

/** @throws The reason why it can't be read. */
function valueOf<T>({ value }: Found<T>): T {
  if (value instanceof Error) throw value;
  return value;
}

/** A folder and those above it up to another, both among them; only itself where it is not below that one. */
function foldersUpTo(folder: string, top: string): string[] {
  const last = top.replace(/\/$/, '');
  const folders = [folder];
  for (let current = folder; current !== last;) {
    const above = folderAbove(current);
    if (above === undefined) return [folder];
    folders.push(above);
    current = above;
  }
  return folders;
}

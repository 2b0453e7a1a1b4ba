import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Kept, keptLine, keptMarks, keptPath, type KeptEntry } from '../core/engine/kept.ts';
import { configurationNames } from '../formats/configuration-file.ts';
import { findConfiguration, type ConfigurationMemory } from '../formats/configuration-node.ts';
import { appendKept, corpusFolder, findKept, readKept, type KeptMemory } from '../formats/corpus-node.ts';
import { decode } from '../formats/decode.ts';
import type { ConfigurationTarget, Host, HostConfiguration, HostFile, HostKept } from './host.ts';
import { walk } from './walk-node.ts';

/** The host of a server that runs in Node beside the files. */
export class NodeHost implements Host {
  readonly #configurations: ConfigurationMemory = new Map();
  readonly #keptFiles: KeptMemory = new Map();
  /** Exceptions by their file, as it was when they were read. */
  readonly #kept = new Map<string, HostKept & { readonly identity: string }>();

  prepare(): Promise<void> {
    // Files are read at once when they are asked for.
    return Promise.resolve();
  }

  configurationOf(uri: string): HostConfiguration | undefined {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const file = findConfiguration(dirname(path), this.#configurations);
    if (!file) return undefined;
    return { ...file, inFolder: slashed(relative(dirname(file.path), path)) };
  }

  configurationFor(uri: string, folder: string | undefined): ConfigurationTarget | undefined {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const found = findConfiguration(dirname(path), this.#configurations)?.path;
    const name = configurationNames[0] ?? 'copydesk.json';
    const target = found ?? join((folder && pathOf(folder)) ?? dirname(path), name);
    return {
      uri: pathToFileURL(target).href,
      name: basename(target),
      text: found === undefined ? undefined : decode(readFileSync(found)).text,
    };
  }

  keptOf(uri: string): HostKept | undefined {
    const path = pathOf(uri);
    const file = path === undefined ? undefined : findKept(dirname(path), this.#keptFiles);
    if (!file) return undefined;
    const known = this.#kept.get(file.path);
    if (known?.identity === file.identity) return known;
    const { marks, mistakes } = keptMarks(readKept(file.path));
    const read = { ...file, kept: new Kept(marks), mistakes };
    this.#kept.set(file.path, read);
    return read;
  }

  reaches(uri: string): boolean {
    return pathOf(uri) !== undefined;
  }

  async keep(uri: string, folder: string | undefined, entry: KeptEntry): Promise<void> {
    const path = pathOf(uri);
    if (path === undefined) throw new Error('It is no file, so nothing can be noted beside it.');
    const around = dirname(path);
    const corpus = corpusFolder(around) ?? (folder && pathOf(folder)) ?? around;
    const file = findKept(around)?.path ?? join(corpus, keptPath);
    const place = slashed(relative(dirname(dirname(file)), path));
    await appendKept(file, keptLine({ ...entry, file: place }));
  }

  forgetConfigurations(): void {
    this.#configurations.clear();
    this.#keptFiles.clear();
  }

  async *filesOf(folder: string): AsyncGenerator<HostFile> {
    const path = pathOf(folder);
    if (path !== undefined) yield* walk(path);
  }
}

/** The path of a file's URI; undefined for what is no file of this machine. */
function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    // Another system's path, or an escape that means nothing: no file here has that address.
    return undefined;
  }
}

function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}

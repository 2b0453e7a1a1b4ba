import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findConfiguration, type ConfigurationMemory } from '../formats/configuration-node.ts';
import type { Host, HostConfiguration, HostFile } from './host.ts';
import { walk } from './walk-node.ts';

/** The host of a server that runs in Node beside the files. */
export class NodeHost implements Host {
  readonly #configurations: ConfigurationMemory = new Map();

  configurationOf(uri: string): HostConfiguration | undefined {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const file = findConfiguration(dirname(path), this.#configurations);
    if (!file) return undefined;
    return { ...file, inFolder: relative(dirname(file.path), path).replaceAll(sep, '/') };
  }

  forgetConfigurations(): void {
    this.#configurations.clear();
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

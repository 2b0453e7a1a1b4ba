import { basename, dirname, relative, sep } from 'node:path';
import { resolveSettings } from '../index.ts';
import { configurationNames } from '../formats/configuration-file.ts';
import {
  findConfiguration,
  type ConfigurationFile,
  type ConfigurationMemory,
} from '../formats/configuration-node.ts';
import { exclusion } from '../formats/exclude.ts';
import { formatOf } from '../formats/format-name.ts';

/** Tells files of records that a configuration lists, so that a folder is walked with them. */
export class ListedRecords {
  readonly #found: ConfigurationMemory = new Map();
  readonly #matchers = new WeakMap<ConfigurationFile, (path: string) => boolean>();

  /** Whether the configuration that holds for a file (absolute path) lists it under `records`. */
  has(path: string): boolean {
    if (formatOf(path) === 'text' || configurationNames.includes(basename(path))) return false;
    const file = this.#fileOf(path);
    if (!file) return false;
    let matches = this.#matchers.get(file);
    if (!matches) {
      matches = exclusion(resolveSettings(file.mistakes.length > 0 ? {} : file.value).records);
      this.#matchers.set(file, matches);
    }
    return matches(relative(dirname(file.path), path).replaceAll(sep, '/'));
  }

  #fileOf(path: string): ConfigurationFile | undefined {
    try {
      return findConfiguration(dirname(path), this.#found);
    } catch {
      // That it can't be read is told when the files it holds for are judged.
      return undefined;
    }
  }
}

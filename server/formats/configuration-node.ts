import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configurationNames, parseConfiguration, type ParsedConfiguration } from './configuration-file.ts';
import { decode } from './decode.ts';

/** A configuration and the file it stands in. */
export interface ConfigurationFile extends ParsedConfiguration {
  readonly path: string;
}

/** Configurations that were read, by folder, so that a run reads each once; undefined where there is none. */
export type ConfigurationMemory = Map<string, ConfigurationFile | undefined>;

/**
 * The configuration that holds for a folder (an absolute path): its own, else the nearest one above it.
 *
 * @throws Error with the file's path in `path` where a configuration is there but can't be read.
 */
export function findConfiguration(
  folder: string,
  memory: ConfigurationMemory = new Map(),
): ConfigurationFile | undefined {
  if (memory.has(folder)) return memory.get(folder);
  const above = dirname(folder);
  const found = readFrom(folder) ?? (above === folder ? undefined : findConfiguration(above, memory));
  memory.set(folder, found);
  return found;
}

function readFrom(folder: string): ConfigurationFile | undefined {
  for (const name of configurationNames) {
    const path = join(folder, name);
    const text = readIfThere(path);
    if (text !== undefined) return { path, ...parseConfiguration(text) };
  }
  return undefined;
}

function readIfThere(path: string): string | undefined {
  try {
    return decode(readFileSync(path)).text;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    // A folder above that may not be looked into holds no configuration for this user.
    if (code === 'EACCES' && !existsSync(path)) return undefined;
    throw Object.assign(error as Error, { path });
  }
}

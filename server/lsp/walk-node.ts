import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isArticleName } from '../formats/article-name.ts';
import { decode } from '../formats/decode.ts';
import type { HostFile } from './host.ts';

/**
 * The files below a folder whose names articles have, by name, a folder's own before those further down.
 * Hidden folders and those of programs are left out; what can't be looked into is passed over, for nobody
 * asked for it by name.
 */
export async function* walk(folder: string): AsyncGenerator<HostFile> {
  const seen = new Set<string>();
  const waiting = [folder];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    const inner: string[] = [];
    try {
      // Links may lead to a folder twice or round in a circle; each is read once.
      const real = await realpath(current);
      if (seen.has(real)) continue;
      seen.add(real);
      for (const name of (await readdir(current)).sort()) {
        if (name.startsWith('.') || name === 'node_modules') continue;
        const path = join(current, name);
        const stats = await stat(path).catch(() => undefined);
        if (stats?.isDirectory()) inner.push(path);
        else if (stats?.isFile() && isArticleName(path)) {
          const stamp = `${String(stats.size)}.${String(stats.mtimeMs)}.${String(stats.ino)}`;
          yield { uri: pathToFileURL(path).href, stamp, read: () => read(path) };
        }
      }
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
    }
    waiting.push(...inner.reverse());
  }
}

async function read(path: string): Promise<string> {
  return decode(await readFile(path)).text;
}

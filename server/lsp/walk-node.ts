import { createReadStream } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode, UnreadableText } from '../formats/decode.ts';
import type { HostFile } from './host.ts';
import { mayHoldArticles } from './records/corpus-file.ts';

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
        else if (stats?.isFile() && mayHoldArticles(path)) {
          const stamp = `${String(stats.size)}.${String(stats.mtimeMs)}.${String(stats.ino)}`;
          const { size } = stats;
          const uri = pathToFileURL(path).href;
          yield { uri, stamp, size, read: () => read(path), parts: () => partsOf(path) };
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

/** The text of a file of UTF-8 that may be too long to be held at once. */
async function* partsOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  let lines = 1;
  try {
    for await (const bytes of createReadStream(path, {
      highWaterMark: 1024 * 1024,
    }) as AsyncIterable<Buffer>) {
      const text = decoder.decode(bytes, { stream: true });
      yield text;
      read += bytes.length;
      lines += text.split('\n').length - 1;
    }
    decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const message = `Near byte ${String(read)} the file is not valid UTF-8, so it can’t be read without loss. Find out which encoding it is in and save it as UTF-8.`;
    throw new UnreadableText(message, read, lines);
  }
}

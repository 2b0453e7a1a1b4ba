import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { articleOf } from './articles.ts';

/** The built program: what people run is measured, not the sources. */
export const program = fileURLToPath(new URL('../../dist/copydesk.cjs', import.meta.url));

/** Corpora made of the seeds, each a folder. */
export function makeCorpora(folder: string): Record<'clean' | 'small' | 'big', string> {
  const corpora = { clean: join(folder, 'clean'), small: join(folder, 'small'), big: join(folder, 'big') };
  writeArticles(corpora.clean, 2_000, 10);
  writeArticles(corpora.small, 2_000, 1);
  writeArticle(corpora.big, 2_900_000);
  return corpora;
}

/**
 * Writes articles of about 3 kB, a thousand to a folder, no two of which share a paragraph. One in so many is
 * dirty; from the others marks and what is in brackets were taken away.
 *
 * @returns the size of them all in bytes
 */
export function writeArticles(folder: string, count: number, dirtyEvery: number): number {
  let size = 0;
  for (let number = 0; number < count; number++) {
    const text = articleOf(1_700 + (number % 100), 'ar', number * 100);
    const within = join(folder, String(Math.floor(number / 1_000)));
    if (number % 1_000 === 0) mkdirSync(within, { recursive: true });
    size += write(join(within, `${String(number)}.txt`), number % dirtyEvery === 0 ? text : plain(text));
    if (number % 1_000 === 999 || number === count - 1) dateBack(within);
  }
  dateBack(folder);
  return size;
}

/** Writes one dirty article of so many UTF-16 units into a folder of its own, and returns its size in bytes. */
export function writeArticle(folder: string, length: number): number {
  mkdirSync(folder, { recursive: true });
  const size = write(join(folder, 'big.txt'), articleOf(length));
  dateBack(folder);
  return size;
}

function write(path: string, text: string): number {
  writeFileSync(path, text);
  dateBack(path);
  return Buffer.byteLength(text);
}

/** What was written just now is not trusted by the cache. */
function dateBack(path: string): void {
  utimesSync(path, 1_700_000_000, 1_700_000_000);
}

function plain(text: string): string {
  return text.replace(/["“”«»]/g, '').replace(/\[\w+\]/g, '');
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url));

const read = new Map<string, readonly string[]>();

/** Paragraphs of the seeds of one language, headlines left out. */
function paragraphsOf(language: string): readonly string[] {
  const known = read.get(language);
  if (known) return known;
  const paragraphs = readdirSync(join(seeds, language))
    .sort()
    .flatMap((name) =>
      readFileSync(join(seeds, language, name), 'utf8')
        .split(/\r?\n\s*/)
        .slice(1)
        .filter(Boolean),
    );
  read.set(language, paragraphs);
  return paragraphs;
}

/**
 * An article of about that many UTF-16 units, made of the seeds' dirty paragraphs. Each is numbered, so that
 * no two are the same: the engine remembers paragraphs, and a megabyte of one would measure its memory. Articles
 * share none where the first number of each is far enough from the next's.
 */
export function articleOf(length: number, language = 'ar', first = 0): string {
  const paragraphs = paragraphsOf(language);
  const pieces = ['العنوان'];
  let size = 0;
  for (let index = first; size < length; index++) {
    const piece = `${String(index)}. ${paragraphs[index % paragraphs.length] ?? ''}`;
    pieces.push(piece);
    size += piece.length + 2;
  }
  return pieces.join('\n\n').slice(0, length);
}

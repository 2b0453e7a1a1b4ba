import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url));

/** Paragraphs of the seeds of one language, headlines left out. */
function paragraphsOf(language: string): string[] {
  return readdirSync(join(seeds, language))
    .sort()
    .flatMap((name) =>
      readFileSync(join(seeds, language, name), 'utf8')
        .split(/\r?\n\s*/)
        .slice(1)
        .filter(Boolean),
    );
}

/**
 * An article of about that many UTF-16 units, made of the seeds' dirty paragraphs. Each is numbered, so that
 * no two are the same: the engine remembers paragraphs, and a megabyte of one would measure its memory.
 */
export function articleOf(length: number, language = 'ar'): string {
  const paragraphs = paragraphsOf(language);
  const pieces = ['العنوان'];
  let size = 0;
  for (let index = 0; size < length; index++) {
    const piece = `${String(index)}. ${paragraphs[index % paragraphs.length] ?? ''}`;
    pieces.push(piece);
    size += piece.length + 2;
  }
  return pieces.join('\n\n').slice(0, length);
}

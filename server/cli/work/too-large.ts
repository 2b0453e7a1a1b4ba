import { cutterOf } from '../../formats/cut/cutter-of.ts';
import type { Format } from '../../formats/format-name.ts';

/** A file with more bytes is not read at once, because it would have to be in memory several times over. */
export const mostAtOnce = 400_000_000;

/** Whether files of a format can be read in parts, because their records follow one after the other. */
export function isCut(format: Format): boolean {
  return cutterOf(format, {}) !== undefined;
}

/** Why something with more bytes than that is not read, for a person. */
export function sayTooLarge(format: Format): string {
  const large = 'It is too large to be read at once (400 MB is the most)';
  if (isCut(format))
    return `${large}, as --diff, --interactive, --staged, --since, UTF-16 and a declared encoding need it. “copydesk check” and “copydesk fix” of the file itself, in UTF-8, read it in parts, in any size.`;
  return `${large}, and a file of this format can’t be read in parts. Cut it into smaller files, or take the articles out into .jsonl, which is read in any size.`;
}

import { existsSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/** A file that is made from others. */
export interface Output {
  /** From the repository's folder, with slashes. */
  readonly path: string;
  readonly text: string;
  /** What it is made from, for the sentence that says it is out of date. */
  readonly from: string;
}

/** A text as the formatter would leave it in a file of that name. */
export async function formatted(root: string, path: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(root + path)), filepath: path });
}

/** A file's text, or nothing where there is none. */
export function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/**
 * A hand-written file with the part between the marks `<!-- name:start -->` and `<!-- name:end -->`
 * replaced. Where the marks are missing they are added at the end.
 */
export function withPart(text: string, name: string, part: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  const block = `${start}\n\n${part.trim()}\n\n${end}`;
  if (from < 0 || to < from) return `${text.trimEnd()}${text.trim() === '' ? '' : '\n\n'}${block}\n`;
  return text.slice(0, from) + block + text.slice(to + end.length);
}

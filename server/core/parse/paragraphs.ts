import type { Span } from '../text/span.ts';

/** Anything that a reader sees: neither white space nor an invisible formatting character. */
const visible = /[^\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/**
 * The lines with something on them, without the white space at their ends. News text carries one paragraph
 * a line; blank lines only separate. A line of invisible characters alone is blank to a reader.
 */
export function findParagraphs(text: string): Span[] {
  const paragraphs: Span[] = [];
  const line = /[^\r\n]+/g;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    const [content] = match;
    if (!visible.test(content)) continue;
    const start = match.index + content.length - content.trimStart().length;
    paragraphs.push({ start, end: match.index + content.trimEnd().length });
  }
  return paragraphs;
}

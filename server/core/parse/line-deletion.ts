import type { Article, Paragraph } from '../article.ts';
import type { Span } from '../text/span.ts';

type Place = Pick<Article, 'text' | 'paragraphs' | 'bodyEnd'>;

/**
 * What to delete so that a line goes with the blank lines that came with it. A line that text follows takes
 * the gap after it; one at the end takes the gap before it. So each of several lines in a row can be deleted
 * with or without the others, and the deletions never overlap.
 */
export function lineToDelete(place: Place, line: Span): Span {
  return linesToDelete(place, line, line);
}

/** The same for all lines from the first to the last, which stand in a row: one deletion. */
export function linesToDelete({ text, paragraphs, bodyEnd }: Place, first: Span, last: Span): Span {
  const before = paragraphs[paragraphAt(paragraphs, first.start) - 1];
  const after = paragraphs[paragraphAt(paragraphs, last.start) + 1];
  if (after && bodyEnd > last.end)
    return { start: lineStart(text, first.start), end: lineStart(text, after.start) };
  if (!before) return { start: 0, end: after ? lineStart(text, after.start) : text.length };
  return { start: lineEnd(text, before.end), end: lineEnd(text, last.end) };
}

/** The index of the paragraph that starts at an offset. */
function paragraphAt(paragraphs: readonly Paragraph[], offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

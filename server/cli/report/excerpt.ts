import type { LineIndex, Span } from '../../index.ts';
import { isolated, visible } from './visible.ts';

/** So much of the line is shown before and after a place, and of the place itself, in UTF-16 units. */
const around = 48;
const within = 72;

/** How an excerpt is dressed. */
export interface ExcerptStyle {
  /** Whether it goes to a terminal, where articles are kept apart from what stands beside them. */
  readonly terminal: boolean;
  mark(this: void, text: string): string;
}

/**
 * The line a span is on, with the span between ⟦ and ⟧. A row of carets below would stand in the wrong
 * place wherever the line is read from right to left; brackets travel with the words.
 */
export function excerptOf(text: string, span: Span, index: LineIndex, style: ExcerptStyle): string {
  const from = index.lineStart(index.placeAt(span.start).line);
  const lastLine = index.placeAt(span.end).line;
  const until = withoutBreak(text, index.lineStart(lastLine + 1));
  const before = shortenedAtStart(text.slice(from, span.start));
  const marked = style.mark(`⟦${shortenedInside(text.slice(span.start, span.end))}⟧`);
  const after = shortenedAtEnd(text.slice(span.end, Math.max(span.end, until)));
  return isolated(before + marked + after, style.terminal);
}

function withoutBreak(text: string, end: number): number {
  let last = end;
  while (last > 0 && /[\r\n]/.test(text.charAt(last - 1))) last--;
  return last;
}

function shortenedAtStart(text: string): string {
  return text.length <= around ? shown(text) : `…${shown(text.slice(wholeFrom(text, text.length - around)))}`;
}

function shortenedAtEnd(text: string): string {
  return text.length <= around ? shown(text) : `${shown(text.slice(0, wholeFrom(text, around)))}…`;
}

function shortenedInside(text: string): string {
  if (text.length <= within) return shown(text);
  const half = within / 2;
  return `${shown(text.slice(0, wholeFrom(text, half)))}…${shown(text.slice(wholeFrom(text, text.length - half)))}`;
}

/** The nearest offset, from `at` on, that does not part a letter from its marks or halve a character. */
function wholeFrom(text: string, at: number): number {
  let offset = at;
  // A chain of marks without end is no letter; the bound keeps a megabyte of them from being walked.
  while (
    offset < text.length &&
    offset < at + 32 &&
    /^[\p{M}\u200C\u200D\uDC00-\uDFFF]/u.test(text.slice(offset, offset + 2))
  ) {
    offset++;
  }
  return offset;
}

function shown(text: string): string {
  return visible(text.replace(/\r\n|\r|\n/g, '↵'));
}

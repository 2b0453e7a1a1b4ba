import type { Article, Paragraph, Residue } from '../article.ts';
import type { Span } from '../text/span.ts';

/**
 * A line that software leaves. Patterns are data: a rule lists them, the parser looks for those of all
 * rules at once.
 */
export interface ResiduePattern {
  readonly name: string;
  /** What the whole trimmed line must match, anchored at both ends; linear by test. */
  readonly line: RegExp;
  /** Where it is believed: on any line, or only after the article's last sentence. */
  readonly place: 'anywhere' | 'end';
  /** Where the fact comes from. */
  readonly source: string;
}

/** A pattern with the rule it belongs to. */
export interface KnownResidue {
  readonly rule: string;
  readonly pattern: ResiduePattern;
}

/** A line longer than this is no importer's line; it keeps a paragraph of a megabyte from being matched. */
const longestResidue = 300;

/** Formatting characters that a scraper leaves around a line's words and that a pattern need not know. */
const invisible = /^[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+$/gu;

/**
 * The lines that a pattern knows, in the order of the text. A pattern placed at the end is believed only
 * where nothing but residue follows, so the lines are read from the last to the first.
 */
export function findResidue(text: string, lines: readonly Span[], known: readonly KnownResidue[]): Residue[] {
  const found: Residue[] = [];
  let atEnd = true;
  for (const line of [...lines].reverse()) {
    const words = line.end - line.start > longestResidue ? '' : text.slice(line.start, line.end).replace(invisible, '');
    const match =
      words === ''
        ? undefined
        : known.find(({ pattern }) => (atEnd || pattern.place === 'anywhere') && pattern.line.test(words));
    if (match) found.push({ start: line.start, end: line.end, rule: match.rule, pattern: match.pattern.name });
    else atEnd = false;
  }
  return found.reverse();
}

type Place = Pick<Article, 'text' | 'paragraphs' | 'bodyEnd'>;

/**
 * What to delete so that a line goes with the blank lines that came with it. A line that text follows takes
 * the gap after it; one at the end takes the gap before it. So each of several lines in a row can be deleted
 * with or without the others, and the deletions never overlap.
 */
export function lineToDelete({ text, paragraphs, bodyEnd }: Place, line: Span): Span {
  const index = paragraphAt(paragraphs, line.start);
  const before = paragraphs[index - 1];
  const after = paragraphs[index + 1];
  if (after && bodyEnd > line.end) return { start: lineStart(text, line.start), end: lineStart(text, after.start) };
  if (!before) return { start: 0, end: after ? lineStart(text, after.start) : text.length };
  return { start: lineEnd(text, before.end), end: lineEnd(text, line.end) };
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

import { directionOf } from '../proof/direction.ts';

/** A part of a line, in UTF-16 units of it. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
}

/** What stands between the texts of a line of JSON or of a table: marks, and escapes of line breaks and tabs. */
const between = /\\[nrt]|"(?=\s*[:,}\]]|$)|[\t"]/g;

/** A part of a line with more letters is too long to be shown in one row anyway. */
const longest = 10_000;

/**
 * The texts of a raw line that are read from right to left, each for itself: what an escape of a line break or
 * a mark of the format parts is no one paragraph.
 */
export function turnedRuns(line: string): TextRun[] {
  const runs: TextRun[] = [];
  let start = 0;
  const end = Math.min(line.length, longest);
  const take = (until: number): void => {
    const text = line.slice(start, until);
    const words = text.trim();
    if (words !== '' && directionOf(words, 'ltr') === 'rtl') {
      const from = start + text.indexOf(words);
      runs.push({ start: from, end: from + words.length });
    }
  };
  for (const found of line.slice(0, end).matchAll(between)) {
    take(found.index);
    start = found.index + found[0].length;
  }
  take(end);
  return runs;
}

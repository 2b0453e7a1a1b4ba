import { bare, formOf } from '../parse/line-form.ts';
import type { Span } from '../text/span.ts';

/** What a line has in common with others: itself with its numbers folded, or how it begins. */
export interface Frame {
  readonly kind: 'line' | 'begins';
  /** The frame as a text by which it is counted. */
  readonly key: string;
  /** How many words it has. */
  readonly words: number;
  /** The keys of the shorter beginnings that it has. */
  readonly shorter: readonly string[];
  /** The key of the beginning with one word more, of a beginning that has one. */
  readonly longer?: string;
}

/** Where a line stands: above the first line that reads like text, below the last one, or between them. */
export type Place = 'above' | 'within' | 'below';

/** A line of an article as mining sees it. */
export interface MinedLine extends Span {
  readonly text: string;
  readonly place: Place;
  readonly prose: boolean;
  readonly frames: readonly Frame[];
}

/** A longer line is a paragraph; that it stands in many articles says that they are copies. UTF-16 units. */
const longestLine = 300;

/** Beginnings of so many words are counted, of lines that have more. */
const beginnings = [2, 3, 4, 5] as const;

/** The lines of an article with what is counted of each. */
export function minedLines(text: string): MinedLine[] {
  const lines = [...text.matchAll(/[^\r\n]+/gu)]
    .map(({ 0: line, index }) => ({ text: bare(line), start: index, end: index + line.length }))
    .filter((line) => line.text !== '');
  const forms = lines.map((line) => (line.text.length <= longestLine ? formOf(line.text) : undefined));
  const isProse = (index: number): boolean => forms[index]?.prose ?? true;
  const first = lines.findIndex((_, index) => isProse(index));
  const last = lines.findLastIndex((_, index) => isProse(index));
  return lines.flatMap((line, index): MinedLine[] => {
    const form = forms[index];
    if (!form || form.folded === '') return [];
    const place = index < first ? 'above' : index > last ? 'below' : 'within';
    const [whole, ...begun] = framesOf(form.folded);
    // Headlines begin alike because news does.
    return [
      { ...line, place, prose: form.prose, frames: whole ? [whole, ...(index === 0 ? [] : begun)] : [] },
    ];
  });
}

function framesOf(folded: string): Frame[] {
  const frame = folded.replace(/\p{N}+/gu, '0');
  const words = frame.split(' ');
  const counts = beginnings.filter((count) => words.length > count);
  const keys = counts.map((count) => `${words.slice(0, count).join(' ')}…`);
  return [
    { kind: 'line', key: frame, words: words.length, shorter: keys },
    ...counts.map((count, index): Frame => {
      const longer = keys[index + 1];
      const begun = {
        kind: 'begins',
        key: keys[index] ?? '',
        words: count,
        shorter: keys.slice(0, index),
      } as const;
      return longer === undefined ? begun : { ...begun, longer };
    }),
  ];
}

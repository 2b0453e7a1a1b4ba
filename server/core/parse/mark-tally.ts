import type { Mark } from './marks.ts';
import { findWords } from './words.ts';

/** How often something stands inside a closing mark and outside it. */
export interface Sides {
  readonly inside: number;
  readonly outside: number;
}

/** What the marks of one paragraph tell of how its article marks quotations. */
export interface MarkTally {
  /** Each mark that stands where one opens, as often as it does. */
  readonly opening: readonly string[];
  /** Each mark that stands where one closes, as often as it does. */
  readonly closing: readonly string[];
  readonly stops: Sides;
  readonly commas: Sides;
  /** The space within each guillemet, empty where there is none. */
  readonly inner: readonly string[];
  /** The short quotations that stand whole, by the forms of their words. */
  readonly names: readonly string[];
}

/** How long a name or a title is at most, in UTF-16 units and in words. */
const longestName = 80;
export const mostNameWords = 6;

/** Most paragraphs of most articles. */
const nothing: MarkTally = {
  opening: [],
  closing: [],
  stops: { inside: 0, outside: 0 },
  commas: { inside: 0, outside: 0 },
  inner: [],
  names: [],
};

/** Counts the marks of one paragraph; `text` is the paragraph alone. */
export function tallyMarks(text: string, marks: readonly Mark[]): MarkTally {
  if (marks.length === 0) return nothing;
  const opening: string[] = [];
  const closing: string[] = [];
  const stops = { inside: 0, outside: 0 };
  const commas = { inside: 0, outside: 0 };
  const inner: string[] = [];
  const names: string[] = [];
  let opened: Mark | null = null;
  for (const mark of marks) {
    const spaced =
      (mark.glyph === '«' && mark.after === 'space' && mark.before !== 'letter') ||
      (mark.glyph === '»' && mark.before === 'space' && mark.after !== 'letter');
    let opens = spaced
      ? mark.glyph === '«'
      : mark.before !== 'letter' && mark.before !== 'closing' && mark.after !== 'space';
    let closes = spaced ? !opens : mark.before !== 'space' && mark.after !== 'letter';
    if (opens === closes) {
      // Between letters, as in scripts without spaces, only a mark with a face of its own tells what it does.
      opens = mark.before === 'letter' && mark.after === 'letter' && '“「『'.includes(mark.glyph);
      closes = mark.before === 'letter' && mark.after === 'letter' && '”」』'.includes(mark.glyph);
      if (opens === closes) continue;
    }
    (opens ? opening : closing).push(mark.glyph);
    if (!mark.single) {
      if (closes && opened && mark.start - opened.end <= longestName) {
        const name = nameIn(text.slice(opened.end, mark.start));
        if (name !== null) names.push(name);
      }
      opened = opens ? mark : null;
    }
    if ('«»'.includes(mark.glyph)) {
      const beside = text.charAt(opens ? mark.end : mark.start - 1);
      inner.push(/\s/u.test(beside) ? beside : '');
    }
    if (!closes || mark.single) continue;
    const before = text[mark.start - 1] ?? '';
    const after = text[mark.end] ?? '';
    if (before === '.') stops.inside++;
    if (after === '.') stops.outside++;
    if (before === ',' || before === '،') commas.inside++;
    if (after === ',' || after === '،') commas.outside++;
  }
  return { opening, closing, stops, commas, inner, names };
}

/** The forms of a short quotation's words; null where it has none or too many. */
function nameIn(text: string): string | null {
  const words = findWords(text);
  if (words.length === 0 || words.length > mostNameWords) return null;
  return words.map((word) => word.form).join(' ');
}

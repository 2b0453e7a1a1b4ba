import type { Residue } from '../article.ts';
import type { LinearExpression } from '../text/expression.ts';
import { slice, type Span } from '../text/span.ts';
import { findPage, isKnown } from './page.ts';
import type { KnownLine, KnownText, ResidueTable } from './residue-table.ts';

/**
 * Where a line is believed to be residue. `anywhere`: on any line. `end`: where nothing but residue follows.
 * `tail`: after the last line that reads like text. `margin`: there, or before the first one. `beside`:
 * there too, or next to a line that is known as well.
 */
export const residuePlaces = ['anywhere', 'beside', 'margin', 'tail', 'end'] as const;
export type ResiduePlace = (typeof residuePlaces)[number];

/**
 * A line that software leaves. Patterns are data: a rule lists them, the parser looks for those of all
 * rules at once.
 */
export interface TextPattern {
  readonly kind?: 'text';
  readonly name: string;
  /** Whole lines, compared without case, marks at the ends, vowel marks and the forms of Arabic alef. */
  readonly lines?: readonly string[];
  /** How a line may begin, whole words; compared as `lines` are. */
  readonly begins?: readonly string[];
  /** Words that a line may hold anywhere; compared as `lines` are. */
  readonly holds?: readonly string[];
  /**
   * What a line that begins so or holds those words must match besides, anchored at both ends; with neither
   * of the two every line is tried. Linear by test; it is given 600 characters at most.
   */
  readonly line?: RegExp;
  /** What such a line holds in any case. Tried before `line`, where that is an expression that takes long to be made. */
  readonly needs?: RegExp;
  /** The same in RE2’s syntax; the user’s own. */
  readonly expression?: LinearExpression;
  /** A line of more words than this is a sentence that happens to look so. */
  readonly words?: number;
  readonly place: ResiduePlace;
  /** `review` where the line may be worth keeping; `safe` if left out. */
  readonly safety?: 'safe' | 'review';
  /** Where the fact comes from. */
  readonly source: string;
}

/** The page around the article: the lines that it is known by. They are no residue on their own. */
export interface PagePattern {
  readonly kind: 'page';
  readonly name: string;
  readonly labels: readonly string[];
  readonly source: string;
}

export type ResiduePattern = TextPattern | PagePattern;

/** A pattern with the rule it belongs to. */
export interface KnownResidue {
  readonly rule: string;
  readonly pattern: ResiduePattern;
}

/**
 * The lines that a pattern knows and that stand where it is believed, in the order of the text, and the
 * runs of lines that are the page around the article.
 */
export function findResidue(
  text: string,
  lines: readonly Span[],
  known: readonly KnownLine[],
  table: ResidueTable,
): Residue[] {
  const matter = frontMatter(text, lines);
  const page = findPage(known, table, matter);
  const found: Residue[] = [];
  const isProse = (line: KnownLine): boolean => line.prose && line.matches.length === 0;
  const firstProse = known.findIndex(isProse);
  const lastProse = known.findLastIndex(isProse);
  const headline = headlineAmong(known.slice(0, firstProse < 0 ? known.length : firstProse), page, matter);
  let atEnd = true;
  for (let index = known.length - 1; index >= 0; index--) {
    const line = known[index];
    const span = lines[index];
    if (!line || !span || index < matter) continue;
    if (index === headline) {
      atEnd = false;
      continue;
    }
    const { start, end } = span;
    if (table.page && page[index] === true) {
      found.push({ start, end, rule: table.page.rule, pattern: table.page.pattern.name, safety: 'review' });
      continue;
    }
    if (line.matches.length === 0) {
      atEnd = false;
      continue;
    }
    const isHead = index < firstProse && !line.prose;
    // A sentence is believed to be a notice only below the text: above it, it may be the text’s first.
    const isTail = index > lastProse && (!line.prose || lastProse >= 0);
    const match = line.matches.find(({ pattern }) => {
      switch (pattern.place) {
        case 'anywhere':
          return true;
        case 'end':
          return atEnd && (isTail || !line.prose);
        case 'tail':
          return isTail;
        case 'margin':
          return isHead || isTail;
        case 'beside':
          return isHead || isTail || isKnown(known[index - 1]) || isKnown(known[index + 1]);
      }
    });
    if (match) {
      const { name, safety = 'safe' } = match.pattern;
      found.push({ start, end, rule: match.rule, pattern: name, safety });
    } else atEnd = false;
  }
  return found.reverse();
}

/**
 * The line above the text that must be the headline although a table half knows it (“Data shows …”, “Video: …”):
 * the first of several words, where no line is there of which nothing is known. −1 if there is none.
 */
function headlineAmong(above: readonly KnownLine[], page: readonly boolean[], from: number): number {
  const isFree = (line: KnownLine, index: number): boolean =>
    index >= from && page[index] !== true && line.matches.length === 0;
  if (above.some(isFree)) return -1;
  return above.findIndex(
    (line, index) =>
      index >= from && page[index] !== true && line.words >= headlineWords && line.matches.every(isHalfKnown),
  );
}

/** Hardly a headline has fewer. */
const headlineWords = 4;

/** Whether a pattern knows how a line begins or what it holds, and not the line. */
function isHalfKnown({ pattern }: KnownText): boolean {
  return pattern.safety === 'review' && pattern.lines === undefined;
}

/** How many lines at the top are front matter: what static sites keep about an article, between two lines `---`. */
function frontMatter(text: string, lines: readonly Span[]): number {
  const isFence = (line: Span | undefined): boolean => line !== undefined && slice(text, line) === '---';
  if (!isFence(lines[0]) || text.slice(0, lines[0]?.start).trim() !== '') return 0;
  for (let index = 1; index < Math.min(lines.length, longestFrontMatter); index++) {
    if (isFence(lines[index])) return index + 1;
  }
  return 0;
}

/** Front matter has a few dozen lines; a rule under the first paragraph of a long text is no fence. */
const longestFrontMatter = 100;

import { costs } from './costs.ts';
import type { Mark } from './marks.ts';
import type { Prose } from './prose.ts';
import { wordAt } from './words.ts';

/** What it costs that a mark opens, or closes, where it stands. */
export interface Doubt {
  /** If it is the very mark that its pair asks for: a mark with a face of its own is believed more than its place. */
  readonly exact: number;
  /** If another should stand there. */
  readonly other: number;
}

/** How well a mark's place suits each way of taking it, whatever else its paragraph holds. */
export interface MarkDoubts {
  readonly opening: Doubt;
  readonly closing: Doubt;
  /** What it costs to take it as no quotation mark at all; null where it must be one. */
  readonly literal: number | null;
}

export function doubtsOf(prose: Prose, mark: Mark): MarkDoubts {
  return {
    opening: plus(faced(mark, openingDoubt(prose, mark)), beforePunctuation(prose, mark)),
    closing: closingDoubt(prose, mark),
    literal: literalCost(prose, mark),
  };
}

/** Whether a space belongs between this mark and what it encloses: « … » in French. */
export function isSpacedInside(prose: Prose, mark: Mark): boolean {
  return '«»'.includes(mark.glyph) && prose.lexicon.language.quotation.innerSpace === true;
}

function faced(mark: Mark, doubt: number): Doubt {
  return { exact: mark.glyph === '"' ? doubt : doubt / 2, other: doubt };
}

/** Nothing begins with a comma or a stop, whatever face the mark before it has. */
function beforePunctuation(prose: Prose, mark: Mark): number {
  const begins = mark.after !== 'closing' || /^(?:\.{3}|…)/u.test(prose.after(mark.end, 3));
  return begins ? 0 : costs.openBeforePunctuation;
}

function plus({ exact, other }: Doubt, more: number): Doubt {
  return { exact: exact + more, other: other + more };
}

function openingDoubt(prose: Prose, mark: Mark): number {
  let doubt = 0;
  const unspaced = prose.lexicon.language.quotation.touching === 'both';
  if (mark.before === 'letter' && !unspaced && !isJoinedPrefix(prose, mark)) doubt += costs.openAfterLetter;
  if (mark.before === 'closing' && !unspaced && !/[:،,]/u.test(prose.text[mark.start - 1] ?? ''))
    doubt += costs.openAfterPunctuation;
  if (mark.after === 'space' && !isSpacedInside(prose, mark)) doubt += costs.openBeforeSpace;
  if (
    mark.glyph === '"' &&
    mark.after === 'space' &&
    (mark.before === 'letter' || mark.before === 'closing' || mark.before === 'mark')
  ) {
    doubt += costs.facesAway;
  }
  return doubt;
}

function closingDoubt(prose: Prose, mark: Mark): Doubt {
  if (mark.after === 'letter' && isJoinedPrefix(prose, mark))
    return { exact: costs.closeAfterPrefix, other: costs.closeAfterPrefix };
  let doubt = 0;
  if (mark.before === 'space' && !isSpacedInside(prose, mark)) doubt += costs.closeAfterSpace;
  if (mark.before === 'opening') doubt += costs.closeAfterOpening;
  if (mark.after === 'letter' && !prose.lexicon.language.quotation.touching) doubt += costs.closeBeforeLetter;
  if (mark.glyph === '"' && mark.before === 'space' && mark.after === 'letter') doubt += costs.facesAway;
  return faced(mark, doubt);
}

function literalCost({ text, lexicon }: Prose, mark: Mark): number | null {
  const before = text[mark.start - 1] ?? '';
  if (mark.single) {
    if ('‚‹›'.includes(mark.glyph)) return costs.strayAngle;
    if (mark.before === 'letter' && mark.after === 'letter') return costs.apostrophe;
    const edge = mark.glyph !== '‘' && (mark.before === 'letter' || mark.after === 'letter');
    return edge ? costs.edgeApostrophe : costs.straySingle;
  }
  if ('"”″'.includes(mark.glyph) && mark.after !== 'letter' && isMeasure(text, mark.start)) {
    const usual = lexicon.language.script === 'Latn' || mark.glyph === '″';
    return usual ? costs.prime : costs.primeElsewhere;
  }
  if ('"״'.includes(mark.glyph) && /\p{Script=Hebrew}/u.test(before) && mark.after === 'letter')
    return costs.gershayim;
  return '״″'.includes(mark.glyph) ? costs.prime : null;
}

/** A number as inches, seconds and minutes are counted: no year, no thousands, no part of a name such as i386. */
const measure = /(?<![\p{L}\d.,:])\d{1,3}(?:[.,]\d{1,2})?$|[¼½¾⅛⅜⅝⅞]$/u;

/** Whether a measure ends at an offset. */
function isMeasure(text: string, offset: number): boolean {
  return measure.test(text.slice(Math.max(0, offset - 8), offset));
}

/** Whether the letters before a mark are a prefix that the language writes together with the next word. */
function isJoinedPrefix(prose: Prose, mark: Mark): boolean {
  const { joinedPrefixes } = prose.lexicon;
  if (joinedPrefixes.size === 0) return false;
  const word = prose.words[wordAt(prose.words, mark.start) - 1];
  return word?.end === mark.start && joinedPrefixes.has(word.form);
}

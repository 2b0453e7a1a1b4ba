import type { Span } from '../text/span.ts';
import { isAt, trait } from '../text/traits.ts';

/**
 * What stands beside a mark: nothing or white space, a letter or digit, punctuation that opens, punctuation
 * that closes, a dash, or another quotation mark.
 */
export type Flank = 'space' | 'letter' | 'opening' | 'closing' | 'dash' | 'mark';

/** A character (or two) that may be a quotation mark, with what stands on both sides of it. */
export interface Mark extends Span {
  readonly glyph: string;
  readonly before: Flank;
  readonly after: Flank;
  /** Whether it is a single mark, which may also be an apostrophe. */
  readonly single: boolean;
}

const doubleGlyphs = '“”„‟«»"＂〝〞「」『』″״';
const singleGlyphs = "‘’‚‛‹›'`´";

/** Marks that are written as two characters, in the order in which they are tried. */
const digraphs = ["''", '``', ',,', '´´', '’’', '‘‘', '‚‚'];

const candidate = new RegExp(`[${doubleGlyphs}${singleGlyphs}]|,,`, 'gu');

/** Stretches in which a mark is no quotation mark: addresses, markup, runs of typewriter marks. */
const notProse =
  /(?:https?:\/\/|www\.)[^\s"“”«»<>]+(?:"[\w=&?/%#][^\s"“”«»<>]*)*|<\/?[a-zA-Z!][^<>\n]{0,2000}>|'{4,}/gu;

const space = /[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const openingPunctuation = /[([{¿¡<:=/*•>|]/u;
const dash = /[-–—―‒]/u;

/** The class of a neighbour; an empty string is the edge of the paragraph. */
function flank(character: string): Flank {
  if (character === '' || space.test(character)) return 'space';
  if (doubleGlyphs.includes(character) || singleGlyphs.includes(character)) return 'mark';
  if (isAt(character, 0, trait.letter | trait.number | trait.mark)) return 'letter';
  if (dash.test(character)) return 'dash';
  if (openingPunctuation.test(character)) return 'opening';
  return 'closing';
}

/** The code point before an offset, which may lie past a surrogate pair. */
function characterBefore(text: string, offset: number): string {
  if (offset <= 0) return '';
  const low = text.charCodeAt(offset - 1);
  const start = low >= 0xdc00 && low <= 0xdfff && offset > 1 ? offset - 2 : offset - 1;
  return text.slice(start, offset);
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/**
 * Where each so many marks stand closer together than this, in UTF-16 units each, the paragraph is no prose
 * but a rule drawn with marks, a table or data: its marks are let be, and take no time.
 */
const manyMarks = 1000;
const leastApart = 4;

/**
 * All that may be a quotation mark in a paragraph, in its order. `text` is the paragraph alone and the
 * offsets are its own.
 */
export function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  const hidden = [...text.matchAll(notProse)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let nextHidden = 0;
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const start = match.index;
    while ((hidden[nextHidden]?.end ?? Infinity) <= start) nextHidden++;
    const cover = hidden[nextHidden];
    if (cover && cover.start <= start) {
      candidate.lastIndex = cover.end;
      continue;
    }
    if (marks.length > 0 && marks.length % manyMarks === 0 && marks.length * leastApart > start) return [];
    const pair = text.slice(start, start + 2);
    // Three typewriter marks are a double and a single one: the outer opens first and closes last.
    const inner =
      text.startsWith("'''", start) && !/^[\s([–—-]?$/u.test(text.slice(Math.max(0, start - 1), start));
    const glyph = digraphs.includes(pair) && !inner ? pair : match[0];
    const end = start + glyph.length;
    candidate.lastIndex = end;
    // «5,,6» and «word,,word» are slips of the comma; a low mark stands before a word.
    if (
      glyph === ',,' &&
      !(flank(characterBefore(text, start)) === 'space' && flank(characterAt(text, end)) === 'letter')
    )
      continue;
    marks.push({
      start,
      end,
      glyph,
      before: flank(characterBefore(text, start)),
      after: flank(characterAt(text, end)),
      single: glyph.length === 1 && singleGlyphs.includes(glyph),
    });
  }
  return marks;
}

import { unitClasses } from '../text/unit-classes.ts';
import { invisible, isAt, trait, traitsAt, widthAt } from '../text/traits.ts';

/** What a line looks like, whatever it says. Remembered by its text, so nothing here knows where it stands. */
export interface LineForm {
  /** As it is written, without the marks of direction around and in it. */
  readonly plain: string;
  /** For looking lines up: lower case, no accents, no marks at the ends, one space between words. */
  readonly folded: string;
  /** Words; in scripts without spaces two characters count for one. */
  readonly words: number;
  /** Whether it ends as a sentence does. */
  readonly ended: boolean;
  /** Whether it reads like running text: a sentence of some length, or more words than any label has. */
  readonly prose: boolean;
  /** Whether it begins with a small letter, so that it goes on with something. */
  readonly goesOn: boolean;
  /** Whether more of its characters are digits than are letters. */
  readonly numeric: boolean;
  /** Whether it is parted by the bars, dots and arrows that part links. */
  readonly parted: boolean;
}

/**
 * Accents, vowel marks and the hamza above a letter, and the stroke that lengthens an Arabic word: capitals
 * and hurried writers leave them out.
 */
const ornament = /[\u0640\p{Mn}]+/gu;
const apostrophes = /[’‘ʼ`´]/gu;

const sentenceEnd = /[.!?…。！？؟۔।](?:["“”»«’')\]」』]{0,3})$/u;

/** A sentence of this many words is text; a label or a headline that ends in a full stop is shorter. */
const sentenceWords = 9;
/** No label and hardly a headline has as many words. */
const textWords = 25;

/** A line as it is written, without the marks of direction around and in it. */
export function bare(line: string): string {
  return line.replace(invisible, '').trim();
}

/** How a unit is folded: it stays, it is lowered, it goes, or only the whole line tells. */
const folding = { stays: 0, lowered: 1, goes: 2, changes: 3, other: 4 } as const;

const foldingOf = unitClasses((unit) => {
  // Halves of pairs, marks that may change places with others, and the sigma, whose small form depends on its place.
  if (/[\uD800-\uDFFF\u03A3]|(?!\p{Mn})\p{M}/u.test(unit)) return folding.other;
  const plain = plainly(unit);
  if (plain === unit) return folding.stays;
  if (plain === '') return folding.goes;
  if (plain.length > 1) return folding.other;
  foldedUnit[unit.charCodeAt(0)] = plain.charCodeAt(0);
  return plain === unit.toLowerCase() ? folding.lowered : folding.changes;
});

/** What a unit becomes that changes or is lowered. */
const foldedUnit = new Uint16Array(0x10000);

function plainly(line: string): string {
  return line
    .normalize('NFD')
    .replace(invisible, '')
    .replace(ornament, '')
    .replace(apostrophes, "'")
    .toLowerCase();
}

/** What `plainly` makes of a line, unit by unit where that gives the same: nine of ten lines. */
function plainlyFast(line: string): string {
  if (line.length > folded.length) return plainly(line);
  let most: number = folding.stays;
  let length = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    const how = foldingOf(code);
    if (how === folding.other) return plainly(line);
    if (how > most) most = how;
    if (how !== folding.goes) folded[length++] = how === folding.stays ? code : (foldedUnit[code] ?? code);
  }
  if (most === folding.stays) return line;
  if (most === folding.lowered) return line.toLowerCase();
  return String.fromCharCode(...folded.subarray(0, length));
}

/** Where a line is put together. */
const folded = new Uint16Array(600);

/** See {@link LineForm.folded}. */
export function fold(line: string): string {
  return trimmed(plainlyFast(line));
}

/** What nothing is to be done with: small letters and those of Arabic without a hamza, one space between words. */
const settled = /^[a-z0-9\u0627-\u063A\u0641-\u064A]+(?: [a-z0-9\u0627-\u063A\u0641-\u064A]+)*$/;

/** The same as `fold`, cheaper for many short texts of many scripts: no table is made for their characters. */
export function foldListed(text: string): string {
  return settled.test(text) ? text : trimmed(plainly(text));
}

function trimmed(plain: string): string {
  let start = 0;
  let end = plain.length;
  while (start < end && isEdge(plain.charCodeAt(start))) start++;
  while (end > start && isEdge(plain.charCodeAt(end - 1))) end--;
  const whole = plain.slice(start, end);
  return uneven.test(whole) ? whole.split(spaces).join(' ') : whole;
}

const spaces = /\s+/u;
/** Anything but one space between two words. */
const uneven = /[^\S ]|\s\s/u;

/** ASCII and the marks that lists, menus and frames are made of; letters, digits and `+ % @ & $` stay. */
function isEdge(code: number): boolean {
  if (code <= 32) return true;
  if (code < 128) return edges.has(code);
  return (
    code === 0xa0 ||
    (code >= 0x2010 && code <= 0x205e) ||
    (code >= 0x2190 && code <= 0x27bf) ||
    others.has(code)
  );
}

const edges = new Set(Array.from('!"\'()*,-./:;<=>?[\\]^_`{|}~#', (character) => character.charCodeAt(0)));
const others = new Set(
  Array.from('«»·¡¿،؛؟۔।。、「」『』【】〈〉《》（），．：；！？＞｜・…¦¬', (character) =>
    character.charCodeAt(0),
  ),
);

/** A bar, a dot or an arrow that parts links. */
const isParting = unitClasses((unit) => Number(/[|›»·•▪◦→<>]/u.test(unit)));

/** What a line looks like; `line` is trimmed. */
export function formOf(line: string): LineForm {
  let [words, letters, digits, spaceless, partings, all] = [0, 0, 0, 0, 0, 0];
  let inWord = false;
  for (let at = 0; at < line.length; at += widthAt(line, at)) {
    const traits = traitsAt(line, at);
    all |= traits;
    if ((traits & trait.invisible) > 0) continue;
    if ((traits & trait.space) > 0) {
      inWord = false;
      continue;
    }
    if ((traits & trait.letter) > 0) letters++;
    if ((traits & trait.number) > 0) digits++;
    if ((traits & trait.spaceless) > 0) spaceless++;
    if ((traits & (trait.letter | trait.number)) === 0) partings += isParting(line.charCodeAt(at));
    else if (!inWord) {
      inWord = true;
      words++;
    }
  }
  words += Math.round(spaceless / 2);
  const plain = (all & trait.invisible) > 0 ? bare(line) : line.trim();
  const ended = sentenceEnd.test(plain.slice(-6));
  return {
    plain,
    folded: fold(line),
    words,
    ended,
    prose: (ended && words >= sentenceWords) || words >= textWords,
    goesOn: beginsSmall(plain),
    numeric: digits > letters,
    parted: partings > 0,
  };
}

const severalWords = /[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether a label of letters and spaces is a single word: one of which `formOf` counts one. */
export function isOneWord(label: string): boolean {
  return !severalWords.test(label);
}

/** Whether the first character that is neither punctuation nor white space is a small letter. */
function beginsSmall(line: string): boolean {
  let at = 0;
  while (isAt(line, at, trait.punctuation | trait.space)) at += widthAt(line, at);
  return isAt(line, at, trait.small);
}

/** What a line looks like, whatever it says. Remembered by its text, so nothing here knows where it stands. */
export interface LineForm {
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

/** Formatting characters that a scraper leaves in a line and that no pattern knows. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu;
/**
 * Accents, vowel marks and the hamza above a letter, and the stroke that lengthens an Arabic word: capitals
 * and hurried writers leave them out.
 */
const ornament = /[\u0640\p{Mn}]+/gu;
const apostrophes = /[’‘ʼ`´]/gu;

const sentenceEnd = /[.!?…。！？؟۔।](?:["“”»«’')\]」』]{0,3})$/u;
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const wordStarts = /(?:^|\s)[^\s]*[\p{L}\p{N}]/gu;

/** A sentence of this many words is text; a label or a headline that ends in a full stop is shorter. */
const sentenceWords = 9;
/** No label and hardly a headline has as many words. */
const textWords = 25;

/** A line as it is written, without the marks of direction around and in it. */
export function bare(line: string): string {
  return line.replace(invisible, '').trim();
}

/** See {@link LineForm.folded}. */
export function fold(line: string): string {
  const plain = line
    .normalize('NFD')
    .replace(invisible, '')
    .replace(ornament, '')
    .replace(apostrophes, "'")
    .toLowerCase();
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

/** How often a pattern matches, counted no further than is asked: a line has many letters and few digits. */
function countUpTo(text: string, pattern: RegExp, most: number): number {
  let count = 0;
  while (count < most && pattern.test(text)) count++;
  return count;
}

/** What a line looks like; `line` is trimmed. */
export function formOf(line: string): LineForm {
  const plain = bare(line);
  const dense = plain.match(spaceless)?.length ?? 0;
  const words = Math.round(dense / 2) + (plain.match(wordStarts)?.length ?? 0);
  const ended = sentenceEnd.test(plain.slice(-6));
  const digits = countUpTo(plain, /\p{N}/gu, plain.length);
  return {
    folded: fold(line),
    words,
    ended,
    prose: (ended && words >= sentenceWords) || words >= textWords,
    goesOn: /^[\p{P}\s]*\p{Ll}/u.test(plain),
    numeric: digits > 0 && countUpTo(plain, /\p{L}/gu, digits) < digits,
    parted: /[|›»·•▪◦→<>]/u.test(plain),
  };
}

import type { Span } from '../text/span.ts';

/** A word of a paragraph with the form by which it is looked up. */
export interface Word extends Span {
  /** Lower case, without vowel signs, tatweel and invisible characters. */
  readonly form: string;
  /** Whether its first letter is a capital. */
  readonly capital: boolean;
  /** Whether punctuation follows, or nothing. */
  readonly endsClause: boolean;
  /** Whether a full stop or the like follows, and then white space. */
  readonly endsSentence: boolean;
}

/** A run of letters and digits, apostrophes and the gershayim of Hebrew acronyms (צה"ל, מנכ"לית) within it. */
const word =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200C\u200D]*(?:['’׳][\p{L}\p{N}][\p{L}\p{N}\p{M}]*|(?<=[א-ת])["״][א-ת](?:[יהת]|ית|ים|ות)?(?![א-ת]))*/gu;

/** Scripts that put no spaces between words: each of their characters is looked up by itself. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}]/u;

/** Arabic vowel signs (the tanwin among them), tatweel and invisible joiners: none changes which word it is. */
const unspoken = /[\u064B-\u065F\u0670\u0640\u200B-\u200F\u00AD]/gu;

/** Words of Arabic letters, or of small Latin ones, that are looked up as they stand: most words of most articles. */
const plain = /^(?:[\u0621-\u063A\u0641-\u064A]+|[a-z]+)$/;

/** A word as it is looked up in the lists of cues, roles and other facts. */
export function lookupForm(text: string): string {
  if (plain.test(text)) return text;
  return (
    text
      .normalize('NFC')
      .replace(unspoken, '')
      .replace(/[’׳]/gu, "'")
      .replaceAll('״', '"')
      // The Turkish capital, whose small letter would have a dot of its own beside it.
      .replaceAll('İ', 'i')
      .toLowerCase()
  );
}

/** The words of a paragraph in its order. */
export function findWords(text: string): Word[] {
  const words: Word[] = [];
  word.lastIndex = 0;
  for (let match = word.exec(text); match; match = word.exec(text)) {
    let start = match.index;
    for (const piece of pieces(match[0])) {
      words.push(wordOf(text, start, piece));
      start += piece.length;
    }
  }
  return words;
}

function pieces(run: string): readonly string[] {
  if (!unspaced.test(run)) return [run];
  return (
    run.match(/[\p{Script=Han}\p{Script=Hiragana}]\p{M}*|[^\p{Script=Han}\p{Script=Hiragana}]+/gu) ?? [run]
  );
}

function wordOf(text: string, start: number, found: string): Word {
  const end = start + found.length;
  const follows = text.slice(end, end + 2);
  return {
    start,
    end,
    form: lookupForm(found),
    capital: /^\p{Lu}/u.test(found),
    endsClause: !/^\s?[\p{L}\p{N}]/u.test(follows),
    endsSentence: /^[.!?][\s"“”«»]/u.test(follows),
  };
}

/**
 * How many words there are from one index up to another. Where no spaces divide words, two characters count as
 * one: that is about the length of a word in Chinese.
 */
export function countWords(words: readonly Word[], first = 0, last = words.length): number {
  let count = 0;
  for (const { form } of words.slice(first, last)) count += unspaced.test(form) ? 0.5 : 1;
  return Math.ceil(count);
}

/** Whether a text has so many words, as {@link countWords} counts them; reads no further than it must. */
export function hasWords(text: string, least: number): boolean {
  let count = 0;
  word.lastIndex = 0;
  for (let match = word.exec(text); match && Math.ceil(count) < least; match = word.exec(text)) {
    for (const piece of pieces(match[0])) count += unspaced.test(piece) ? 0.5 : 1;
  }
  return Math.ceil(count) >= least;
}

/** The index of the first word that starts at or after an offset; the number of words if none does. */
export function wordAt(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

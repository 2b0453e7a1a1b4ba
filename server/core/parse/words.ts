import type { Span } from '../text/span.ts';
import { isWordlikeAt, trait, traitsAt, widthAt } from '../text/traits.ts';
import { unitClasses } from '../text/unit-classes.ts';

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

/** What an acronym of Hebrew holds after its first letters: צה"ל, מנכ"לית. */
const gershayim = /(?<=[א-ת])["״][א-ת](?:[יהת]|ית|ים|ות)?(?![א-ת])/uy;

/** Scripts that put no spaces between words: each of their characters is looked up by itself. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}]/u;

/** Arabic vowel signs (the tanwin among them), tatweel and invisible joiners: none changes which word it is. */
const unspoken = /[\u064B-\u065F\u0670\u0640\u200B-\u200F\u00AD]/gu;

/** How a word’s form is made: it is the word, the word in small letters, or all that `lookupForm` says is done. */
const spelling = { plain: 0, lowered: 1, other: 2 } as const;

const spellingOf = unitClasses((unit) => {
  // Halves of pairs, the letters that make a syllable together, and marks, which join the letter before them.
  if (/[\uD800-\uDFFF\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB\p{M}]/u.test(unit)) return spelling.other;
  const form = formOf(unit);
  if (form === unit) return spelling.plain;
  return form === unit.toLowerCase() ? spelling.lowered : spelling.other;
});

/** A word as it is looked up in the lists of cues, roles and other facts. */
export function lookupForm(text: string): string {
  // Most words of most articles need little or nothing to be done.
  let most = 0;
  for (let offset = 0; offset < text.length && most < spelling.other; offset++)
    most = Math.max(most, spellingOf(text.charCodeAt(offset)));
  if (most === spelling.plain) return text;
  return most === spelling.lowered ? text.toLowerCase() : formOf(text);
}

function formOf(text: string): string {
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

/** Where the next word begins: a run of letters and digits. The length of the text if there is none. */
function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isWordlikeAt(text, at)) at += widthAt(text, at);
  return at;
}

const [joiner, nonJoiner] = [0x200d, 0x200c];

/** Where a word ends. Apostrophes and the gershayim of Hebrew acronyms may stand within it. */
function wordEnd(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); ; code = text.charCodeAt(at)) {
    if ((traitsAt(text, at) & inWord) > 0) at += widthAt(text, at);
    else if (code === joiner || code === nonJoiner) at++;
    else break;
  }
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x27 || code === 0x2019 || code === 0x5f3) {
      if (!isWordlikeAt(text, at + 1)) return at;
      at++;
      while ((traitsAt(text, at) & inWord) > 0) at += widthAt(text, at);
    } else if (code === 0x22 || code === 0x5f4) {
      gershayim.lastIndex = at;
      if (!gershayim.test(text)) return at;
      at = gershayim.lastIndex;
    } else return at;
  }
}

const wordlike = trait.letter | trait.number;
const inWord = wordlike | trait.mark;

/** The words of a paragraph in its order. */
export function findWords(text: string): Word[] {
  const words: Word[] = [];
  for (let start = wordStart(text, 0); start < text.length;) {
    const end = wordEnd(text, start);
    const run = text.slice(start, end);
    if (unspaced.test(run)) {
      for (const piece of pieces(run)) {
        words.push(wordOf(text, start, piece));
        start += piece.length;
      }
    } else words.push(wordOf(text, start, run));
    start = wordStart(text, end);
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
  return {
    start,
    end,
    form: lookupForm(found),
    capital: (traitsAt(text, start) & trait.capital) > 0,
    endsClause: !goesOn(text, end),
    endsSentence: isStop(text.charCodeAt(end)) && isAfterStop(text.charCodeAt(end + 1)),
  };
}

/** Whether a letter or a digit follows, at once or behind a space. */
function goesOn(text: string, offset: number): boolean {
  const traits = traitsAt(text, offset);
  return (traits & trait.space) > 0 ? isWordlikeAt(text, offset + 1) : (traits & wordlike) > 0;
}

const isStop = (code: number): boolean => code === 0x2e || code === 0x21 || code === 0x3f;

const isAfterStop = (code: number): boolean => afterStop(code) === 1;
const afterStop = unitClasses((unit) => Number(/[\s"“”«»]/u.test(unit)));

/**
 * How many words there are from one index up to another. Where no spaces divide words, two characters count as
 * one: that is about the length of a word in Chinese.
 */
export function countWords(words: readonly Word[], first = 0, last = words.length): number {
  let count = 0;
  for (let index = first; index < Math.min(last, words.length); index++)
    count += (traitsAt(words[index]?.form ?? '', 0) & trait.ideograph) > 0 ? 0.5 : 1;
  return Math.ceil(count);
}

/** Whether a text has so many words, as {@link countWords} counts them; reads no further than it must. */
export function hasWords(text: string, least: number): boolean {
  let count = 0;
  for (let start = wordStart(text, 0); start < text.length && Math.ceil(count) < least;) {
    const end = wordEnd(text, start);
    for (const piece of pieces(text.slice(start, end))) count += unspaced.test(piece) ? 0.5 : 1;
    start = wordStart(text, end);
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

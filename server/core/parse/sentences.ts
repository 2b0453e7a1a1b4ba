import type { Lexicon } from './lexicon.ts';
import type { Word } from './words.ts';

/** Marks and brackets that may stand between a full stop and the space after it. */
const closers = /["“”»«’'‘)\]」』]/u;

/** Marks that end a sentence without a space after them. */
const fullWidth = '。！？';

/**
 * Where the sentences of a paragraph end: the offset after the last character of each, its closing marks
 * not counted. A full stop after an abbreviation, an initial or an ordinal number ends none.
 */
export function sentenceEnds(text: string, words: readonly Word[], lexicon: Lexicon): number[] {
  const { terminators } = lexicon.language.sentence;
  const ends: number[] = [];
  let before = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset] ?? '';
    if (!terminators.includes(character)) continue;
    let after = offset + 1;
    while (after < text.length && terminators.includes(text[after] ?? '')) after++;
    const end = after;
    while (after < text.length && closers.test(text[after] ?? '')) after++;
    while ((words[before + 1]?.start ?? Infinity) < offset) before++;
    const atSpace =
      after >= text.length ||
      fullWidth.includes(character) ||
      /\s/u.test(text[after] ?? '') ||
      isGlued(text, offset, words[before], words[before + 1]);
    if (
      atSpace &&
      !(character === '.' && end === offset + 1 && endsNothing(text, offset, words[before], lexicon))
    ) {
      ends.push(end);
    }
    offset = end - 1;
  }
  return ends;
}

/** The fewest letters of a word before a full stop that lost its space: “the board.Berg said”. */
const shortestGlued = 3;

/** A full stop between a word in small letters and one with a capital ends a sentence that lost its space. */
function isGlued(text: string, offset: number, word: Word | undefined, next: Word | undefined): boolean {
  if (text[offset] !== '.' || word?.end !== offset || next?.start !== offset + 1) return false;
  return (
    next.capital &&
    word.end - word.start >= shortestGlued &&
    /^\p{Ll}+$/u.test(text.slice(word.start + 1, word.end))
  );
}

function endsNothing(text: string, offset: number, word: Word | undefined, lexicon: Lexicon): boolean {
  if (word?.end !== offset || offset === text.length - 1) return false;
  if (lexicon.abbreviations.has(word.form)) return true;
  // Within brackets after a name: “(D-Calif.) said”.
  if (text[offset + 1] === ')' && /\([^()\s]{1,16}$/u.test(text.slice(Math.max(0, offset - 18), offset)))
    return true;
  // An initial: “J. Smith”.
  if (word.end - word.start === 1 && word.capital) return true;
  // An ordinal: «20. Juli» in German; elsewhere a number may well end a sentence.
  return lexicon.language.language === 'de' && /^\d{1,2}$/.test(word.form);
}

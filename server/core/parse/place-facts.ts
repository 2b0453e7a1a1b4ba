import { isAt, isWordlikeAt, trait } from '../text/traits.ts';
import { unitClasses } from '../text/unit-classes.ts';
import { isCased } from './lexicon.ts';
import { isNameNoun } from './names.ts';
import type { Prose } from './prose.ts';
import { wordAt } from './words.ts';

/** What stands right before a place. */
export const beforeClasses = ['word', 'comma', 'stop', 'strong', 'bracket', 'other'] as const;

/** What stands right after it. */
export const afterClasses = [
  'end',
  'space',
  'comma',
  'stop',
  'strong',
  'colon',
  'dash',
  'opening',
  'mark',
  'closing',
  'hyphen',
  'letter',
  'other',
] as const;

const comma = /[,،、，]/u;
const stop = /[.。।۔]/u;
const strong = /[!?؟…！？]/u;
const mark = /["“”„«»'‘’‚‹›「」]/u;

const beforeClassOf = unitClasses((character) => {
  if (isAt(character, 0, trait.letter | trait.number | trait.mark)) return 0;
  if (comma.test(character)) return 1;
  if (stop.test(character)) return 2;
  if (strong.test(character)) return 3;
  return /[)\]]/u.test(character) ? 4 : 5;
});

/** The index in `beforeClasses` of what ends at an offset. */
export function classBefore(text: string, offset: number): number {
  return offset > 0 ? beforeClassOf(text.charCodeAt(offset - 1)) : 5;
}

/** A space is told by what follows it. */
const aSpace = 1;

const afterClassOf = unitClasses((character) => {
  if (/\s/u.test(character)) return aSpace;
  if (comma.test(character)) return 2;
  if (stop.test(character)) return 3;
  if (strong.test(character)) return 4;
  if (/[:;؛：]/u.test(character)) return 5;
  if (mark.test(character)) return 8;
  if (/[)\]]/u.test(character)) return 9;
  if (/[–—-]/u.test(character)) return 10;
  return isWordlikeAt(character, 0) ? 11 : 12;
});

const spacedClassOf = unitClasses((next) => {
  if (/[–—-]/u.test(next)) return 6;
  if (/[([]/u.test(next)) return 7;
  return mark.test(next) ? 8 : aSpace;
});

/** The index in `afterClasses` of what begins at an offset. */
export function classAfter(text: string, offset: number): number {
  if (offset >= text.length) return 0;
  const found = afterClassOf(text.charCodeAt(offset));
  if (found !== aSpace) return found;
  return offset + 1 < text.length ? spacedClassOf(text.charCodeAt(offset + 1)) : aSpace;
}

/** What the words of a paragraph are, each a bit, so that many places are weighed fast. */
export const is = {
  functionWord: 1,
  capital: 2,
  cue: 4,
  definite: 8,
  number: 16,
  prefixed: 32,
  finite: 64,
  role: 128,
  lastOfCue: 256,
  nameNoun: 512,
  speech: 1024,
  pronoun: 2048,
  naming: 4096,
  determiner: 8192,
} as const;

/** How many classes of words are told apart where two stand beside each other. */
export const wordClasses = 6;

/** What a word is as the neighbour of another: an article, a function word, a verb, a number, a name, anything else. */
export function wordClass(bits: number): number {
  if (bits & is.determiner) return 0;
  if (bits & (is.finite | is.cue)) return 2;
  if (bits & is.functionWord) return 1;
  if (bits & is.number) return 3;
  return bits & is.capital ? 4 : 5;
}

/** What stands before a word. */
export const gapIs = { comma: 1, colon: 2, sentence: 4, opening: 8, closing: 16, dash: 32 } as const;

export interface WordFacts {
  /** The bits of `is`, word by word. */
  readonly word: Uint16Array;
  /** The bits of `gapIs` for what stands before a word; one more for what follows the last. */
  readonly gap: Uint8Array;
  /** How many words before each the last cue of its sentence ends; 0 right before, `far` if there is none. */
  readonly cueBefore: Uint8Array;
  /** How many words lie between each and the next cue of its sentence; `far` if there is none. */
  readonly cueAfter: Uint8Array;
  /** How many words before each the last verb of its sentence stands that names something; `far` if there is none. */
  readonly namingBefore: Uint8Array;
  /** How many words of its sentence stand before each, and how many after. */
  readonly sentenceBefore: Uint16Array;
  readonly sentenceAfter: Uint16Array;
  /** How many words that only speech has stand before each; one more for all. */
  readonly speechBefore: Uint16Array;
  readonly cased: boolean;
}

/** The class of a number of words of the same sentence. */
export function stretchClass(words: number | undefined): number {
  const count = words ?? 0;
  if (count === 0) return 0;
  if (count <= 2) return 1;
  if (count <= 5) return 2;
  return count <= 10 ? 3 : 4;
}

/** A distance of this many words or more is as good as none. */
const far = 255;

/** The class of a distance to a cue: right there, near, in reach, none. */
export function cueDistance(words: number | undefined): number {
  if (words === undefined || words > 11) return 3;
  return words === 0 ? 0 : words <= 3 ? 1 : 2;
}

const known = new WeakMap<Prose, WordFacts>();

/** Facts about the words of a paragraph, found once. */
export function factsOf(prose: Prose): WordFacts {
  const ready = known.get(prose);
  if (ready) return ready;
  const { words, lexicon } = prose;
  const arabic = lexicon.language.script === 'Arab';
  const word = new Uint16Array(words.length);
  const gap = new Uint8Array(words.length + 1);
  words.forEach(({ form, capital }, index) => {
    let bits = 0;
    if (lexicon.functionWords.has(form)) bits |= is.functionWord;
    if (lexicon.finiteVerbs.has(form)) bits |= is.finite;
    if (lexicon.roles.has(form)) bits |= is.role;
    if (isNameNoun(lexicon, form)) bits |= is.nameNoun;
    if (lexicon.speechWords.has(form)) bits |= is.speech;
    if (lexicon.pronouns.has(form)) bits |= is.pronoun;
    if (lexicon.determiners.has(form)) bits |= is.determiner;
    if (capital) bits |= is.capital;
    // The article is written together with its noun, and the adjectives that follow repeat it.
    if (arabic && /^(?:[وفبك]?ال|لل)/u.test(form)) bits |= is.definite;
    if (isAt(form, 0, trait.number)) bits |= is.number;
    if (form.length > 3 && lexicon.joinedPrefixes.has(form.slice(0, 1))) bits |= is.prefixed;
    word[index] = bits;
    gap[index] = gapBits(prose.gap(index));
  });
  gap[words.length] = gapBits(prose.gap(words.length));
  for (const cue of prose.cues) {
    if (cue.verb?.naming) {
      word[cue.first] = (word[cue.first] ?? 0) | is.naming;
      continue;
    }
    word[cue.first] = (word[cue.first] ?? 0) | is.cue;
    word[cue.last - 1] = (word[cue.last - 1] ?? 0) | is.lastOfCue;
  }
  for (const end of prose.sentenceEnds) {
    const next = wordAt(words, end);
    gap[next] = (gap[next] ?? 0) | gapIs.sentence;
  }
  const sentenceBefore = new Uint16Array(words.length);
  const sentenceAfter = new Uint16Array(words.length);
  const cueBefore = new Uint8Array(words.length).fill(far);
  const namingBefore = new Uint8Array(words.length).fill(far);
  const cueAfter = new Uint8Array(words.length).fill(far);
  for (let index = 1; index < words.length; index++) {
    if ((gap[index] ?? 0) & gapIs.sentence) continue;
    const passed = (word[index - 1] ?? 0) & is.lastOfCue ? 0 : (cueBefore[index - 1] ?? far) + 1;
    cueBefore[index] = Math.min(far, passed);
    const named = (word[index - 1] ?? 0) & is.naming ? 0 : (namingBefore[index - 1] ?? far) + 1;
    namingBefore[index] = Math.min(far, named);
    sentenceBefore[index] = Math.min(far, (sentenceBefore[index - 1] ?? 0) + 1);
  }
  for (let index = words.length - 2; index >= 0; index--) {
    if ((gap[index + 1] ?? 0) & gapIs.sentence) continue;
    const passed = (word[index + 1] ?? 0) & is.cue ? 0 : (cueAfter[index + 1] ?? far) + 1;
    cueAfter[index] = Math.min(far, passed);
    sentenceAfter[index] = Math.min(far, (sentenceAfter[index + 1] ?? 0) + 1);
  }
  const speechBefore = new Uint16Array(words.length + 1);
  for (let index = 0; index < words.length; index++) {
    speechBefore[index + 1] = (speechBefore[index] ?? 0) + Number(((word[index] ?? 0) & is.speech) > 0);
  }
  const cased = isCased(lexicon);
  const facts = {
    word,
    gap,
    cueBefore,
    namingBefore,
    cueAfter,
    sentenceBefore,
    sentenceAfter,
    speechBefore,
    cased,
  };
  known.set(prose, facts);
  return facts;
}

function gapBits(gap: string): number {
  if (gap === ' ') return 0;
  let bits = 0;
  if (comma.test(gap)) bits |= gapIs.comma;
  if (/[:;؛：]/u.test(gap)) bits |= gapIs.colon;
  if (/[([]/u.test(gap)) bits |= gapIs.opening;
  if (/[)\]]/u.test(gap)) bits |= gapIs.closing;
  if (/[–—]|\s-/u.test(gap)) bits |= gapIs.dash;
  return bits;
}

import { detectAll } from 'tinyld/light';
import { widthAt } from '../text/traits.ts';
import { unitClasses } from '../text/unit-classes.ts';
import { commonWords, distinctiveLetters, distinctiveWords } from './distinctive.ts';
import { findWords, type Word } from './words.ts';

/** As much of a text as tells its language; more would only cost time. UTF-16 units. */
const sample = 2000;

/** Scripts, with the language that the news writes in each above all others. */
const scripts: readonly (readonly [name: string, letters: RegExp, language: string])[] = [
  ['Arabic', /\p{Script=Arabic}/u, 'ar'],
  ['Cyrillic', /\p{Script=Cyrillic}/u, 'ru'],
  ['Latin', /\p{Script=Latin}/u, 'en'],
  ['Hebrew', /\p{Script=Hebrew}/u, 'he'],
  ['Greek', /\p{Script=Greek}/u, 'el'],
  ['Devanagari', /\p{Script=Devanagari}/u, 'hi'],
  ['Bengali', /\p{Script=Bengali}/u, 'bn'],
  ['Hangul', /\p{Script=Hangul}/u, 'ko'],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  ['Han', /\p{Script=Han}/u, 'zh'],
  ['Thai', /\p{Script=Thai}/u, 'th'],
  ['Armenian', /\p{Script=Armenian}/u, 'hy'],
  ['Georgian', /\p{Script=Georgian}/u, 'ka'],
];

/** Of so many letters one must be distinctive: fewer come from names and quotations of another language. */
const lettersPerDistinctive = 150;

/** So many of a hundred words must be distinctive before words overrule the detector. */
const distinctivePerHundred = 8;

/**
 * So many of a hundred words must be among a language's commonest, and so many times as many as of any other
 * language, for the words alone to tell it: then the detector, which takes most of the time, is not asked.
 */
const commonPerHundred = 14;
const timesTheNext = 2;

/** Fewer words than this prove nothing. */
const leastWords = 40;

/** The number of a character’s script among `scripts`, from 1 on; 0 for what belongs to none. */
const scriptOf = (character: string): number =>
  scripts.findIndex(([, letters]) => letters.test(character)) + 1;

const half = scripts.length + 1;
const scriptOfUnit = unitClasses((unit) => (/[\uD800-\uDFFF]/.test(unit) ? half : scriptOf(unit)));

/** How many characters of a text are of each script, by the script’s name. */
function countScripts(text: string): ReadonlyMap<string, number> {
  const counts = new Uint32Array(half);
  for (let at = 0; at < text.length; at++) {
    let script = scriptOfUnit(text.charCodeAt(at));
    if (script === half) {
      const width = widthAt(text, at);
      script = scriptOf(text.slice(at, at + width));
      at += width - 1;
    }
    counts[script] = (counts[script] ?? 0) + 1;
  }
  return new Map(scripts.map(([script], index) => [script, counts[index + 1] ?? 0]));
}

/** The distinctive letters of each script, a bit for those of each language and one for those unlike it. */
const lettersByScript = new Map(
  Object.entries(distinctiveLetters).map(([script, languages]) => [
    script,
    unitClasses((unit) =>
      languages.reduce(
        (bits, { letters, unlike }, index) =>
          bits | (letters.test(unit) ? 1 << (2 * index) : 0) | (unlike?.test(unit) ? 2 << (2 * index) : 0),
        0,
      ),
    ),
  ]),
);

/**
 * The language of a text as a BCP 47 tag, `und` if it has no letters: by its script, then by letters and
 * words that neighbouring languages don't share, then by a small statistical detector. Nothing leaves the
 * machine.
 */
export function detectLanguage(text: string): string {
  const part = text.slice(0, sample).replace(/https?:\/\/\S+|@\w+|<[^>]{0,500}>/gu, ' ');
  const counts = countScripts(part);
  let [script, language, most] = ['', 'und', 0];
  for (const [name, , usual] of scripts) {
    const letters = counts.get(name) ?? 0;
    if (letters > most) [script, language, most] = [name, usual, letters];
  }
  // Japanese is written with more Han characters than kana; a fifth of kana is certain.
  if (script === 'Han' && (counts.get('Kana') ?? 0) * 5 > most) return 'ja';
  const told = byLetters(part, script, most);
  if (told) return told;
  if (script !== 'Latin') return language;
  const words = findWords(part);
  return byCommonWords(words) ?? byWords(words, byStatistics(part, language));
}

/** The language whose commonest words a text holds far more of than of any other's. */
function byCommonWords(words: readonly Word[]): string | null {
  if (words.length < leastWords) return null;
  const [best, next] = scoresOf(words, common);
  if (!best || best.score < commonPerHundred || best.score < timesTheNext * (next?.score ?? 0)) return null;
  return best.language;
}

/** Words of several languages, with the numbers of those languages that each belongs to. */
class WordIndex {
  readonly languages: readonly string[];
  readonly #byWord = new Map<string, number[]>();

  constructor(known: Readonly<Record<string, ReadonlySet<string>>>) {
    this.languages = Object.keys(known);
    Object.values(known).forEach((words, language) => {
      for (const word of words) this.#byWord.set(word, [...this.of(word), language]);
    });
  }

  of(word: string): readonly number[] {
    return this.#byWord.get(word) ?? [];
  }
}

const common = new WordIndex(commonWords);
const distinctive = new WordIndex(distinctiveWords);

/** How many of a hundred words are each language’s, the most first. */
function scoresOf(words: readonly Word[], index: WordIndex): { language: string; score: number }[] {
  const counts = new Uint32Array(index.languages.length);
  for (const { form } of words)
    for (const language of index.of(form)) counts[language] = (counts[language] ?? 0) + 1;
  return index.languages
    .map((language, number) => ({
      language,
      score: ((counts[number] ?? 0) * 100) / Math.max(1, words.length),
    }))
    .sort((one, other) => other.score - one.score);
}

function byLetters(text: string, script: string, letters: number): string | null {
  const languages = distinctiveLetters[script] ?? [];
  const bitsOf = lettersByScript.get(script);
  if (!bitsOf) return null;
  const counts = new Uint32Array(2 * languages.length);
  for (let at = 0; at < text.length; at++) {
    let bits = bitsOf(text.charCodeAt(at));
    for (let index = 0; bits > 0; index++, bits >>= 1)
      if ((bits & 1) === 1) counts[index] = (counts[index] ?? 0) + 1;
  }
  for (const [index, { language }] of languages.entries()) {
    const found = counts[2 * index] ?? 0;
    if (found * lettersPerDistinctive >= letters && found > (counts[2 * index + 1] ?? 0)) return language;
  }
  return null;
}

/** The detector's guess, unless the words say that it is one of the languages it takes for others. */
function byWords(words: readonly Word[], guess: string): string {
  const scores = scoresOf(words, distinctive);
  // The detector knows one language for Norwegian and Danish.
  if (guess === 'nb') return scores.find(({ language }) => language !== 'id')?.language ?? guess;
  const [best] = scores;
  // Swedish, which it knows, has some of their words.
  if (!best || best.score < distinctivePerHundred) return guess;
  return guess === 'sv' && best.language !== 'id' ? guess : best.language;
}

function byStatistics(text: string, fallback: string): string {
  const guess = detectAll(text).find(({ lang }) => !otherScripts.has(lang));
  return guess?.lang === 'no' ? 'nb' : (guess?.lang ?? fallback);
}

/** What the detector knows beside languages in Latin letters. */
const otherScripts: ReadonlySet<string> = new Set([
  'ja',
  'zh',
  'ko',
  'th',
  'bn',
  'hi',
  'el',
  'ru',
  'he',
  'ar',
]);

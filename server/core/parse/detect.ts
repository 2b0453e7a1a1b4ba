import { detectAll } from 'tinyld/light';
import { commonWords, distinctiveLetters, distinctiveWords } from './distinctive.ts';
import { findWords, type Word } from './words.ts';

/** As much of a text as tells its language; more would only cost time. UTF-16 units. */
const sample = 2000;

/** Scripts, with the language that the news writes in each above all others. */
const scripts: readonly (readonly [name: string, letters: RegExp, language: string])[] = [
  ['Arabic', /\p{Script=Arabic}/gu, 'ar'],
  ['Cyrillic', /\p{Script=Cyrillic}/gu, 'ru'],
  ['Latin', /\p{Script=Latin}/gu, 'en'],
  ['Hebrew', /\p{Script=Hebrew}/gu, 'he'],
  ['Greek', /\p{Script=Greek}/gu, 'el'],
  ['Devanagari', /\p{Script=Devanagari}/gu, 'hi'],
  ['Bengali', /\p{Script=Bengali}/gu, 'bn'],
  ['Hangul', /\p{Script=Hangul}/gu, 'ko'],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  ['Han', /\p{Script=Han}/gu, 'zh'],
  ['Thai', /\p{Script=Thai}/gu, 'th'],
  ['Armenian', /\p{Script=Armenian}/gu, 'hy'],
  ['Georgian', /\p{Script=Georgian}/gu, 'ka'],
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

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/**
 * The language of a text as a BCP 47 tag, `und` if it has no letters: by its script, then by letters and
 * words that neighbouring languages don't share, then by a small statistical detector. Nothing leaves the
 * machine.
 */
export function detectLanguage(text: string): string {
  const part = text.slice(0, sample).replace(/https?:\/\/\S+|@\w+|<[^>]{0,500}>/gu, ' ');
  const counts = new Map(scripts.map(([script, letters]) => [script, count(part, letters)]));
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
  const [best, next] = scoresOf(words, commonWords);
  if (!best || best.score < commonPerHundred || best.score < timesTheNext * (next?.score ?? 0)) return null;
  return best.language;
}

function scoresOf(
  words: readonly Word[],
  known: Readonly<Record<string, ReadonlySet<string>>>,
): { language: string; score: number }[] {
  return Object.entries(known)
    .map(([language, forms]) => ({ language, score: share(words, forms) }))
    .sort((one, other) => other.score - one.score);
}

function byLetters(text: string, script: string, letters: number): string | null {
  for (const { language, letters: distinctive, unlike } of distinctiveLetters[script] ?? []) {
    const found = count(text, distinctive);
    if (found * lettersPerDistinctive >= letters && found > (unlike ? count(text, unlike) : 0))
      return language;
  }
  return null;
}

/** The detector's guess, unless the words say that it is one of the languages it takes for others. */
function byWords(words: readonly Word[], guess: string): string {
  const scores = scoresOf(words, distinctiveWords);
  // The detector knows one language for Norwegian and Danish.
  if (guess === 'nb') return scores.find(({ language }) => language !== 'id')?.language ?? guess;
  const [best] = scores;
  // Swedish, which it knows, has some of their words.
  if (!best || best.score < distinctivePerHundred) return guess;
  return guess === 'sv' && best.language !== 'id' ? guess : best.language;
}

function share(words: readonly Word[], known: ReadonlySet<string>): number {
  return (words.filter(({ form }) => known.has(form)).length * 100) / Math.max(1, words.length);
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

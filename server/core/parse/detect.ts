import { detectAll } from 'tinyld/light';

/** As much of a text as tells its language; more would only cost time. UTF-16 units. */
const sample = 4000;

/** Scripts that one language of the news uses above all others. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Latin}/gu, 'en'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
];

/** Letters that Arabic spelling has and Persian and Urdu have not, and the other way round. */
const arabicLetters = /[\u0629\u064A\u0643\u0649\u0623\u0625]/gu;
const persianLetters = /[\u067E\u0686\u0698\u06AF\u06A9\u06CC]/gu;
const urduLetters = /[\u0679\u0688\u0691\u06D2\u06C1\u06BE\u06BA]/gu;

/** Kurdish Sorani writes its vowels; no other language of the script uses these. */
const kurdishLetters = /[\u06CE\u06C6\u0695\u06B5\u06D5]/gu;

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/**
 * The language of a text as a BCP 47 tag, `und` if it has no letters: by its script, then by letters that
 * neighbouring languages don't share, then by a small statistical detector. Nothing leaves the machine.
 */
export function detectLanguage(text: string): string {
  const part = text.slice(0, sample).replace(/https?:\/\/\S+|@\w+|<[^>]{0,500}>/gu, ' ');
  let [language, most] = ['und', 0];
  for (const [script, tag] of scripts) {
    const letters = count(part, script);
    if (letters > most) [language, most] = [tag, letters];
  }
  // Japanese is written with more Han characters than kana; a fifth of kana is certain.
  if (language === 'zh' && count(part, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 5 > most) return 'ja';
  if (language === 'ar') return arabicScript(part);
  if (language === 'ru' || language === 'en') return byStatistics(part, language);
  return language;
}

function arabicScript(text: string): string {
  const arabic = count(text, arabicLetters);
  const persian = count(text, persianLetters);
  if (count(text, kurdishLetters) > arabic + 3) return 'ckb';
  if (count(text, urduLetters) > Math.max(3, arabic)) return 'ur';
  return persian > arabic ? 'fa' : 'ar';
}

/** The detector's best guess, as long as it is written in the script that was counted. */
function byStatistics(text: string, fallback: string): string {
  const cyrillic = fallback === 'ru';
  const guess = detectAll(text).find(({ lang }) => cyrillicLanguages.has(lang) === cyrillic);
  return guess?.lang === 'no' ? 'nb' : (guess?.lang ?? fallback);
}

const cyrillicLanguages: ReadonlySet<string> = new Set(['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk', 'mn', 'tt']);

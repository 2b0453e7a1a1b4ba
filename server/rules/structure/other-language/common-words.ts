import { commonWords } from '../../../core/parse/distinctive.ts';

/** The commonest words of languages in Arabic and Cyrillic letters. Source: the languages’ grammars. */
const others: Readonly<Record<string, string>> = {
  ar: 'في من على إلى أن التي الذي عن مع هذا هذه ما لا كان قد بين كما بعد إن لم أو حيث وقال وفي ومن',
  fa: 'و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد می های گفت شده باید',
  ur: 'کے کی میں ہے اور کا سے کو نے پر ہیں کہ ایک یہ بھی اس نہیں تھا کر ہو',
  ckb: 'لە و بە بۆ کە ئەو ئەم لەگەڵ دەکات هەر بەڵام یەک',
  ps: 'په د او چې کې ته دی له یې سره هم کړي نه دا',
  ru: 'и в на не что с по как это для из от о но за был его он к а к же',
  uk: 'і в на не що з як це для та від за до у але його він про й',
  bg: 'и на да се е от за в с по че не са като но това към',
  sr: 'и у је да на се за од са су не као што али',
  mk: 'и на да се е од за во со дека не ги како но',
};

/** What a language is called, in English. */
export const names: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  sv: 'Swedish',
  da: 'Danish',
  nb: 'Norwegian',
  nn: 'Norwegian Nynorsk',
  pl: 'Polish',
  tr: 'Turkish',
  id: 'Indonesian',
  ro: 'Romanian',
  hu: 'Hungarian',
  fi: 'Finnish',
  cs: 'Czech',
  ar: 'Arabic',
  fa: 'Persian',
  ur: 'Urdu',
  ckb: 'Kurdish (Sorani)',
  ps: 'Pashto',
  ru: 'Russian',
  uk: 'Ukrainian',
  bg: 'Bulgarian',
  sr: 'Serbian',
  mk: 'Macedonian',
};

/** The languages whose commonest words a word is one of. */
const languagesByWord = new Map<string, string[]>();
const lists: readonly (readonly [string, Iterable<string>])[] = [
  ...Object.entries(commonWords),
  ...Object.entries(others).map(([language, words]) => [language, new Set(words.split(' '))] as const),
];
for (const [language, words] of lists) {
  for (const word of words) languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language]);
}

/** What of a paragraph’s words speaks for a language, and what for the article’s own and not for that one. */
interface Evidence {
  /** Words that are common in that language and not in the article’s own. */
  readonly other: number;
  /** Words that are common in the article’s own and not in that one. */
  readonly own: number;
}

/** How the words speak for each language that is not the article’s own. */
export function evidenceIn(words: readonly string[], main: string): Evidence[] {
  const common = new Map<string, number>();
  const shared = new Map<string, number>();
  let own = 0;
  for (const word of words) {
    const languages = languagesByWord.get(word);
    if (!languages) continue;
    const isOwn = languages.includes(main);
    if (isOwn) own++;
    const counts = isOwn ? shared : common;
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...common].map(([language, other]) => ({ other, own: own - (shared.get(language) ?? 0) }));
}

/** Languages that are written side by side and share most of their common words: they are taken for one. */
const neighbours: readonly ReadonlySet<string>[] = [new Set(['da', 'nb', 'nn'])];

export function areNeighbours(one: string, other: string): boolean {
  return neighbours.some((languages) => languages.has(one) && languages.has(other));
}

/** Letters or words that tell a language from its neighbours in the same script. */
export interface Distinctive {
  readonly language: string;
  readonly letters: RegExp;
}

/**
 * Letters that no other language of the news writes, or that all others of the script write more of. Where
 * a language is told by what it lacks, the letters of `unlike` speak against it.
 */
export const distinctiveLetters: Readonly<
  Record<string, readonly (Distinctive & { readonly unlike?: RegExp })[]>
> = {
  Latin: [
    // The vowels with a tone mark below or on top of another mark are Vietnamese alone.
    { language: 'vi', letters: /[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu },
    { language: 'cs', letters: /[řěů]/giu },
    { language: 'sk', letters: /[ľĺŕ]/giu, unlike: /[řěů]/giu },
    { language: 'lt', letters: /[ėįų]/giu },
    { language: 'lv', letters: /[ģķļņ]/giu },
    { language: 'az', letters: /ə/giu },
    { language: 'is', letters: /[ðþ]/giu },
  ],
  Cyrillic: [
    { language: 'uk', letters: /[їєґ]/giu, unlike: /[ыўё]/giu },
    { language: 'be', letters: /ў/giu },
    // Bulgarian writes ъ for a vowel that Russian writes ы; in Russian ъ is the rarest letter.
    { language: 'bg', letters: /ъ/giu, unlike: /[ыэіј]/giu },
    { language: 'mk', letters: /[ѓќѕ]/giu },
    { language: 'sr', letters: /[јљњћђџ]/giu, unlike: /[ѓќѕ]/giu },
    { language: 'kk', letters: /[әғқұһ]/giu, unlike: /җ/giu },
    { language: 'mn', letters: /[өү]/giu, unlike: /[ңқ]/giu },
  ],
  Arabic: [
    // Kurdish Sorani writes its vowels; no other language of the script uses these.
    {
      language: 'ckb',
      letters: /[\u06CE\u06C6\u0695\u06B5\u06D5]/gu,
      unlike: /[\u0629\u064A\u0643\u0649\u0623\u0625]/gu,
    },
    { language: 'ps', letters: /[\u069A\u0681\u0685\u0689\u0693\u0696\u06BC]/gu },
    {
      language: 'ur',
      letters: /[\u0679\u0688\u0691\u06D2\u06C1\u06BE\u06BA]/gu,
      unlike: /[\u0629\u064A\u0643\u0649\u0623\u0625]/gu,
    },
    {
      language: 'fa',
      letters: /[\u067E\u0686\u0698\u06AF\u06A9\u06CC]/gu,
      unlike: /[\u0629\u064A\u0643\u0649\u0623\u0625]/gu,
    },
  ],
  Han: [
    {
      language: 'zh-Hant',
      letters: /[這個們說時會對國過還為來從開關發問題學長電車東業產經濟灣書報讓點種現實總統議員無線]/gu,
      unlike: /[这个们说时会对国过还为来从开关发问题学长电车东业产经济湾书报让点种现实总统议员无线]/gu,
    },
  ],
};

/** Frequent words of languages that a detector of letter sequences does not know, or takes for another. */
export const distinctiveWords: Readonly<Record<string, ReadonlySet<string>>> = {
  da: new Set([
    'af',
    'efter',
    'blev',
    'bliver',
    'hvad',
    'noget',
    'nogen',
    'mig',
    'sig',
    'mellem',
    'meget',
    'kun',
    'nu',
    'også',
    'eller',
    'uden',
    'ud',
    'op',
    'fået',
    'været',
    'havde',
    'gik',
    'sagde',
  ]),
  nb: new Set([
    'av',
    'etter',
    'ble',
    'blir',
    'hva',
    'noe',
    'noen',
    'meg',
    'seg',
    'mellom',
    'mye',
    'bare',
    'nå',
    'også',
    'eller',
    'uten',
    'ut',
    'opp',
    'fått',
    'vært',
    'hadde',
    'gikk',
    'sa',
  ]),
  nn: new Set([
    'av',
    'etter',
    'vart',
    'blir',
    'kva',
    'noko',
    'nokon',
    'meg',
    'seg',
    'mellom',
    'mykje',
    'berre',
    'no',
    'òg',
    'eller',
    'utan',
    'ut',
    'opp',
    'ikkje',
    'eg',
    'frå',
    'ein',
    'dei',
    'ho',
    'kven',
    'fekk',
    'skal',
    'vore',
  ]),
  id: new Set([
    'yang',
    'dan',
    'di',
    'untuk',
    'dengan',
    'tidak',
    'itu',
    'ini',
    'dari',
    'pada',
    'akan',
    'telah',
    'sudah',
    'oleh',
    'dalam',
    'karena',
    'kami',
    'mereka',
    'sejak',
    'hari',
    'juga',
    'tetapi',
    'saya',
  ]),
};

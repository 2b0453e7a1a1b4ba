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
    { language: 'vi', letters: /[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu },
    { language: 'cs', letters: /[řěů]/iu },
    { language: 'sk', letters: /[ľĺŕ]/iu, unlike: /[řěů]/iu },
    { language: 'lt', letters: /[ėįų]/iu },
    { language: 'lv', letters: /[ģķļņ]/iu },
    { language: 'az', letters: /ə/iu },
    { language: 'is', letters: /[ðþ]/iu },
  ],
  Cyrillic: [
    { language: 'uk', letters: /[їєґ]/iu, unlike: /[ыўё]/iu },
    { language: 'be', letters: /ў/iu },
    // Bulgarian writes ъ for a vowel that Russian writes ы; in Russian ъ is the rarest letter.
    { language: 'bg', letters: /ъ/iu, unlike: /[ыэіј]/iu },
    { language: 'mk', letters: /[ѓќѕ]/iu },
    { language: 'sr', letters: /[јљњћђџ]/iu, unlike: /[ѓќѕ]/iu },
    { language: 'kk', letters: /[әғқұһ]/iu, unlike: /җ/iu },
    { language: 'mn', letters: /[өү]/iu, unlike: /[ңқ]/iu },
  ],
  Arabic: [
    // Kurdish Sorani writes its vowels; no other language of the script uses these.
    {
      language: 'ckb',
      letters: /[\u06CE\u06C6\u0695\u06B5\u06D5]/u,
      unlike: /[\u0629\u064A\u0643\u0649\u0623\u0625]/u,
    },
    { language: 'ps', letters: /[\u069A\u0681\u0685\u0689\u0693\u0696\u06BC]/u },
    {
      language: 'ur',
      letters: /[\u0679\u0688\u0691\u06D2\u06C1\u06BE\u06BA]/u,
      unlike: /[\u0629\u064A\u0643\u0649\u0623\u0625]/u,
    },
    {
      language: 'fa',
      letters: /[\u067E\u0686\u0698\u06AF\u06A9\u06CC]/u,
      unlike: /[\u0629\u064A\u0643\u0649\u0623\u0625]/u,
    },
  ],
  Han: [
    {
      language: 'zh-Hant',
      letters: /[這個們說時會對國過還為來從開關發問題學長電車東業產經濟灣書報讓點種現實總統議員無線]/u,
      unlike: /[这个们说时会对国过还为来从开关发问题学长电车东业产经济湾书报让点种现实总统议员无线]/u,
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

/**
 * The commonest words of languages in Latin letters: articles, prepositions, conjunctions, auxiliaries. Neighbours
 * (Danish and Norwegian, Czech and Slovak) share most of theirs; there words alone tell nothing, and the detector
 * is asked.
 */
export const commonWords: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the of and that was were with his her from which have has been they who this for on is a to in it at by are be as had would not',
    de: 'der die und den das nicht ist mit auch wurde dem des ein eine von im sich für auf als sind',
    fr: 'le les des une est dans que pour qui pas sur au du et ont aux cette été plus son',
    es: 'el los las una por con para del que se su más fue como pero en al este ha sin',
    it: 'il che di della per non del gli sono è le con una dei nel alla anche ha più si',
    pt: 'o os não uma do da em para com ao dos das que foi mais na no ele são um',
    nl: 'het een van de niet dat zijn voor ook en met is op naar wordt bij werd hij aan te',
    sv: 'och att det som för inte är på en har med av till den var ett om han sig från',
    da: 'og at det som for ikke er på en har med af til den var et om han sig fra efter blev hvad også eller',
    nb: 'og at det som for ikke er på en har med av til den var et om han seg fra etter ble hva også eller',
    nn: 'og at det som for ikkje er på ein har med av til den var eit om han seg frå etter vart kva òg eller',
    pl: 'w nie na się jest do że z i o to po jak ale od przez za był dla są',
    tr: 've bir bu için olarak ile de da olan daha çok en gibi sonra kadar ise oldu',
    id: 'yang dan di untuk dengan tidak itu ini dari pada akan telah sudah oleh dalam karena kami mereka juga',
    ro: 'și de la în cu pe nu că din este au pentru mai a fost un o care al sunt',
    hu: 'a az és hogy nem is egy van volt meg de ezt már csak el mint azt még',
    fi: 'ja on ei että se oli hän ovat mutta kun myös joka tai niin sen ole kuin jo',
    cs: 'a v na se je že s z do to si o by jako i pro ale za byl po',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

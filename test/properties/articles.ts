import fc from 'fast-check';

/** What a sentence of each language may hold that the engine looks at: names, cues, clitics, abbreviations. */
const words: Readonly<Record<string, readonly string[]>> = {
  ar: [
    'قال',
    'وأضاف',
    'الوزير',
    'سلمى',
    'الحداد',
    'إن',
    'في',
    'المدينة',
    'بحسب',
    'مصدر',
    'المصدر',
    'مضيفًا',
    'وقَالَ',
    'هل',
    'بـ',
    'ـه',
  ],
  en: [
    'said',
    'she',
    'told',
    'the',
    'minister',
    'Anna',
    'Moore',
    "didn't",
    '’90s',
    "workers'",
    'according',
    'to',
    'Mr.',
    '5\'11"',
    'is',
  ],
  fr: ['a', 'déclaré', 'selon', 'l’élue', 'aujourd’hui', 'Marie', 'Duval', 'que', 'M.', 'est', 'dit-elle'],
  es: ['dijo', 'según', 'la', 'alcaldesa', 'Lucía', 'que', 'añadió', 'es'],
  de: ['sagte', 'Frau', 'Weber', 'laut', 'der', 'Stadt', 'dass', 'z. B.', 'ist'],
  ru: ['сказала', 'по', 'словам', 'министра', 'Анна', 'что', 'отметил', 'есть'],
};

/** Quotation marks right, wrong and doubtful, and what stands beside them. */
const marks = [
  '“',
  '”',
  '„',
  '‟',
  '«',
  '»',
  '"',
  '‘',
  '’',
  "'",
  '‹',
  '›',
  "''",
  '``',
  ',,',
  '″',
  '״',
  '「',
  '」',
  '“”',
  '”“',
];
const stops = [
  '.',
  '،',
  ',',
  ':',
  '؟',
  '?',
  '!',
  '…',
  '؛',
  ';',
  ' – ',
  '—',
  '-',
  '(',
  ')',
  '[',
  ']',
  '.”',
  '”.',
  '،”',
  '”، ',
  ': “',
];

/** Characters that trip code which believes a text to be simple. */
const oddities = [
  '\u200f',
  '\u200e',
  '\u200b',
  '\u2067',
  '\u00a0',
  '\ufeff',
  '\u0301',
  '\u064e',
  '\u0640',
  '\u00ad',
  '\u{1F600}',
  '\u{1D400}',
  '\ud83d',
  '\ude00',
  '\t',
  '\u2028',
  '\u0085',
  '\0',
];

/** Whole lines as scrapers leave them, and lines that look so and are none. */
const lines = [
  '[ad_1]',
  '[ad_2]',
  '[AD_1]',
  'المصدر',
  'المصدر:',
  'Source link',
  'Quelle',
  'Источник',
  'Fuente',
  'Source: Anna',
  '– سلمى الحداد (salma_h) 28 نوفمبر 2023',
  '— Anna Moore (@anna) November 28, 2023',
  '',
  ' ',
  '\u200f',
];

const breaks = ['\n', '\n\n', '\n\n', '\r\n\r\n', '\r\n', '\r', '\n \n'];

/** A stretch of text in one language, its marks mostly in pairs around it. */
function passage(language: string): fc.Arbitrary<string> {
  const word = fc.constantFrom(...(words[language] ?? ['word']));
  const piece = fc.oneof(
    { weight: 10, arbitrary: word.map((text) => ` ${text}`) },
    { weight: 3, arbitrary: fc.constantFrom(...marks) },
    { weight: 3, arbitrary: fc.constantFrom(...marks).map((mark) => ` ${mark}`) },
    { weight: 3, arbitrary: fc.constantFrom(...stops) },
    { weight: 1, arbitrary: fc.constantFrom(...oddities) },
  );
  return fc.array(piece, { minLength: 1, maxLength: 24 }).map((pieces) => pieces.join('').trimStart());
}

const language = fc.constantFrom(...Object.keys(words));

/** A paragraph of one language; now and then it opens as the one before did, or is a leftover line. */
const paragraph = (tag: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: passage(tag) },
    { weight: 2, arbitrary: passage(tag).map((text) => `“${text}`) },
    { weight: 2, arbitrary: passage(tag).map((text) => `«${text}»`) },
    { weight: 2, arbitrary: fc.constantFrom(...lines) },
  );

/** An article of a few paragraphs, clean or dirty in all the ways that the rules know and in some they do not. */
export const articles: fc.Arbitrary<string> = fc
  .tuple(language, fc.boolean(), fc.constantFrom('', '', '', '\ufeff'))
  .chain(([tag, repeated, mark]) =>
    fc
      .array(fc.tuple(paragraph(tag), fc.constantFrom(...breaks)), { maxLength: 7 })
      .map((parts) => [...(repeated ? parts.slice(0, 1) : []), ...parts])
      .map((parts) => mark + parts.map((part) => part.join('')).join('')),
  );

/** Text that somebody types or pastes: a piece of an article, or anything at all. */
export const insertions: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...marks, ...stops, ...oddities, ...breaks, ...lines),
  language.chain(passage),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

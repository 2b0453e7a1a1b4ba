import type { Article } from '../../../core/article.ts';
import { definePassageRule } from '../../../core/engine/passage-rule.ts';

const unicode = 'Unicode: what each formatting character is for';

/** Languages that write words with the zero-width joiner or non-joiner, or part them with the zero-width space. */
const withJoiners: ReadonlySet<string> = new Set([
  'fa',
  'ur',
  'ckb',
  'ku',
  'ps',
  'sd',
  'ug',
  'ks',
  'hi',
  'mr',
  'ne',
  'bn',
  'as',
  'gu',
  'pa',
  'ta',
  'te',
  'kn',
  'ml',
  'si',
  'or',
  'sa',
  'km',
  'my',
  'th',
  'lo',
  'bo',
]);

const isJoined = ({ language }: Article): boolean => withJoiners.has(language.split('-')[0] ?? '');

export default definePassageRule({
  id: 'text/invisible',
  summary:
    'Characters that nobody sees and that do nothing here: zero-width spaces, soft hyphens, a byte order mark in the text.',
  why: 'They stand within words, so that a search does not find the word and a program takes it for two.',
  severity: 'information',
  messages: {
    unseen:
      'There is a character here that nobody sees and that parts or changes the word for programs. Take it out.',
    direction:
      'A character here turns the direction of everything up to its end mark, which can hide what the text says. Take it out, unless it is meant.',
  },
  titles: { delete: 'Take it out' },
  passages: [
    {
      name: 'zero width',
      needs: '',
      passage: /[\u200B\u2060\u180E\uFEFF]+/gu,
      message: 'unseen',
      // At the very beginning U+FEFF is the byte order mark of a file that was read as text.
      instead: (match, article) => (isJoined(article) && match[0] === '\u200B' ? null : ''),
      safety: 'review',
      source: unicode,
    },
    {
      name: 'joiner',
      needs: '',
      // Only between Arabic letters or within Latin, Cyrillic or Greek words: emoji are put together with joiners.
      passage:
        /(?<=[\p{Script=Arabic}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])[\u200C\u200D]+(?=[\p{Script=Arabic}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])/gu,
      message: 'unseen',
      // Arabic text that names somebody in Persian keeps the joiner of that name.
      instead: (match, article) => (isJoined(article) || article.language.startsWith('ar') ? null : ''),
      safety: 'review',
      source: unicode,
    },
    {
      name: 'soft hyphen',
      needs: '\u00AD',
      passage: /\u00AD+/gu,
      message: 'unseen',
      safety: 'review',
      source: unicode,
    },
    {
      name: 'override',
      needs: '',
      passage: /[\u202D\u202E]/gu,
      message: 'direction',
      severity: 'warning',
      safety: 'review',
      source: 'CVE-2021-42574: overrides make a text read otherwise than it is',
    },
  ],
});

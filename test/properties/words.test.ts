import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { detectLanguage } from '../../server/core/parse/detect.ts';
import { findWords, hasWords, lookupForm, type Word } from '../../server/core/parse/words.ts';

/**
 * Words are found character by character, from tables, because expressions would take most of the time. What
 * a word is says the expression here.
 */
const word =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200C\u200D]*(?:['’׳][\p{L}\p{N}][\p{L}\p{N}\p{M}]*|(?<=[א-ת])["״][א-ת](?:[יהת]|ית|ים|ות)?(?![א-ת]))*/gu;

const form = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u064B-\u065F\u0670\u0640\u200B-\u200F\u00AD]/gu, '')
    .replace(/[’׳]/gu, "'")
    .replaceAll('״', '"')
    .replaceAll('İ', 'i')
    .toLowerCase();

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(word)).flatMap(({ 0: run, index }) => {
    let start = index;
    return Array.from(
      run.match(/[\p{Script=Han}\p{Script=Hiragana}]\p{M}*|[^\p{Script=Han}\p{Script=Hiragana}]+/gu) ?? [],
      (found) => {
        const end = start + found.length;
        const follows = text.slice(end, end + 3);
        const own = {
          start,
          end,
          form: form(found),
          capital: /^\p{Lu}/u.test(found),
          endsClause: !/^\s?[\p{L}\p{N}]/u.test(follows),
          endsSentence: /^[.!?][\s"“”«»]/u.test(follows),
        };
        start = end;
        return own;
      },
    );
  });
}

/** Characters that words are made of, that part them, or that change what stands beside them. */
const characters = [
  ...Array.from('abcXYZIİıéÉßΣσςЖжאבצהלכמיתוםأإابتةىيٱپ١٢0123漢字ひらカタกข한ᄒ\u1161\u11ABनिअ'),
  ...[
    '\u064B',
    '\u0651',
    '\u0640',
    '\u200C',
    '\u200D',
    '\u200B',
    '\u00AD',
    '\u0301',
    '\u0307',
    '\u093F',
    '\u3099',
  ],
  ...[
    '’',
    "'",
    '׳',
    '״',
    '"',
    '“',
    '”',
    '«',
    '.',
    '!',
    '?',
    ',',
    '،',
    ' ',
    '\u00A0',
    '\n',
    '-',
    '—',
    '\uFEFF',
  ],
  ...['𝒜', '𐐀', '😀', '\uD835', '\uDC00', '𠮷'],
];
const texts = fc.string({ unit: fc.constantFrom(...characters), maxLength: 40 });

describe('words', () => {
  it('are what the expression says', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.deepEqual(findWords(text), wordsOf(text));
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  it('have the form that the expression says, whatever they are', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.equal(lookupForm(text), form(text));
      }),
      { numRuns: 5000, seed: 2 },
    );
  });

  it('are enough if there are so many', () => {
    fc.assert(
      fc.property(texts, fc.nat(8), (text, least) => {
        const count = findWords(text).reduce(
          (sum, { form: found }) => sum + (/[\p{Script=Han}\p{Script=Hiragana}]/u.test(found) ? 0.5 : 1),
          0,
        );
        assert.equal(hasWords(text, least), Math.ceil(count) >= least);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
});

describe('the language of a text', () => {
  it('is told of any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.match(detectLanguage(text), /^[a-z]{2,3}(?:-\w+)?$/);
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});

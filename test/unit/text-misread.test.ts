import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codePages } from '../../server/core/text/code-pages.ts';
import { dosCodePages } from '../../server/core/text/dos-code-pages.ts';
import { findMisread } from '../../server/core/text/misread.ts';
import { analyse, defaultSettings } from '../../server/index.ts';

/** A text as a program shows it that takes its bytes for another encoding’s. */
const misread = (text: string, encoding: string): string =>
  new TextDecoder(encoding).decode(new TextEncoder().encode(text));

/** A text with what was found in it replaced. */
function mended(text: string): string {
  let result = '';
  let from = 0;
  for (const { start, end, text: instead } of findMisread(text)) {
    result += text.slice(from, start) + instead;
    from = end;
  }
  return result + text.slice(from);
}

describe('text read in a wrong encoding', () => {
  it('is told by tables that are TextDecoder’s', () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
    for (const [encoding, characters] of Object.entries(codePages))
      assert.equal(characters, new TextDecoder(encoding).decode(bytes), encoding);
  });

  it('is read back, whatever Arabic words it holds', () => {
    const letter = fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة'));
    const word = fc.array(letter, { minLength: 3, maxLength: 9 }).map((letters) => letters.join(''));
    const sentence = fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(sentence, fc.constantFrom('windows-1252', 'windows-1256'), (text, encoding) => {
        assert.equal(mended(misread(text, encoding)), text);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('is read back from the encodings of DOS, whatever Arabic words it holds', () => {
    const letter = fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة'));
    const word = fc.array(letter, { minLength: 3, maxLength: 9 }).map((letters) => letters.join(''));
    const sentence = fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => words.join(' '));
    const inDos = (text: string, encoding: string): string =>
      Array.from(new TextEncoder().encode(text), (byte) =>
        byte < 128 ? String.fromCharCode(byte) : (dosCodePages[encoding]?.[byte - 128] ?? ''),
      ).join('');
    fc.assert(
      fc.property(sentence, fc.constantFrom('cp437', 'cp720'), (text, encoding) => {
        assert.equal(mended(inDos(text, encoding)), text);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('is not seen in sound Arabic, whatever marks stand in it', () => {
    const piece = fc.constantFrom(
      'كتاب',
      'ظ',
      'ط',
      'شروط',
      'حفظ',
      ' ',
      '،',
      '؛',
      '؟',
      '«',
      '»',
      '“',
      '”',
      '…',
      '–',
      '.',
      '\u200f',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        // Letters and quotation marks may fit together by chance, but never three of them in a row here.
        assert.deepEqual(findMisread(pieces.join('')), []);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('is not seen in sound words of languages whose letters are bytes that go on with a sequence', () => {
    const words = [
      'آن\u200c\u200cها پارتیشن‌ها دبیان،‌باید رومینگ، مالک” بزرگ مشترک لڑکے نکھار کچھ مجھے دیکھ بھی تھا ہندوستان میں، جنگ، نگ” مژ؛',
      'їїні ґанок Києві, «єдність» країни з’їзд Європі… љубав његов ђак џеп Ћуприја Њујорк љиљани крајње употребувајќи Фонв’єй авіївка',
      'paměť… pamäť… pretrattà\u00a0» «voilà»',
    ];
    for (const text of words) {
      const word = fc.constantFrom(...text.split(' '));
      fc.assert(
        fc.property(fc.array(word, { maxLength: 30 }), (chosen) => {
          assert.deepEqual(findMisread(chosen.join(' ')), []);
        }),
        { numRuns: 500, seed: 1 },
      );
    }
  });

  it('gives passages in order that do not overlap', () => {
    const anything = fc.string({
      unit: fc.constantFrom(...Array.from('aØ§Ù„Ã©â€™Â£ظ„طРџр´ \n')),
      maxLength: 60,
    });
    fc.assert(
      fc.property(anything, (text) => {
        let before = 0;
        for (const { start, end } of findMisread(text)) {
          assert.ok(start >= before && end > start);
          before = end;
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('is found in an article line by line as in all of its text, also where a line ends in a no-break space', () => {
    const anything = fc.string({
      unit: fc.constantFrom(...Array.from('aØ§Ù„Ã©Ã\u00a0â€™Â£ظ„طГ\u00a0 ..\n\r')),
      maxLength: 80,
    });
    let seen = 0;
    fc.assert(
      fc.property(anything, (text) => {
        const found = analyse(text, { ...defaultSettings, language: 'fr' }).findings.filter(
          ({ rule, message }) => rule === 'text/encoding' && message === 'misread',
        );
        const spans = ({ start, end }: { start: number; end: number }): string =>
          `${String(start)}-${String(end)}`;
        assert.deepEqual(found.map(spans), findMisread(text).map(spans));
        seen += found.length;
      }),
      { numRuns: 500, seed: 1, examples: [['Et voilÃ\u00a0\nC’est fini.'], ['Г\u00a0\nla.']] },
    );
    assert.ok(seen > 20, String(seen));
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decode, encode, UnreadableText, type Encoding } from '../../server/formats/decode.ts';

const encodings: readonly { encoding: Encoding; mark: boolean }[] = [
  { encoding: 'utf-8', mark: false },
  { encoding: 'utf-8', mark: true },
  { encoding: 'utf-16le', mark: true },
  { encoding: 'utf-16be', mark: true },
];

/** Texts as articles have them, and any others without NUL or halves of pairs. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).map((any) => any.replaceAll('\0', '')),
  fc
    .array(fc.constantFrom('سلام ', 'hello ', '😀', '\uFEFF', '\uFFFD', '\r\n', '\n', 'é', '“', '中'), {
      maxLength: 20,
    })
    .map((parts) => parts.join('')),
);

/** What decoding says of bytes, which it must refuse. */
function refusal(bytes: readonly number[] | Uint8Array): UnreadableText {
  try {
    decode(Uint8Array.from(bytes));
  } catch (error) {
    if (error instanceof UnreadableText) return error;
    throw error;
  }
  return assert.fail('It was read.');
}

describe('decode', () => {
  it('gives bytes back as they were, whatever could be read', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .array(fc.constantFrom(0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x61, 0x0a, 0xd8, 0xd9, 0x82, 0x06), {
          maxLength: 20,
        })
        .map((all) => Uint8Array.from(all)),
    );
    fc.assert(
      fc.property(bytes, (all) => {
        let decoded;
        try {
          decoded = decode(all);
        } catch (error) {
          assert.ok(error instanceof UnreadableText);
          assert.ok(error.byte >= 0 && error.byte <= all.length && error.line >= 1);
          return;
        }
        assert.deepEqual(encode(decoded), all);
      }),
      { numRuns: 5_000 },
    );
  });

  it('gives texts back in every encoding, a second mark included', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...encodings), (content, shape) => {
        const again = encode({ text: content, ...shape });
        if (!shape.mark && content.startsWith('\uFEFF')) return;
        let decoded;
        try {
          decoded = decode(again);
        } catch {
          // A handful of control characters looks like UTF-16; refusing it loses nothing.
          assert.match(content, /\p{Cc}/u);
          return;
        }
        assert.deepEqual(decoded, { text: content, ...shape });
      }),
      { numRuns: 3_000 },
    );
  });

  it('does not count the mark in the text', () => {
    assert.deepEqual(decode(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61])), {
      text: 'a',
      encoding: 'utf-8',
      mark: true,
    });
    assert.deepEqual(decode(Uint8Array.from([0xff, 0xfe, 0x61, 0])), {
      text: 'a',
      encoding: 'utf-16le',
      mark: true,
    });
    assert.deepEqual(decode(new Uint8Array()), { text: '', encoding: 'utf-8', mark: false });
  });

  it('names the first byte that is wrong and its line, also after characters that stand for lost ones', () => {
    const before = Buffer.from('\uFEFFسلام\r\n\uFFFD\r😀\n');
    const { byte, line, message } = refusal([...before, 0xc3, 0x28]);
    assert.deepEqual([byte, line], [before.length, 4]);
    assert.match(message, new RegExp(`^Byte ${String(before.length)} \\(line 4\\) is not valid UTF-8`));
    assert.equal(refusal([0x61, 0xf0, 0x9f, 0x98]).byte, 1);
    assert.equal(refusal([0xc0, 0xaf]).byte, 0);
    assert.equal(refusal([0xff, 0xfe, 0x0a, 0, 0x00, 0xdc, 0x61, 0]).byte, 4);
    assert.equal(refusal([0xfe, 0xff, 0xff, 0xfd, 0xd8, 0x3d]).byte, 4);
  });

  it('refuses NUL', () => {
    assert.deepEqual([refusal([0x61, 0x0a, 0]).byte, refusal([0x61, 0x0a, 0]).line], [2, 2]);
    assert.equal(refusal([0xff, 0xfe, 0x61, 0, 0, 0]).byte, 4);
    assert.equal(refusal([0xfe, 0xff, 0, 0x61, 0, 0]).byte, 4);
  });

  it('says what unmarked UTF-16 is, in the scripts of the corpora', () => {
    for (const words of [
      'قال الوزير إن المدينة بخير',
      'أ ب',
      'He said the city is well.',
      'Он сказал, что город в порядке.',
      'סלאם',
    ]) {
      assert.match(refusal(Buffer.from(words, 'utf16le')).message, /UTF-16 \(little-endian\) without/);
      assert.match(refusal(Buffer.from(words, 'utf16le').swap16()).message, /UTF-16 \(big-endian\) without/);
    }
  });

  it('takes no UTF-8 for UTF-16', () => {
    for (const words of [
      'a b c d e f',
      'قال الوزير إن المدينة بخير',
      '    ',
      '\t\t\t\t',
      'a\u0001b',
      '1 2 3 4 5 6 7 8 ',
    ]) {
      assert.equal(decode(Buffer.from(words)).text, words);
    }
  });

  it('writes no half of a character', () => {
    for (const shape of encodings) assert.throws(() => encode({ text: 'a\uD83D', ...shape }), RangeError);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LineIndex } from '../../server/core/text/line-index.ts';
import { text } from './text-arbitraries.ts';

/** The same, counted the plain way. */
function placeOf(content: string, offset: number): { line: number; character: number } {
  let [line, start] = [0, 0];
  for (const { 0: lineBreak, index } of content.matchAll(/\r\n|\r|\n/g)) {
    if (index + lineBreak.length > offset) break;
    line++;
    start = index + lineBreak.length;
  }
  return { line, character: offset - start };
}

describe('LineIndex', () => {
  it('agrees with counting, at every offset', () => {
    fc.assert(
      fc.property(text, (content) => {
        const index = new LineIndex(content);
        const lines = content.split(/\r\n|\r|\n/);
        assert.equal(index.lineCount, lines.length);
        for (let offset = 0; offset <= content.length; offset++) {
          const place = index.placeAt(offset);
          assert.deepEqual(
            place,
            placeOf(content, offset),
            `offset ${String(offset)} of ${JSON.stringify(content)}`,
          );
          assert.equal(index.lineStart(place.line) + place.character, offset);
        }
        lines.forEach((line, number) => {
          const start = index.lineStart(number);
          assert.equal(content.slice(start, start + line.length), line);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('counts UTF-16 units', () => {
    assert.deepEqual(new LineIndex('😀b').placeAt(2), { line: 0, character: 2 });
  });

  it('does not part CR and LF: between them is still the line they end', () => {
    const index = new LineIndex('a\r\nb');
    assert.deepEqual(index.placeAt(2), { line: 0, character: 2 });
    assert.deepEqual(index.placeAt(3), { line: 1, character: 0 });
    assert.equal(index.lineCount, 2);
  });

  it('ends lines with LF, CRLF and CR alone, with nothing else', () => {
    assert.equal(new LineIndex('a\nb\rc\r\nd\n\re\u2028f\u2029g\u0085h\vi\fj').lineCount, 6);
    assert.equal(new LineIndex('\r\r\n\n').lineCount, 4);
    assert.equal(new LineIndex('').lineCount, 1);
  });

  it('takes what lies outside the text for its nearest end', () => {
    const index = new LineIndex('ab\ncd');
    assert.deepEqual(index.placeAt(-3), { line: 0, character: 0 });
    assert.deepEqual(index.placeAt(99), { line: 1, character: 2 });
    assert.equal(index.lineStart(7), 5);
    assert.deepEqual(new LineIndex('').placeAt(1), { line: 0, character: 0 });
  });
});

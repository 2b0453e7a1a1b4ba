import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changeBetween } from '../../client/proof/change.ts';
import { directionOf } from '../../client/proof/direction.ts';
import { proofLine } from '../../client/proof/lines.ts';

describe('the change between two lists', () => {
  it('makes the one the other', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { from, remove, put } = changeBetween(before, after);
        assert.deepEqual(before.toSpliced(from, remove, ...put), after);
      }),
    );
  });

  it('is no larger than what differs', () => {
    assert.deepEqual(changeBetween(['a', 'b', 'c'], ['a', 'x', 'c']), { from: 1, remove: 1, put: ['x'] });
    assert.deepEqual(changeBetween(['a', 'b'], ['a', 'b']), { from: 2, remove: 0, put: [] });
    assert.deepEqual(changeBetween(['a', 'a'], ['a', 'a', 'a']), { from: 2, remove: 0, put: ['a'] });
  });
});

describe('the direction of a paragraph', () => {
  it('is that of most of its letters, not of the first', () => {
    assert.equal(directionOf('Marsa News نشرت الصحيفة تقريرًا مفصلًا عن الميناء.', 'ltr'), 'rtl');
    assert.equal(directionOf('المنارة is the name of the lighthouse at the harbour.', 'rtl'), 'ltr');
    assert.equal(directionOf('העיר העתיקה', 'ltr'), 'rtl');
  });

  it('is that of the article where there are no letters', () => {
    assert.equal(directionOf('12:30 – 14:00', 'rtl'), 'rtl');
    assert.equal(directionOf('', 'ltr'), 'ltr');
  });
});

describe('a line of the proof view', () => {
  const problem = (start: number, end: number): Parameters<typeof proofLine>[2][number] => ({
    ...{ start, end, rule: 'quotes/turned', message: 'It is turned.', severity: 'warning' },
  });

  it('is cut where its looks change, and holds the text as it is', () => {
    const text = '“Yes,” she said.';
    const { pieces } = proofLine(
      text,
      [
        { start: 0, end: 6, kind: 'speech' },
        { start: 11, end: 15, kind: 'cue' },
      ],
      [problem(5, 6)],
      false,
      'ltr',
    );
    assert.deepEqual(pieces, [
      { text: '“Yes,', kind: 'speech' },
      { text: '”', kind: 'speech', problems: [0] },
      { text: ' she ' },
      { text: 'said', kind: 'cue' },
      { text: '.' },
    ]);
  });

  it('shows a problem between two letters as a piece without text', () => {
    const { pieces } = proofLine('ab', [], [problem(1, 1)], false, 'ltr');
    assert.deepEqual(pieces, [{ text: 'a' }, { text: '', problems: [0] }, { text: 'b' }]);
  });

  it('names the innermost of several problems last', () => {
    const { pieces } = proofLine('abc', [], [problem(1, 2), problem(0, 3)], false, 'ltr');
    assert.deepEqual(pieces[1], { text: 'b', problems: [1, 0] });
  });

  it('loses no letter, whatever is found where', () => {
    const span = fc
      .tuple(fc.nat(9), fc.nat(9))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.array(span), fc.array(span), (text, tokens, problems) => {
        const line = proofLine(
          text,
          tokens.map((token) => ({ ...token, kind: 'speech' as const })),
          problems.map(({ start, end }) => problem(start, end)),
          false,
          'ltr',
        );
        assert.equal(line.pieces.map((piece) => piece.text).join(''), text);
      }),
    );
  });
});

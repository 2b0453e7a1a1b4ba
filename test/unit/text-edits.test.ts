import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits, collide, EditSet, sortEdits, type Edit } from '../../server/core/text/edit.ts';
import { composeEdits } from '../../server/core/text/compose.ts';
import { disjointEdits, text } from './text-arbitraries.ts';

describe('edits', () => {
  it('are all made at once, whatever their order', () => {
    const edits: Edit[] = [
      { start: 4, end: 5, newText: '' },
      { start: 0, end: 0, newText: '>' },
      { start: 2, end: 4, newText: 'xyz' },
    ];
    assert.equal(applyEdits('abcdef', edits), '>abxyzf');
    assert.equal(applyEdits('abcdef', [...edits].reverse()), '>abxyzf');
    assert.equal(applyEdits('', [{ start: 0, end: 0, newText: 'a' }]), 'a');
    assert.equal(applyEdits('abc', []), 'abc');
  });

  it('may touch, and insert where another one ends or begins', () => {
    assert.equal(
      applyEdits('abcd', [
        { start: 0, end: 2, newText: 'x' },
        { start: 2, end: 4, newText: 'y' },
      ]),
      'xy',
    );
    assert.equal(
      applyEdits('abcd', [
        { start: 0, end: 2, newText: 'x' },
        { start: 2, end: 2, newText: '-' },
      ]),
      'x-cd',
    );
    assert.equal(
      applyEdits('abcd', [
        { start: 2, end: 2, newText: '-' },
        { start: 2, end: 4, newText: 'x' },
      ]),
      'ab-x',
    );
  });

  it('insert at one place in the order in which they are given', () => {
    const edits = ['1', '2', '3'].map((newText) => ({ start: 1, end: 1, newText }));
    assert.equal(applyEdits('ab', edits), 'a123b');
    assert.deepEqual(sortEdits(edits), edits);
  });

  it('are refused where they overlap, leave the text or run backwards', () => {
    const wrong: [number, number][][] = [
      [
        [0, 2],
        [1, 3],
      ],
      [
        [1, 1],
        [0, 2],
      ],
      [[0, 5]],
      [[-1, 1]],
      [[2, 1]],
      [[5, 5]],
    ];
    for (const spans of wrong) {
      assert.throws(
        () =>
          applyEdits(
            'abcd',
            spans.map(([start, end]) => ({ start, end, newText: '' })),
          ),
        RangeError,
        JSON.stringify(spans),
      );
    }
  });

  it('collide exactly where making both is refused or the order would decide', () => {
    const edit = fc
      .tuple(fc.nat(6), fc.nat(3))
      .map(([start, length]) => ({ start, end: start + length, newText: 'x' }));
    fc.assert(
      fc.property(edit, edit, (one, other) => {
        assert.equal(collide(one, other), collide(other, one));
        const both = (edits: Edit[]): string | undefined => {
          try {
            return applyEdits('abcdefghij', edits);
          } catch {
            return undefined;
          }
        };
        const [there, back] = [both([one, other]), both([other, one])];
        const twoInsertions = one.start === one.end && other.start === other.end && one.start === other.start;
        assert.equal(collide(one, other), twoInsertions || there === undefined);
        assert.equal(there, back);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('composed edits', () => {
  it('do what the rounds do one after the other', () => {
    const rounds = text.chain((original) =>
      disjointEdits(original.length).chain((first) => {
        const second = applyEdits(original, first);
        return disjointEdits(second.length).chain((next) => {
          const third = applyEdits(second, next);
          return disjointEdits(third.length).map((last) => ({
            original,
            rounds: [first, next, last],
            result: applyEdits(third, last),
          }));
        });
      }),
    );
    fc.assert(
      fc.property(rounds, ({ original, rounds: made, result }) => {
        const composed = composeEdits(original.length, made);
        assert.equal(applyEdits(original, composed), result);
        composed.forEach((edit, index) => {
          const next = composed[index + 1];
          assert.ok(
            !next || edit.end < next.start,
            'Edits stand in order and apart, so that an editor takes them as one change.',
          );
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('are none where nothing is done', () => {
    assert.deepEqual(composeEdits(5, []), []);
    assert.deepEqual(composeEdits(5, [[], []]), []);
    assert.deepEqual(composeEdits(0, []), []);
  });

  it('forget what a later round takes back', () => {
    assert.deepEqual(
      composeEdits(3, [[{ start: 1, end: 1, newText: 'xy' }], [{ start: 1, end: 3, newText: '' }]]),
      [],
    );
  });

  it('fill an empty text, and empty a full one', () => {
    assert.deepEqual(
      composeEdits(0, [[{ start: 0, end: 0, newText: 'a' }], [{ start: 1, end: 1, newText: 'b' }]]),
      [{ start: 0, end: 0, newText: 'ab' }],
    );
    assert.deepEqual(
      composeEdits(3, [[{ start: 0, end: 1, newText: '' }], [{ start: 0, end: 2, newText: '' }]]),
      [{ start: 0, end: 3, newText: '' }],
    );
  });

  it('refuse rounds that overlap or leave the text', () => {
    assert.throws(() => composeEdits(3, [[{ start: 0, end: 4, newText: '' }]]), RangeError);
    assert.throws(
      () =>
        composeEdits(3, [
          [
            { start: 0, end: 2, newText: '' },
            { start: 1, end: 3, newText: '' },
          ],
        ]),
      RangeError,
    );
    assert.throws(
      () => composeEdits(3, [[{ start: 0, end: 2, newText: '' }], [{ start: 1, end: 2, newText: '' }]]),
      RangeError,
    );
  });

  it('take time in proportion to what there is, not to its square', () => {
    const count = 20_000;
    const edits = Array.from({ length: count }, (_, index) => ({
      start: index * 3,
      end: index * 3 + 1,
      newText: 'yy',
    }));
    const started = performance.now();
    assert.equal(composeEdits(count * 3, [edits, []]).length, count);
    assert.ok(performance.now() - started < 2_000);
  });
});

describe('a set of edits', () => {
  const edit = fc
    .tuple(fc.nat(20), fc.nat(4), fc.constantFrom('', 'x', 'yz'))
    .map(([start, size, newText]): Edit => ({ start, end: start + size, newText }));

  it('takes in what collides with none in it, as if each were looked at, and keeps the order of the text', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
        const set = new EditSet();
        const taken: Edit[] = [];
        for (const next of edits) {
          const collides = taken.some((other) => collide(next, other));
          assert.equal(set.collides(next), collides);
          if (collides) continue;
          taken.push(next);
          set.add(next);
        }
        assert.deepEqual(set.edits, sortEdits(taken));
      }),
    );
  });

  it('keeps insertions at one place in the order in which they came', () => {
    const set = new EditSet();
    for (const newText of ['a', 'b']) set.add({ start: 1, end: 1, newText });
    set.add({ start: 1, end: 3, newText: '' });
    set.add({ start: 1, end: 1, newText: 'c' });
    assert.deepEqual(
      set.edits.map(({ newText }) => newText),
      ['a', 'b', 'c', ''],
    );
  });
});

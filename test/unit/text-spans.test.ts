import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contains, overlaps, shift, slice, type Span } from '../../server/core/text/span.ts';

const span = fc.tuple(fc.nat(8), fc.nat(4)).map(([start, length]): Span => ({ start, end: start + length }));
const members = ({ start, end }: Span): number[] =>
  Array.from({ length: end - start }, (_, index) => start + index);

describe('spans', () => {
  it('overlap where they share a character, and contain where all are shared', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        const shared = members(one).filter((offset) => members(other).includes(offset));
        if (other.end === other.start || one.end === one.start) return;
        assert.equal(overlaps(one, other), shared.length > 0);
        assert.equal(contains(one, other), shared.length === members(other).length);
      }),
    );
  });

  it('move, and cut their characters out', () => {
    assert.deepEqual(shift({ start: 1, end: 3 }, 4), { start: 5, end: 7 });
    assert.equal(slice('abcdef', { start: 1, end: 3 }), 'bc');
    assert.equal(slice('abc', { start: 1, end: 1 }), '');
  });
});

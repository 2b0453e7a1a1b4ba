import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LineDirections, type Run } from '../../client/reading-order/line-directions.ts';

function runsOf(lines: readonly string[]): Run[] {
  return new LineDirections(lines.length, (line) => lines[line] ?? '').runs();
}

const line = fc.constantFrom('', '* * *', '2025', 'نعم.', 'قال River اليوم', 'He said نعم now', 'Yes.');

describe('the directions of lines', () => {
  it('are those of most of their letters; lines without letters go with the one before', () => {
    assert.deepEqual(
      runsOf(['نعم، قال (سالم).', '', '* * *', 'قال River News اليوم إن', '[ad_1]', '', 'لا']),
      [
        { first: 0, last: 3, direction: 'rtl' },
        { first: 4, last: 5, direction: 'ltr' },
        { first: 6, last: 6, direction: 'rtl' },
      ],
    );
  });

  it('tell lines from left to right with words from right to left', () => {
    assert.deepEqual(runsOf(['The word “نعم” means yes', 'Yes']), [
      { first: 0, last: 0, direction: 'mixed' },
      { first: 1, last: 1, direction: 'ltr' },
    ]);
  });

  it('hold for Hebrew, Syriac, Thaana, N’Ko and Adlam as for Arabic and its old forms', () => {
    for (const text of ['שלום', 'ܫܠܡܐ', 'ސަލާމް', 'ߒߞߏ', '𞤀𞤣𞤤𞤢𞤥', 'ﺳﻼﻡ']) {
      assert.equal(runsOf([text])[0]?.direction, 'rtl', text);
    }
  });

  it('are the same after a change as read anew, and a change that changes none is told', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        fc.array(line, { minLength: 1 }),
        (lines, at, more, made) => {
          let text = lines;
          const directions = new LineDirections(text.length, (index) => text[index] ?? '');
          const before = directions.runs();
          const first = at % lines.length;
          const last = Math.min(first + (more % 4), lines.length - 1);
          text = [...lines.slice(0, first), ...made, ...lines.slice(last + 1)];
          const changed = directions.change({ first, last, count: made.length });
          assert.deepEqual(directions.runs(), runsOf(text));
          if (!changed) assert.deepEqual(directions.runs(), before);
        },
      ),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse, applyEdits, createMemory, defaultSettings } from '../../server/index.ts';
import { articles, insertions } from './articles.ts';
import { runs } from './runs.ts';

/** An edit by the share of the text that lies before it and within it, so that it fits any text. */
const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    share: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.3, noNaN: true })),
    newText: insertions,
  }),
  { minLength: 1, maxLength: 6 },
);

describe('a memory', () => {
  it('changes nothing in what is found, whatever is edited', () => {
    fc.assert(
      fc.property(articles, changes, (text, edits) => {
        const memory = createMemory();
        let current = text;
        assert.deepEqual(analyse(current, defaultSettings, memory), analyse(current, defaultSettings));
        for (const { at, share, newText } of edits) {
          const start = Math.floor(at * current.length);
          const end = Math.min(current.length, start + Math.floor(share * current.length));
          current = applyEdits(current, [{ start, end, newText }]);
          assert.deepEqual(analyse(current, defaultSettings, memory), analyse(current, defaultSettings));
        }
      }),
      runs(100),
    );
  });

  it('may even serve two articles and two languages in turn', () => {
    const settings = ['auto', 'ar', 'en', 'de'].map((language) => ({ ...defaultSettings, language }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(articles, fc.constantFrom(...settings)), { minLength: 2, maxLength: 5 }),
        (readings) => {
          const memory = createMemory();
          for (const [text, setting] of [...readings, ...readings]) {
            assert.deepEqual(analyse(text, setting, memory), analyse(text, setting));
          }
        },
      ),
      runs(40),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

  it('does not hold the earlier versions of an article', () => {
    const collect = garbageCollector();
    const memory = createMemory();
    const settings = { ...defaultSettings, language: 'ar' };
    const versions = 100;
    // Each edit is in another paragraph: the one before stays, and with it what it was cut from.
    let text = Array.from({ length: versions }, (_, at) => `${String(at)} ${'كلمة '.repeat(400)}`).join('\n');
    analyse(text, settings, memory);
    const before = collect();
    for (let at = 0; at < versions; at++) {
      text = text.replace(`${String(at)} كلمة`, `${String(at)} كلمات`);
      analyse(text, settings, memory);
    }
    const versionsHeld = (collect() - before) / (text.length * 2);
    assert.ok(versionsHeld < versions / 4, `It holds the text ${versionsHeld.toFixed(0)} times more.`);
    assert.deepEqual(analyse(text, settings, memory), analyse(text, settings));
  });
});

/** Collects garbage, and returns how much is left: the heap's size in bytes. */
function garbageCollector(): () => number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
}

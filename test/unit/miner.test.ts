import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Miner } from '../../server/core/mine/miner.ts';
import { Sketch } from '../../server/core/mine/sketch.ts';
import { resolveSettings, analyse } from '../../server/index.ts';

const towns = ['Northport', 'Easthaven', 'Westbay', 'Southpier', 'Midtown', 'Old Quay'];

/** An article of its own, with lines above and below its text. */
function article(number: number, below: readonly string[], above: readonly string[] = []): string {
  const town = towns[number - 1] ?? '';
  const text = [
    `The bakers of ${town} opened their ovens at dawn, and people came from every house to see what the fire had left of the old mill.`,
    `Nobody in ${town} had slept that night, and the mayor, who had carried water with the others, fell asleep on the steps of the church.`,
  ];
  return [`A fire in ${town}`, ...above, ...text, ...below].join('\n');
}

function mined(articles: readonly string[], least = 4, known: (line: string) => boolean = () => false) {
  const miner = new Miner<string>(least);
  for (const text of articles) miner.survey(text);
  miner.turn();
  // A place is named by what stands there.
  for (const text of articles) miner.count(text, ({ start, end }) => text.slice(start, end));
  return miner.found(known);
}

const many = (make: (number: number) => string): string[] =>
  Array.from({ length: 6 }, (_, number) => make(number + 1));

describe('lines that many articles share', () => {
  it('are found with where they stand', () => {
    const [found, ...others] = mined(many((number) => article(number, ['Tide tables of the week'])));
    assert.deepEqual(others, []);
    assert.equal(found?.articles, 6);
    assert.deepEqual(found.places, { above: 0, within: 0, below: 6 });
    assert.deepEqual(found.pattern, { line: 'Tide tables of the week', place: 'tail', safety: 'review' });
  });

  it('are told with where the first few of them stand, blanks and all', () => {
    const [found] = mined(many((number) => article(number, [`\tTide  tables ${String(number)} `])));
    assert.equal(found?.example, 'Tide  tables 1');
    assert.deepEqual(
      found.examples,
      [1, 2, 3, 4, 5].map((number) => `\tTide  tables ${String(number)} `),
    );
  });

  it('are one line whatever numbers they hold', () => {
    const [found] = mined(many((number) => article(number, [`Page ${String(number)} of 12 (print)`])));
    assert.deepEqual(found?.pattern, {
      expression: String.raw`Page \pN+ of \pN+ \(print\)`,
      place: 'tail',
      safety: 'review',
    });
  });

  it('are one beginning whatever names follow', () => {
    const names = ['Anna Berg', 'Tom Lindqvist', 'Mia Sand', 'Jon Holm', 'Eva Lund', 'Per Dahl'];
    const found = mined(
      many((number) => article(number, [], [`Our reporter writes: ${names[number - 1] ?? ''}`])),
    );
    assert.deepEqual(
      found.map(({ pattern }) => pattern),
      [{ begins: 'Our reporter writes:', place: 'margin', safety: 'review' }],
    );
  });

  it('are found by the patterns that are proposed', () => {
    const articles = many((number) => article(number, [`Page ${String(number)} of 12`, 'Tide tables']));
    const { settings, problems } = resolveSettings({
      residue: { patterns: mined(articles).map(({ pattern }) => pattern) },
    });
    assert.deepEqual(problems, []);
    for (const text of articles) {
      const found = analyse(text, settings).findings.filter(({ rule }) => rule === 'residue/own-line');
      assert.equal(found.length, 2);
    }
  });

  it('are left out if they are known, too few, or the text’s own sentences', () => {
    const articles = many((number) => article(number, ['Tide tables']));
    assert.deepEqual(
      mined(articles, 4, (line) => line === 'Tide tables'),
      [],
    );
    assert.deepEqual(mined(articles, 7), []);
    assert.deepEqual(mined(many((number) => article(number, []))), []);
  });

  it('are not those of an article that was copied', () => {
    assert.deepEqual(mined(many(() => article(1, ['Anna Berg, in the old mill']))), []);
  });

  it('may stand in more articles than fit into the counters one by one', () => {
    const sketch = new Sketch();
    for (let number = 0; number < 50_000; number++) sketch.add(`line ${String(number)}`);
    for (let time = 0; time < 9; time++) sketch.add('often');
    assert.ok(sketch.count('often') >= 9);
    assert.ok(sketch.count('never') < 9);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Desk } from './harness.ts';

function corpus(desk: Desk): Desk {
  for (const town of ['Northport', 'Easthaven', 'Westbay', 'Southpier', 'Midtown', 'Old Quay']) {
    const text = `The bakers of ${town} opened their ovens at dawn, and people came from every house to see what was left.`;
    desk.write(`corpus/${town}.txt`, `A fire in ${town}\n\n${text}\n\nTide tables of the week\n`);
  }
  return desk;
}

describe('copydesk mine', () => {
  it('lists lines with a pattern for each', () => {
    const { code, out } = corpus(new Desk()).run('mine', 'corpus');
    assert.equal(code, 0);
    assert.match(
      out,
      /^6 {2}Tide tables of the week\n {3}6 below it; \{"line":"Tide tables of the week".*\n {3}first in corpus.Easthaven\.txt:5\n/,
    );
  });

  it('tells programs where the first lines stand, in records as well', () => {
    const desk = corpus(new Desk());
    const records = ['a', 'b', 'c', 'd', 'e'].map((name) =>
      JSON.stringify({ title: name, text: `The ${name} went out at dawn.\nCrossword of the day` }),
    );
    desk.write('corpus/news.jsonl', records.join('\n'));
    const { out } = desk.run('mine', '--format', 'json', 'corpus', 'corpus/news.jsonl');
    const found = JSON.parse(out) as { example: string; examples: { file: string; line: number }[] }[];
    assert.deepEqual(
      found.map(({ example, examples: [first] }) => [example, first?.line]),
      [
        ['Tide tables of the week', 5],
        ['Crossword of the day', 1],
      ],
    );
    assert.equal(found[1]?.examples[4]?.line, 5);
  });

  it('writes the patterns where check finds them, keeping what stands there', () => {
    const desk = corpus(new Desk()).write('copydesk.json', '{\n  // ours\n  "language": "en"\n}\n');
    assert.equal(desk.run('mine', '--write', 'corpus').code, 0);
    assert.match(desk.read('copydesk.json'), /\/\/ ours\n {2}"language": "en"/);
    const checked = desk.run('check', '--format', 'jsonl', 'corpus');
    assert.equal(checked.out.match(/residue\/own-line/g)?.length, 6);
    // What is there already is known now.
    assert.match(desk.run('mine', 'corpus').out, /^No line/);
  });

  it('adds to patterns that stand there, with their comments, line breaks and byte order mark', () => {
    const before =
      '\uFEFF{\r\n  "residue": {\r\n    "patterns": [\r\n      "Crossword" // daily\r\n    ]\r\n  }\r\n}\r\n';
    const desk = corpus(new Desk()).write('copydesk.json', before);
    assert.equal(desk.run('mine', '--write', 'corpus').code, 0);
    const after = desk.read('copydesk.json');
    assert.match(after, /^\uFEFF\{\r\n {2}"residue": \{\r\n {4}"patterns": \[\r\n {6}"Crossword",/);
    assert.match(after, /"line": "Tide tables of the week"/);
    assert.match(after, /\/\/ daily\r\n/);
    assert.doesNotMatch(after, /[^\r]\n/);
  });

  for (const text of ['{ "language": ', '{ "residue": { "patterns": "Crossword" } }', '{ "residue": [] }']) {
    it(`leaves a configuration alone that it can’t add to: ${text}`, () => {
      const desk = corpus(new Desk()).write('copydesk.json', text);
      const { code, err } = desk.run('mine', '--write', 'corpus');
      assert.equal(code, 2);
      assert.match(err, /copydesk\.json/);
      assert.equal(desk.read('copydesk.json'), text);
    });
  }

  it('says what can’t be read, and what is no number', () => {
    const desk = new Desk();
    assert.equal(desk.run('mine', 'nowhere').code, 2);
    assert.match(desk.run('mine', '--least', '1', '.').err, /from 2 on/);
  });
});

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { clean, Desk, dirty, markerOnly, objects } from './harness.ts';

describe('copydesk.json', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  const severities = (...args: string[]): unknown[] =>
    objects(desk.run('check', '--format', 'jsonl', ...args).out)
      .filter(({ rule }) => rule === 'residue/importer-marker')
      .map(({ file, severity }) => `${String(file)} ${String(severity)}`);

  it('holds for its folder and those below; the nearest one counts alone', () => {
    desk.write(
      'copydesk.json',
      '{\n  // why: importers\n  "rules": { "residue/importer-marker": "error", },\n}\n',
    );
    desk.write('in/deep/.copydesk.json', '\uFEFF{ "rules": { "residue/importer-marker": "information" } }');
    desk.write('other/copydesk.json', '');
    for (const name of ['a.txt', 'in/b.txt', 'in/deep/c.txt', 'other/d.txt']) desk.write(name, dirty);
    assert.deepEqual(severities('.'), [
      'a.txt error',
      'in/b.txt error',
      'in/deep/c.txt information',
      'other/d.txt warning',
    ]);
  });

  it('leaves out what it excludes, relative to where it stands, but nothing that is named itself', () => {
    desk.write('x/copydesk.json', '{ "exclude": ["drafts/", "/b.txt", "*.raw.txt", "!keep.raw.txt"] }');
    for (const name of [
      'a.txt',
      'b.txt',
      'in/b.txt',
      'drafts/c.txt',
      'in/drafts/d.txt',
      'e.raw.txt',
      'keep.raw.txt',
    ])
      desk.write(`x/${name}`, dirty);
    assert.deepEqual(severities('x'), ['x/a.txt warning', 'x/keep.raw.txt warning', 'x/in/b.txt warning']);
    assert.deepEqual(severities('x/drafts/c.txt'), ['x/drafts/c.txt warning']);
    assert.match(desk.run('check', 'x/drafts').err, /or left out by the configuration/);
  });

  it('has the language that articles are judged by, before which --language goes', () => {
    desk.write('a.txt', clean).write('copydesk.json', '{ "language": "de" }');
    assert.equal(desk.run('check', 'a.txt').code, 0);
    assert.equal(desk.run('check', '--language', 'ar', 'a.txt').code, 0);
    const { code, err } = desk.run('check', '--language', 'arabic!', 'a.txt');
    assert.equal(code, 2);
    assert.match(err, /is no language tag/);
  });

  const mistakes: readonly [string, string, RegExp][] = [
    [
      'no JSON',
      '{\n  "rules": {\n    "residue/importer-marker": off\n  }\n}',
      /^error: copydesk\.json:3:32: This is no value\./,
    ],
    [
      'a setting nobody knows',
      '{\n  "rule": {}\n}',
      /^error: copydesk\.json:2:3: There is no setting “rule”\. Did you mean “rules”\?/,
    ],
    [
      'a rule nobody knows',
      '{ "rules": {\n "residue/importer-marke": "off" } }',
      /^error: copydesk\.json:2:2: There is no rule .* Did you mean “residue\/importer-marker”/,
    ],
    [
      'a severity nobody knows',
      '{ "rules": { "residue/importer-marker": "warn" } }',
      /^error: copydesk\.json:1:14: .*Did you mean “warning”/,
    ],
    ['a glob that is none', '{ "exclude": ["a",\n  7] }', /^error: copydesk\.json:2:3: /],
    [
      'a preset nobody knows',
      '{ "preset": "missoin" }',
      /^error: copydesk\.json:1:3: .*Did you mean “mission”/,
    ],
    [
      'an override for nothing',
      '{ "overrides": [\n  { "language": "ar" }] }',
      /^error: copydesk\.json:2:3: This entry of “overrides” does not say which articles it is for/,
    ],
    [
      'an override with a rule nobody knows',
      '{ "overrides": [{ "files": ["*"], "rules": {\n "residue/importer-marke": "off" } }] }',
      /^error: copydesk\.json:2:2: There is no rule .* Did you mean “residue\/importer-marker”/,
    ],
    ['a list', '[]', /^error: copydesk\.json:1:1: The configuration is a list/],
    ['a tab in a text', '{ "language": "a\tr" }', /^error: copydesk\.json:1:\d+: /],
  ];
  for (const [name, content, says] of mistakes) {
    it(`with ${name}: told once with its place; checked all the same, and never fixed`, () => {
      desk.write('copydesk.json', content).write('a.txt', dirty).write('in/b.txt', dirty);
      const checked = desk.run('check', ...markerOnly, '.');
      assert.equal(checked.code, 2);
      assert.match(checked.err, says);
      assert.equal(checked.err.split('\n').filter((line) => line !== '').length, 1);
      assert.match(checked.out, /2 problems .* in 2 of 2 articles/);
      const fixed = desk.run('fix', ...markerOnly, '.');
      assert.equal(fixed.code, 2);
      assert.match(
        fixed.err,
        /error: 2 articles left as before, because the configuration has mistakes\.\n$/,
      );
      assert.equal(desk.run('fix', '--diff', ...markerOnly, '.').out, '');
      assert.deepEqual([desk.read('a.txt'), desk.read('in/b.txt')], [dirty, dirty]);
    });
  }

  it('has other settings for some of the articles, the last override first', () => {
    desk.write(
      'copydesk.json',
      `{ "rules": { "residue/importer-marker": "information" }, "overrides": [
        { "files": ["wire/"], "rules": { "residue/importer-marker": "error" } },
        { "files": ["*.old.txt", "!wire/new.old.txt"], "rules": { "residue/importer-marker": "hint" } } ] }`,
    );
    for (const name of ['a.txt', 'a.old.txt', 'wire/b.txt', 'wire/b.old.txt', 'wire/new.old.txt'])
      desk.write(name, dirty);
    assert.deepEqual(severities('.'), [
      'a.old.txt hint',
      'a.txt information',
      'wire/b.old.txt hint',
      'wire/b.txt error',
      'wire/new.old.txt error',
    ]);
  });

  it('starts from a preset, before which its rules go', () => {
    desk.write('a.txt', dirty).write('copydesk.json', '{ "preset": "strict" }');
    assert.deepEqual(severities('a.txt'), ['a.txt error']);
    desk.write('copydesk.json', '{ "preset": "strict", "rules": { "residue/importer-marker": "hint" } }');
    assert.deepEqual(severities('a.txt'), ['a.txt hint']);
    desk.write('copydesk.json', '{ "overrides": [{ "files": ["*.txt"], "preset": "mission" }] }');
    assert.deepEqual(severities('a.txt'), ['a.txt error']);
  });

  it('that can’t be read is told once, and nothing is fixed', () => {
    mkdirSync(desk.path('in/copydesk.json'), { recursive: true });
    desk
      .write('copydesk.json', Buffer.from([0x7b, 0xff]))
      .write('a.txt', dirty)
      .write('b.txt', dirty)
      .write('in/c.txt', dirty);
    const { code, err } = desk.run('fix', ...markerOnly, '.');
    assert.equal(code, 2);
    const told = err.trimEnd().split('\n');
    assert.match(told[0] ?? '', /^error: copydesk\.json: Byte 1 \(line 1\) is not valid UTF-8/);
    assert.match(told[1] ?? '', /^error: in\/copydesk\.json: It is a folder where a file is needed/);
    assert.match(told[2] ?? '', /^error: 3 articles left as before/);
    assert.equal(told.length, 3);
    assert.deepEqual([desk.read('a.txt'), desk.read('in/c.txt')], [dirty, dirty]);
  });
});

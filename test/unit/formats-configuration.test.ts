import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseConfiguration } from '../../server/formats/configuration-file.ts';
import { exclusion } from '../../server/formats/exclude.ts';

describe('parseConfiguration', () => {
  it('reads JSON with comments and commas too many', () => {
    const { value, mistakes } = parseConfiguration('// a\n{ "language": "ar", /* b */ "exclude": ["x",], }');
    assert.deepEqual([{ ...(value as object) }, mistakes], [{ language: 'ar', exclude: ['x'] }, []]);
    assert.deepEqual(parseConfiguration(' \n').value, {});
    assert.deepEqual(parseConfiguration(' \n').mistakes, []);
  });

  it('never throws, and places every mistake inside the text', () => {
    const tokens = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      '"',
      ':',
      ',',
      '1',
      '-',
      'tru',
      'null',
      '//',
      '/*',
      '\n',
      '\\',
      '\u0001',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.array(tokens, { maxLength: 15 }).map((parts) => parts.join('')),
        (text) => {
          for (const { line, column, message } of parseConfiguration(text).mistakes) {
            assert.ok(line >= 1 && line <= text.split('\n').length && column >= 1);
            assert.ok(message.length > 10);
          }
        },
      ),
    );
  });

  it('finds the place of a problem by its keys, and the nearest one where there is none; the first stands first', () => {
    const parsed = parseConfiguration(
      '{\n  "rules": {\n    "a/b": { "x": 1 }\n  },\n  "exclude": ["a", 7]\n}',
    );
    const places = (...paths: string[][]) =>
      parsed.locate(paths.map((path) => ({ path, message: '' }))).map(({ line, column }) => [line, column]);
    assert.deepEqual(places(['exclude', '1'], ['rules'], ['rules', 'a/b', 'x'], ['rules', 'a/b'], []), [
      [1, 1],
      [2, 3],
      [3, 5],
      [3, 14],
      [5, 20],
    ]);
    assert.deepEqual(places(['nothing', 'at', 'all']), [[1, 1]]);
    assert.deepEqual(parseConfiguration('').locate([{ path: ['x'], message: 'm' }]), [
      { line: 1, column: 1, message: 'm' },
    ]);
  });
});

describe('exclusion', () => {
  it('means what it means in a .gitignore', () => {
    const left = exclusion(['drafts/', '/top.txt', '*.raw.txt', '!keep.raw.txt', 'a/**/z.txt']);
    for (const path of ['drafts/1.txt', 'x/drafts/1.txt', 'top.txt', 'x/1.raw.txt', 'a/z.txt', 'a/b/c/z.txt'])
      assert.equal(left(path), true, path);
    for (const path of ['drafts.txt', 'x/top.txt', 'keep.raw.txt', 'b/z.txt', '../up.txt', ''])
      assert.equal(left(path), false, path);
    assert.equal(exclusion([])('a.txt'), false);
  });
});

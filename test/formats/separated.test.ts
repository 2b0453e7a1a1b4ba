import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/core/text/edit.ts';
import { readRecords } from '../../server/formats/read-records.ts';

function texts(text: string, separator?: string): string[] {
  return readRecords(text, 'text', separator === undefined ? {} : { separator }).records.map((record) =>
    record.kind === 'article' ? record.map.text : record.why,
  );
}

describe('articles between separator lines', () => {
  it('are parted only where the configuration says by what', () => {
    const text = 'A\n\na\n=====\nB\n\nb\n';
    assert.deepEqual(texts(text), [text]);
    assert.deepEqual(texts(text, '***'), [text]);
    assert.deepEqual(texts(text, '====='), ['A\n\na', 'B\n\nb']);
  });

  it('are parted by the line, whatever its breaks, space and, of one character, its length', () => {
    assert.deepEqual(texts('A\r\n  ======== \r\n\r\nB\r===\r\n', '==='), ['A', 'B']);
    assert.deepEqual(texts('A\n== ==\nB\n==\nC', '==='), ['A\n== ==\nB\n==\nC']);
    assert.deepEqual(texts('A\n<doc>\nB\n<doc>\n<doc>\n', '<doc>'), ['A', 'B']);
    assert.deepEqual(texts('===\n\n===\n', '==='), []);
  });

  it('are written back where they stand, and nothing else changes', () => {
    const article = fc
      .array(fc.constantFrom('خبر', 'a b', '', '  x', '==', '😀'), { minLength: 1, maxLength: 5 })
      .map((lines) => lines.join('\n').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(article, { minLength: 2, maxLength: 4 }), fc.nat(), (articles, which) => {
        const text = articles.join('\n\n=====\n');
        const { records } = readRecords(text, 'text', { separator: '=====' });
        assert.deepEqual(texts(text, '====='), articles);
        const index = which % articles.length;
        const record = records[index];
        assert.ok(record?.kind === 'article');
        const edits = record.map.edits([{ start: 0, end: record.map.text.length, newText: 'new' }]);
        const wanted = articles.with(index, 'new').join('\n\n=====\n');
        assert.equal(applyEdits(text, edits ?? []), wanted);
      }),
    );
  });
});

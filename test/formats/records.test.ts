import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { applyEdits } from '../../server/core/text/edit.ts';
import { cellField, csvRows } from '../../server/formats/csv-rows.ts';
import { formatOf, readableFormat, type Format } from '../../server/formats/format-name.ts';
import type { FieldNames } from '../../server/formats/field-names.ts';
import { readRecords } from '../../server/formats/read-records.ts';
import type { SourceRecord } from '../../server/formats/record.ts';

function only(text: string, format: Format, fields: FieldNames = {}): SourceRecord {
  const { records } = readRecords(text, format, fields);
  assert.equal(records.length, 1, JSON.stringify(records));
  return records[0] ?? assert.fail();
}

function textOf(record: SourceRecord | undefined): string {
  return record?.kind === 'article' ? record.map.text : `bad: ${record?.why ?? ''}`;
}

/** The file after a passage of its only article was replaced. */
function replaced(text: string, format: Format, passage: string, newText: string): string | undefined {
  const record = only(text, format);
  assert.ok(record.kind === 'article', textOf(record));
  const start = record.map.text.indexOf(passage);
  assert.ok(start >= 0);
  const edits = record.map.edits([{ start, end: start + passage.length, newText }]);
  return edits && applyEdits(text, edits);
}

describe('a record of JSON', () => {
  it('escapes new text as its neighbours are escaped', () => {
    const cases = [
      ['{"text":"ab\\u0627"}', 'b', 'ب', '{"text":"a\\u0628\\u0627"}'],
      ['{"text":"ab\\u062A"}', 'b', 'ت»', '{"text":"a\\u062A\\u00BB\\u062A"}'],
      ['{"text":"abت"}', 'b', '»"', '{"text":"a»\\"ت"}'],
      ['{"title":"\\u0627","text":"ab"}', 'b', '“', '{"title":"\\u0627","text":"a\\u201c"}'],
      ['{"text":"a\\/b"}', 'b', '/', '{"text":"a\\/\\/"}'],
      ['{"text":"a\\u0022b"}', 'b', '"', '{"text":"a\\u0022\\u0022"}'],
      ['{"text":"ab\\ud83d\\ude00"}', 'b', '😁', '{"text":"a\\ud83d\\ude01\\ud83d\\ude00"}'],
      ['{"text":"ab"}', 'b', '\n\u0001\\😀', '{"text":"a\\n\\u0001\\\\😀"}'],
    ] as const;
    for (const [text, passage, newText, wanted] of cases)
      assert.equal(replaced(text, 'json-lines', passage, newText), wanted);
  });

  it('is read by common names, whatever their case, or by those of the configuration', () => {
    const record = '{"id":1,"Title":"H","Full_Text":"B","lang":"ar","data":{"main":"M"}}';
    const found = only(record, 'json-lines');
    assert.equal(textOf(found), 'H\n\nB');
    assert.equal(found.kind === 'article' && found.language, 'ar');
    assert.equal(textOf(only(record, 'json-lines', { body: 'data.main' })), 'H\n\nM');
    assert.deepEqual(readRecords(record, 'json-lines', {}).guessed, {
      headline: 'Title',
      body: 'Full_Text',
      language: 'lang',
    });
    assert.deepEqual(
      readRecords(record, 'json-lines', { body: 'data.main', headline: 'Title', language: 'lang' }).guessed,
      undefined,
    );
  });

  it('says what keeps it from being read, and where', () => {
    const cases = [
      ['{"text":"a', 8, /cut off/],
      ['{"text":"a"', 11, /cut off/],
      ['{"text":"a",}', 12, /no JSON from its character 13 on/],
      ['{"text": oops}', 9, /no JSON from its character 10 on/],
      ['["a"]', 0, /It is a list/],
      ['{"text":["a"]}', 8, /“text” is a list, not a text/],
      ['{"text":7}', 8, /“text” is a number/],
      ['{"id":1,"url":"x"}', 0, /it has “id”, “url”/],
      ['{}', 0, /it is empty/],
      [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, 0, /brackets|no JSON/],
    ] as const;
    for (const [text, at, why] of cases) {
      const record = only(text, 'json-lines');
      assert.ok(record.kind === 'bad', text.slice(0, 40));
      assert.match(record.why, why);
      assert.equal(record.at, at, text.slice(0, 40));
    }
  });

  it('counts of two fields with one name the last, as other readers do', () => {
    assert.equal(textOf(only('{"text":"a","text":"b"}', 'json-lines')), 'b');
  });

  it('may come after a byte order mark and may have no text', () => {
    const record = only('\uFEFF{"title":"H","text":null}', 'json-lines');
    assert.equal(textOf(record), 'H');
    assert.equal(record.kind === 'article' && record.map.span({ start: 0, end: 1 }).start, 11);
    assert.equal(textOf(only('{"text":""}', 'json-lines')), '');
  });

  it('stands in an array, in an object with one array, or alone', () => {
    const texts = (text: string): string[] => readRecords(text, 'json', {}).records.map(textOf);
    assert.deepEqual(texts('[{"text":"a"},{"text":"b"}]'), ['a', 'b']);
    assert.deepEqual(texts('{"count":2,"articles":[{"text":"a"},{"text":"b"}]}'), ['a', 'b']);
    assert.deepEqual(texts('{"title":"h","text":"b","tags":[{"x":1}]}'), ['h\n\nb']);
  });
});

describe('a gap between headline and text', () => {
  it('goes only with all of one of them', () => {
    const text = '{"title":"Head","text":"Body"}';
    const record = only(text, 'json-lines');
    assert.ok(record.kind === 'article');
    const { map } = record;
    assert.equal(map.edits([{ start: 3, end: 7, newText: '' }]), undefined);
    assert.equal(map.edits([{ start: 4, end: 6, newText: '\n' }]), undefined);
    const gone = (start: number, end: number): string =>
      applyEdits(text, map.edits([{ start, end, newText: '' }]) ?? assert.fail());
    assert.equal(gone(4, 10), '{"title":"Head","text":""}');
    assert.equal(gone(0, 6), '{"title":"","text":"Body"}');
  });
});

describe('rows of separated values', () => {
  it('are those that another parser reads', () => {
    const cell = fc.array(fc.constantFrom('a', 'خ', '"', ',', '\n', '\r\n', ' ', '😀'), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const text = rows
            .map((cells) => cells.map((parts) => `"${parts.join('').replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          const ours = [...csvRows(text, ',')].map(({ cells }) =>
            cells.map((one) => cellField(text, one, ',').text),
          );
          assert.deepEqual(ours, parse(text, { relax_column_count: true }));
        },
      ),
    );
  });

  it('say what is wrong with them and where', () => {
    const why = (text: string): (readonly [number, string] | string)[] =>
      readRecords(text, 'csv', {}).records.map((record) =>
        record.kind === 'bad' ? ([record.at, record.why.slice(0, 30)] as const) : record.map.text,
      );
    assert.deepEqual(why('title,body\na,b,c\nd,e\n'), [[11, 'The row has 3 cells where the '], 'd\n\ne']);
    assert.deepEqual(why('title,body\na,"b"c\nd,e\n'), [[16, 'Something follows the quotatio'], 'd\n\ne']);
    assert.deepEqual(why('title,body\na,"b\nd,e\n'), [[13, 'A quotation mark opens a cell ']]);
    assert.deepEqual(why('id,url\n1,2\n'), [[0, 'No column is known to hold art']]);
    assert.equal(
      why(`${Array.from({ length: 10_000 }, (_, index) => `c${String(index)}`).join()},body\n`).length,
      0,
    );
  });

  it('get quotation marks where a new text needs them, and a mark twice within them', () => {
    assert.equal(replaced('id,body\n1,ab\n', 'csv', 'b', ',"'), 'id,body\n1,"a,"""\n');
    assert.equal(replaced('id,body\n1,"ab"\n', 'csv', 'b', '"'), 'id,body\n1,"a"""\n');
    assert.equal(replaced('id;body\n1;ab\n', 'csv', 'b', ','), 'id;body\n1;a,\n');
  });
});

describe('Markdown', () => {
  it('has its title from YAML or TOML, and where that can’t be edited it is not', () => {
    const body = '\n\nBody.\n';
    const cases = [
      ['---\ntitle: Head line\nlanguage: ar\n---', 'Head line', '---\ntitle: Head text\nlanguage: ar\n---'],
      ['---\r\ntitle: "Head \\u0627 line"\r\n---', 'Head ا line', '---\r\ntitle: "Head \\u0627 text"\r\n---'],
      ["---\ntitle: 'It''s a line'\n---", "It's a line", "---\ntitle: 'It''s a text'\n---"],
      ['---\ntitle: >\n  Head\n  line\n---', 'Head line\n', undefined],
      [
        '+++\ntitle = "Head line"\ndraft = false\n+++',
        'Head line',
        '+++\ntitle = "Head text"\ndraft = false\n+++',
      ],
      ["+++\ntitle = 'Head line'\n+++", 'Head line', "+++\ntitle = 'Head text'\n+++"],
    ] as const;
    for (const [matter, headline, wanted] of cases) {
      assert.equal(textOf(only(matter + body, 'markdown')), `${headline}\n\nBody.\n`);
      assert.equal(replaced(matter + body, 'markdown', 'line', 'text'), wanted && wanted + body);
    }
  });

  it('may have no front matter, and says what is wrong with it', () => {
    assert.equal(textOf(only('# Head\n\nBody.\n', 'markdown')), '# Head\n\nBody.\n');
    assert.match(
      textOf(only('---\ntitle: a\n\nBody', 'markdown')),
      /bad: The front matter begins with “---” and never ends/,
    );
    assert.match(
      textOf(only('---\ntitle: [a\n---\nBody', 'markdown')),
      /bad: The front matter is no YAML here/,
    );
    assert.match(
      textOf(only('+++\ntitle = a\n+++\nBody', 'markdown')),
      /bad: The front matter is no TOML here/,
    );
  });
});

describe('the name of a file', () => {
  it('says its format, or that it is left alone', () => {
    assert.deepEqual(
      ['a.txt', 'b/C.JSONL', 'x.ndjson', 'a.json', 'a.csv', 'a.tsv', 'a.md', 'a', 'json/a'].map((name) =>
        formatOf(name),
      ),
      ['text', 'json-lines', 'json-lines', 'json', 'csv', 'tsv', 'markdown', 'text', 'text'],
    );
    assert.throws(() => readableFormat('a.jsonl.bz2', undefined, ''), /does not read bzip2/);
    assert.deepEqual(
      ['a.jsonl.gz', 'a.csv.ZST', 'a.gz'].map((name) => formatOf(name)),
      ['json-lines', 'csv', 'text'],
    );
    assert.throws(() => readableFormat('feed.PDF', undefined, ''), /does not read PDF/);
    assert.equal(readableFormat('feed.XML', undefined, ''), 'xml');
    assert.equal(readableFormat('a.txt', undefined, ''), 'text');
  });

  it('gives way to what is in it where it says little, and to the configuration', () => {
    const lines = '{"text":"a"}\n{"text":"b"}\n';
    for (const [name, beginning, format] of [
      ['a.json', lines, 'json-lines'],
      ['a.json.gz', `\n${lines}`, 'json-lines'],
      ['a.json', '{"text":"a"}\n', 'json'],
      ['a.json', '[{"text":"a"},\n{"text":"b"}]', 'json'],
      ['a.json', '{\n"text": {\n}}', 'json'],
      ['part-00000', lines, 'json-lines'],
      ['-', '{"text":"cut', 'json-lines'],
      ['part-00000.gz', 'WARC/1.0\r\n', 'wet'],
      ['feed', '<?xml version="1.0"?><rss>', 'xml'],
      ['index', '<!DOCTYPE html>', 'html'],
      ['a.txt', lines, 'text'],
      ['article', 'Words {and more} of an article.', 'text'],
      ['article', '{{ title }}\n{x}', 'text'],
      ['a.csv', lines, 'csv'],
    ] as const)
      assert.equal(readableFormat(name, undefined, beginning), format, `${name}: ${beginning}`);
    assert.equal(readableFormat('a.txt', 'jsonl', ''), 'json-lines');
    assert.equal(readableFormat('a.json', 'json', lines), 'json');
    assert.equal(formatOf('part-00000', 'csv'), 'csv');
  });
});

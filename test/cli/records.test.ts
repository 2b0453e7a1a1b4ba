import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Validator, type Schema } from '@cfworker/json-schema';
import { clean, Desk, dirty, markerOnly, objects } from './harness.ts';
import { body, mended, record, type Found } from './record-files.ts';

const schema = JSON.parse(readFileSync(new URL('contract.schema.json', import.meta.url), 'utf8')) as Schema;

const paragraphs = (article: string): string =>
  body(article).replace(/[^\n]+/g, (line) => `<p>${line.replace('رحلة', '<b>رحلة</b>')}</p>`);

describe('a file of many articles', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  const found = (name: string, ...more: string[]): Found[] =>
    objects(desk.run('check', '--format', 'jsonl', ...markerOnly, ...more, name).out) as unknown as Found[];

  const files: Readonly<Record<string, { text: string; fixed: string; records: (number | undefined)[] }>> = {
    'a.jsonl': {
      text: `\uFEFF${record(1, dirty)}\r\n\n${record(2, clean)}\n${record(3, dirty, true)}`,
      fixed: `\uFEFF${mended(record(1, dirty))}\r\n\n${record(2, clean)}\n${mended(record(3, dirty, true))}`,
      records: [1, 3],
    },
    'a.json': {
      text: `{ "articles": [\n  ${record(1, clean)},\n  ${record(2, dirty)} ] }\n`,
      fixed: `{ "articles": [\n  ${record(1, clean)},\n  ${mended(record(2, dirty))} ] }\n`,
      records: [2],
    },
    'a.csv': {
      text: `id,title,body\r\n1,"He said ""no""","${body(dirty)}"\r\n2,x,"${body(clean)}"\r\n`,
      fixed: `id,title,body\r\n1,"He said ""no""","${body(clean)}"\r\n2,x,"${body(clean)}"\r\n`,
      records: [1],
    },
    'a.tsv': {
      text: `id\ttitle\ttext\n1\tعنوان\t"${body(dirty)}"\n`,
      fixed: `id\ttitle\ttext\n1\tعنوان\t"${body(clean)}"\n`,
      records: [1],
    },
    'a.xml': {
      text: `<?xml version="1.0"?>\r\n<docs><doc><title>عنوان &amp; خبر</title><text><![CDATA[${body(dirty)}]]></text></doc><doc><text>${body(clean)}</text></doc></docs>`,
      fixed: `<?xml version="1.0"?>\r\n<docs><doc><title>عنوان &amp; خبر</title><text><![CDATA[${body(clean)}]]></text></doc><doc><text>${body(clean)}</text></doc></docs>`,
      records: [1],
    },
    'a.html': {
      text: `<!doctype html>\n<title>x</title><article><h1>عنوان &quot;الخبر&quot;</h1>\n${paragraphs(dirty)}</article>\n`,
      fixed: `<!doctype html>\n<title>x</title><article><h1>عنوان &quot;الخبر&quot;</h1>\n${paragraphs(dirty).replace('[ad_1]', '')}</article>\n`,
      records: [undefined],
    },
    'a.md': {
      text: `---\ntitle: عنوان الخبر الأول\nlang: ar\n---\n\n${body(dirty)}`,
      fixed: `---\ntitle: عنوان الخبر الأول\nlang: ar\n---\n\n${body(clean)}`,
      records: [undefined],
    },
  };

  it('is found in a folder where the configuration lists it', () => {
    desk.write('wire/a.jsonl', `${record(1, dirty)}\n`).write('wire/labels.jsonl', `${record(2, dirty)}\n`);
    desk.write('copydesk.json', '{ "records": ["/wire/a.jsonl", "*.csv"] }');
    desk.write('notes.json', '{}').write('news.txt', dirty);
    assert.deepEqual(
      found('.').map(({ file }) => file),
      ['news.txt', 'wire/a.jsonl'],
    );
    assert.equal(desk.run('fix', ...markerOnly, '.').code, 0);
    assert.equal(desk.read('wire/a.jsonl'), `${mended(record(1, dirty))}\n`);
  });

  for (const [name, { text, fixed, records }] of Object.entries(files)) {
    it(`is checked in ${name}: findings stand in the raw file, with their record`, () => {
      desk.write(name, text);
      const findings = found(name);
      assert.deepEqual(
        findings.map((finding) => finding.record),
        records,
      );
      const decoded = text.replace(/^\uFEFF/, '');
      const lines = decoded.split(/\r\n|\r|\n/);
      for (const finding of findings) {
        const { errors } = new Validator({ ...schema, $ref: '#/$defs/finding' }, '2020-12').validate(finding);
        assert.deepEqual(errors, []);
        assert.equal(decoded.slice(finding.start, finding.end), '[ad_1]');
        assert.equal(lines[finding.line - 1]?.slice(finding.column - 1).slice(0, 6), '[ad_1]');
      }
      // A program that makes the edits it was told makes what “fix” makes.
      const edits = findings
        .flatMap(({ fixes }) => fixes[0]?.edits ?? [])
        .sort((one, other) => other.start - one.start);
      let edited = decoded;
      for (const { start, end, newText } of edits)
        edited = edited.slice(0, start) + newText + edited.slice(end);
      assert.equal(edited, fixed.replace(/^\uFEFF/, ''));
    });

    it(`is fixed in ${name}: nothing but the bytes concerned change, and undo brings them back`, () => {
      desk.write(name, text);
      const { code, out, err } = desk.run('fix', ...markerOnly, name);
      assert.equal(code, 0, err);
      assert.match(
        out,
        new RegExp(`^Fixed ${String(records.length)} problems? in ${String(records.length)} article`),
      );
      assert.equal(desk.read(name), fixed);
      assert.match(desk.run('fix', ...markerOnly, name).out, /^Nothing to mend/);
      assert.equal(desk.run('undo').code, 0);
      assert.equal(desk.read(name), text);
    });

    it(`is diffed in ${name}, as patch applies it`, () => {
      desk.write(name, text);
      const { code, out } = desk.run('fix', '--diff', ...markerOnly, name);
      assert.equal(code, 1);
      const patched = spawnSync('git', ['apply', '-'], { cwd: desk.folder, input: out });
      assert.equal(patched.status, 0, patched.stderr.toString());
      assert.equal(desk.read(name), fixed);
    });
  }

  it('is told of for people by record, and in every report', () => {
    desk.write('a.jsonl', files['a.jsonl']?.text ?? '');
    const { out, err } = desk.run('check', ...markerOnly, 'a.jsonl');
    assert.match(out, /^a\.jsonl, record 1\n {2}1:\d+ {2}warning/);
    assert.match(out, /\na\.jsonl, record 3\n {2}4:\d+ {2}warning/);
    assert.match(out, /2 problems \(2 warnings\) in 2 of 3 articles\./);
    assert.match(
      err,
      /^note: a\.jsonl: Read “title” as the headline, “text” as the text, going by the names\./,
    );
    for (const format of ['sarif', 'github', 'gitlab', 'checkstyle', 'junit', 'markdown', 'html'])
      assert.match(
        desk.run('check', '--format', format, ...markerOnly, 'a.jsonl').out,
        /importer.marker/,
        format,
      );
  });

  it('has its quotations listed where they stand in the file', () => {
    const text = `${JSON.stringify({ title: 'T', author: 'A', date: '2024-01-05', text: 'قال الوزير: “سنعمل معا حتى نهاية العام”.' })}\n`;
    const [quotation] = objects(
      desk.write('a.ndjson', text).run('quotes', '--format', 'jsonl', 'a.ndjson').out,
    );
    assert.deepEqual([quotation?.['author'], quotation?.['date']], ['A', '2024-01-05']);
    assert.equal(
      text.slice(Number(quotation?.['open']), Number(quotation?.['end'])),
      '“سنعمل معا حتى نهاية العام”',
    );
    assert.equal(quotation?.['record'], 1);
  });

  it('has its fields where the configuration says, and its language where the file says', () => {
    const text = `${JSON.stringify({ a: { head: 'T' }, prose: body(dirty), text: 'no', lang: 'fr' })}\n`;
    desk
      .write('a.jsonl', text)
      .write('copydesk.json', '{ "fields": { "headline": "a.head", "body": "prose" } }');
    assert.equal(found('a.jsonl').length, 1);
    const { out } = desk.run('stats', '--format', 'json', ...markerOnly, 'a.jsonl');
    assert.deepEqual((JSON.parse(out) as { languages: object }).languages, { fr: 1 });
    desk.write('copydesk.json', '{ "fields": { "bodi": "prose" } }');
    const { code, err } = desk.run('check', 'a.jsonl');
    assert.equal(code, 2);
    assert.match(err, /copydesk\.json:1:15: “fields” has no “bodi”\. Did you mean “body”\?/);
  });

  it('passes by what can’t be read, says why and where, and ends with 2', () => {
    const bad = ['{"title":"x","text":"cut', '{"text":["a"]}', '{"id":1}', '[1]'];
    const first = Buffer.from(`${record(1, dirty)}\n${bad.join('\n')}\n`);
    const latin = Buffer.from('{"title":"caf\xe9","text":"x"}\r\n', 'latin1');
    const last = Buffer.from(`${record(7, dirty)}\n`);
    const wanted = Buffer.concat([
      Buffer.from(mended(first.toString())),
      latin,
      Buffer.from(mended(last.toString())),
    ]);
    desk.write('a.jsonl', Buffer.concat([first, latin, last]));
    const { code, err, out } = desk.run('fix', ...markerOnly, 'a.jsonl');
    assert.equal(code, 2);
    assert.match(err, /a\.jsonl:2: Record 2: .*cut off/);
    assert.match(err, /a\.jsonl:3: Record 3: “text” is a list, not a text/);
    assert.match(err, /a\.jsonl:4: Record 4: No field of it is known to hold an article; it has “id”/);
    assert.match(err, /a\.jsonl:5: Record 5: It is a list/);
    assert.match(err, /a\.jsonl:6: Record 6: It holds bytes that are not UTF-8/);
    assert.match(err, /5 records could not be read and stay as they are/);
    assert.match(out, /^Fixed 2 problems in 2 articles/);
    assert.deepEqual(desk.bytes('a.jsonl'), wanted);
  });

  it('stops with --strict at the first record that can’t be read, and writes nothing', () => {
    const text = `${record(1, dirty)}\n{\n{\n${record(4, dirty)}\n`;
    desk.write('a.jsonl', text);
    const { code, err } = desk.run('fix', '--strict', ...markerOnly, 'a.jsonl');
    assert.equal(code, 2);
    assert.equal(err.match(/Record \d/g)?.length, 1);
    assert.equal(desk.read('a.jsonl'), text);
  });

  it('is found by a glob that asks for its format, and by no folder', () => {
    desk
      .write('in/a.jsonl', `${record(1, dirty)}\n`)
      .write('in/b.csv', 'id,body\n1,x\n')
      .write('in/c.txt', clean);
    desk.write('copydesk.json', '{ "exclude": ["in/no*"] }').write('in/no.jsonl', 'x');
    const checked = (...paths: string[]): unknown =>
      (JSON.parse(desk.run('stats', '--format', 'json', ...paths).out) as { articles: number }).articles;
    assert.equal(checked('in'), 1);
    assert.equal(checked('in/*'), 1);
    assert.equal(checked('in/*.jsonl'), 1);
    assert.equal(checked('in/*.{jsonl,csv,txt}'), 3);
    assert.equal(checked('in/*.jsonl', 'in/a.jsonl'), 1);
    assert.match(
      desk.write('only/a.jsonl', '').run('check', 'only').err,
      /by a glob such as “corpus\/\*\.jsonl”/,
    );
  });

  it('is left alone with a clear word where its format is none that is read', () => {
    for (const name of ['a.pdf', 'a.docx', 'a.parquet']) {
      desk.write(name, dirty);
      const { code, err } = desk.run('fix', name);
      assert.equal(code, 2);
      assert.match(err, /Copydesk does not read (PDF|Word|Parquet), .* It was left alone\./);
      assert.equal(desk.read(name), dirty);
    }
  });

  it('is asked about finding by finding, record by record', () => {
    const text = `${record(1, dirty)}\n{"cut\n${record(2, dirty, true)}\n${record(3, dirty)}\n`;
    desk.write('copydesk.json', '{}').write('a.jsonl', text);
    const { code, out } = desk.runWith(
      { input: '1\n1\ns\n' },
      'fix',
      '--interactive',
      ...markerOnly,
      'a.jsonl',
    );
    assert.equal(code, 2);
    assert.match(out, /a\.jsonl, record 3 {2}3:\d+ {2}residue\/importer-marker/);
    assert.match(out, /Fixed 2 problems in 2 articles\. Left: 1 problem\./);
    const wanted = `${mended(record(1, dirty))}\n{"cut\n${mended(record(2, dirty, true))}\n${record(3, dirty)}\n`;
    assert.equal(desk.read('a.jsonl'), wanted);
    assert.equal(desk.run('undo').code, 0);
    assert.equal(desk.read('a.jsonl'), text);
  });

  it('is asked about in a file that is read whole, every fix in its place', () => {
    const rows = (one: string, two: string): string =>
      `id,title,body\r\n1,"He said ""no""","${body(one)}"\r\n2,x,"${body(two)}"\r\n`;
    desk.write('a.csv', rows(dirty, dirty));
    const asked = desk.runWith({ input: '1\n1\n' }, 'fix', '--interactive', ...markerOnly, 'a.csv');
    assert.match(asked.out, /a\.csv, record 2 {2}\d+:\d+ /);
    assert.equal(desk.read('a.csv'), rows(clean, clean));
  });

  it('may be plain text, its articles parted by a line that the configuration names', () => {
    const text = `${dirty}=====\n${clean}\n========\n\n${dirty}`;
    desk.write('copydesk.json', '{ "fields": { "separator": "=====" } }').write('a.txt', text);
    const findings = found('a.txt');
    assert.deepEqual(
      findings.map((finding) => finding.record),
      [1, 3],
    );
    for (const { start, end } of findings) assert.equal(text.slice(start, end), '[ad_1]');
    assert.match(desk.run('fix', ...markerOnly, 'a.txt').out, /^Fixed 2 problems in 2 articles/);
    assert.equal(desk.read('a.txt'), `${clean}=====\n${clean}\n========\n\n${clean}`);
    desk.run('undo');
    assert.equal(desk.read('a.txt'), text);
  });

  it('keeps what is kept by its line', () => {
    desk.write('copydesk.json', '{}').write('a.jsonl', `${record(1, clean)}\n${record(2, dirty)}\n`);
    assert.match(desk.run('keep', 'a.jsonl:1').err, /Nothing is found there/);
    assert.match(desk.run('keep', 'a.jsonl:2').out, /^Kept a\.jsonl:2:\d+ {2}residue\/importer-marker/);
    assert.deepEqual(found('a.jsonl'), []);
  });

  it('is mined article by article', () => {
    const towns = ['Northport', 'Easthaven', 'Westbay', 'Southpier', 'Midtown', 'Old Quay'];
    const lines = towns.map((town) => {
      const prose = `The bakers of ${town} opened their ovens at dawn, and people came from every house to see what was left.`;
      return JSON.stringify({ title: `A fire in ${town}`, text: `${prose}\n\nTide tables of the week` });
    });
    const { out } = desk.write('a.jsonl', lines.join('\n')).run('mine', 'a.jsonl');
    assert.match(out, /^6 {2}Tide tables of the week\n {3}6 below it/);
    assert.match(out, / from 6 articles\.\n$/);
  });

  it('keeps what a baseline keeps', () => {
    desk.write('copydesk.json', '{}').write('a.jsonl', `${record(1, dirty)}\n${record(2, clean)}\n`);
    assert.equal(desk.run('baseline', ...markerOnly, 'a.jsonl').code, 0);
    assert.deepEqual(found('a.jsonl'), []);
    desk.run('fix', ...markerOnly, 'a.jsonl');
    assert.equal(desk.read('a.jsonl'), `${record(1, dirty)}\n${record(2, clean)}\n`);
  });
});

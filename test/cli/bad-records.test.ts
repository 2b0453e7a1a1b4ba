import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { clean, Desk, dirty, markerOnly, objects } from './harness.ts';
import { body, mended, record, type Found } from './record-files.ts';

describe('records that are not as they should be', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  /** Fixes a file: what is bad must be named, at its place, and all the rest be done and nothing else. */
  const fixes = (
    name: string,
    before: string | Uint8Array,
    after: string | Uint8Array,
    told: RegExp | undefined,
  ): void => {
    desk.write(name, before);
    const { code, err } = desk.run('fix', ...markerOnly, name);
    if (told) {
      assert.equal(code, 2, err);
      assert.match(err, told);
    } else {
      assert.equal(code, 0, err);
      assert.doesNotMatch(err, /^error/m);
    }
    assert.deepEqual(desk.bytes(name), Buffer.from(after));
  };

  const good = record(1, dirty);

  it('broken JSON in the middle', () => {
    const cut = good.slice(0, 60);
    fixes(
      'a.jsonl',
      `${good}\n${cut}\n${good}\n`,
      `${mended(good)}\n${cut}\n${mended(good)}\n`,
      /a\.jsonl:2: Record 2: The text that begins at its character \d+ is never closed/,
    );
    const array = `[${good},\n{"text": oops},\n${good}]`;
    fixes('a.json', array, array, /a\.json:2: Record 1: It is no JSON from its character \d+ on/);
  });

  it('a field that is no text', () => {
    const list = '{"title":"عنوان","text":["[ad_1]"]}';
    fixes(
      'a.jsonl',
      `${list}\n${good}`,
      `${list}\n${mended(good)}`,
      /a\.jsonl:1: Record 1: “text” is a list, not a text/,
    );
    const array = (one: string): string => `[{"text":7},${one}]`;
    fixes('a.json', array(good), array(mended(good)), /a\.json:1: Record 1: “text” is a number/);
  });

  it('several encodings in one file', () => {
    // Arabic in windows-1256.
    const foreign = Buffer.from([0x22, 0xc7, 0xe1, 0xe3, 0x22]);
    const lines = (one: string): Buffer =>
      Buffer.concat([Buffer.from(`${one}\n{"text":`), foreign, Buffer.from(`}\n${one}\n`)]);
    fixes(
      'a.jsonl',
      lines(good),
      lines(mended(good)),
      /a\.jsonl:2: Record 2: It holds bytes that are not UTF-8/,
    );
    for (const [name, text] of [
      ['a.csv', `title,body\nx,"${body(dirty)}"\ny,`],
      ['a.xml', `<doc><text>${body(dirty)}</text><x>`],
      ['a.html', `<p>${body(dirty)}<p>`],
      ['a.wet', 'WARC/1.0\n'],
    ] as const) {
      const bytes = Buffer.concat([Buffer.from(text), foreign]);
      fixes(name, bytes, bytes, new RegExp(`${name.replace('.', '\\.')}: .*(line \\d+|windows|encoding)`));
    }
  });

  it('byte order marks before records', () => {
    const file = (one: string): string => `\uFEFF${one}\n\uFEFF${one}\n`;
    fixes('a.jsonl', file(good), file(mended(good)), undefined);
    const table = (article: string): string => `\uFEFFtitle,body\nx,"${body(article)}"\n`;
    fixes('a.csv', table(dirty), table(clean), undefined);
    const xml = (article: string): string =>
      `\uFEFF<?xml version="1.0"?><doc><text>${body(article)}</text></doc>`;
    fixes('a.xml', xml(dirty), xml(clean), undefined);
  });

  it('line breaks of several kinds', () => {
    const file = (one: string): string => `${one}\r\n${one}\n\r\n\n${one}`;
    fixes('a.jsonl', file(good), file(mended(good)), undefined);
    const table = (article: string): string =>
      `title,body\r\nx,"${body(article)}"\ny,"${body(article).replaceAll('\n', '\r\n')}"\r\n`;
    fixes('a.csv', table(dirty), table(clean), undefined);
    const places = objects(
      desk.write('b.csv', table(dirty)).run('check', '--format', 'jsonl', ...markerOnly, 'b.csv').out,
    ) as unknown as Found[];
    const lines = table(dirty).split(/\r\n|\n/);
    for (const { line, column } of places) assert.ok(lines[line - 1]?.startsWith('[ad_1]', column - 1));
  });

  it('ten thousand columns', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `c${String(index)}`);
    const row = (article: string): string => names.map(() => 'x').join() + `,"${body(article)}"`;
    const table = (article: string): string => `${names.join()},body\n${row(article)}\n${row(article)}\n`;
    fixes('a.csv', table(dirty), table(clean), undefined);
    fixes(
      'b.csv',
      `${table(dirty)}a,b\n`,
      `${table(clean)}a,b\n`,
      /Record 3: The row has 2 cells where the first row names 10001/,
    );
    const wide = (one: string): string => one.replace('{', `{${names.map((name) => `"${name}":1`).join()},`);
    fixes('a.jsonl', wide(good), wide(mended(good)), undefined);
  });

  it('an entity bomb, and entities that name files', () => {
    const bomb = Array.from(
      { length: 40 },
      (_, level) => `<!ENTITY e${String(level + 1)} "${`&e${String(level)};`.repeat(10)}">`,
    ).join('\n');
    const file = (article: string): string =>
      `<?xml version="1.0"?>\n<!DOCTYPE doc [<!ENTITY e0 "x"><!ENTITY passwd SYSTEM "file:///etc/passwd">\n${bomb}]>\n<doc><title>&e40;&passwd;</title><text>${body(article)}</text></doc>\n`;
    fixes('a.xml', file(dirty), file(clean), undefined);
    const { out } = desk.run('check', 'a.xml');
    assert.doesNotMatch(out, /root:/);
  });

  it('a record of fifty megabytes', () => {
    const blob = 'x'.repeat(50_000_000);
    const large = (one: string): string => one.replace('{', `{"html":"${blob}",`);
    fixes(
      'a.jsonl',
      `${good}\n${large(good)}\n${good}`,
      `${mended(good)}\n${large(mended(good))}\n${mended(good)}`,
      undefined,
    );
    const piped = desk.runWith(
      { input: `${large(good)}\n${good}\n` },
      'fix',
      '-',
      '--stdin-path',
      'a.jsonl',
      ...markerOnly,
    );
    assert.equal(piped.out, `${large(mended(good))}\n${mended(good)}\n`);
  });

  it('marks that cross each other, and a page that ends in the middle', () => {
    const page = (marker: string): string =>
      `<article><h1>عنوان</h1><p><b>وصل <i>الوفد</b> إلى</i> المدينة<p>${marker}<p>صباح اليوم <a href="x`;
    fixes('a.html', page('[ad_1]'), page(''), undefined);
    const cut = '<doc><title>عنوان</title><text>[ad_1]';
    fixes('a.xml', cut, cut, /a\.xml:1: The file is no well-formed XML here \(unclosed tag/);
  });
});

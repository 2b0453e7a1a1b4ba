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
  const item = (article: string): string =>
    `<item><title>عنوان</title><description>${body(article)}</description></item>`;
  /** A page whose marker leaves an empty paragraph behind. */
  const page = (article: string): string =>
    `<article><h1>عنوان</h1><p>${article === dirty ? '[ad_1]' : ''}</p>\n<p>${body(clean)}</p></article>`;
  const archived = (article: string): string =>
    `WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: ${String(Buffer.byteLength(article))}\r\n\r\n${article}\r\n\r\n`;

  it('broken JSON in the middle', () => {
    const cut = good.slice(0, 60);
    fixes(
      'a.jsonl',
      `${good}\n${cut}\n${good}\n`,
      `${mended(good)}\n${cut}\n${mended(good)}\n`,
      /a\.jsonl:2: Record 2: The text that begins at its character \d+ is never closed/,
    );
    const array = (one: string): string => `[${one},\n{"text": oops},\n${one}]`;
    fixes(
      'a.json',
      array(good),
      array(mended(good)),
      /a\.json:2: Record 2: It is no JSON from its character \d+ on/,
    );
    const table = (article: string): string =>
      `title,body\nx,"${body(article)}"\ny,"z"z\nx,"${body(article)}"\n`;
    fixes('a.csv', table(dirty), table(clean), /a\.csv:\d+: Record 2: Something follows the quotation mark/);
    const feed = (article: string): string =>
      `<rss><channel>${item(article)}<item><title>x</item>${item(article)}</channel></rss>`;
    fixes('a.xml', feed(dirty), feed(clean), /a\.xml:\d+: Record 2: The element is no well-formed XML here/);
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
    // Of other formats, too, the record is named and stays as it is, and the others are done.
    const parts = (article: string): Readonly<Record<string, readonly [string, string]>> => ({
      'a.csv': [`title,body\nx,"${body(article)}"\ny,`, `\nz,"${body(article)}"\n`],
      'a.json': [`[${record(1, article)}, {"text":`, `},\n${record(2, article)}]`],
      'a.xml': [
        `<rss><channel>${item(article)}<item><title>`,
        `</title></item>${item(article)}</channel></rss>`,
      ],
      'a.html': [`${page(article)}<article><p>`, `</article>${page(article)}`],
    });
    const filesOf = (article: string): Record<string, Buffer> =>
      Object.fromEntries(
        Object.entries(parts(article)).map(([name, [before, after]]) => [
          name,
          Buffer.concat([Buffer.from(before), foreign, Buffer.from(after)]),
        ]),
      );
    const after = filesOf(clean);
    for (const [name, before] of Object.entries(filesOf(dirty)))
      fixes(
        name,
        before,
        after[name] ?? '',
        new RegExp(`${name.replace('.', '\\.')}:\\d+: Record 2: It holds bytes that are not UTF-8`),
      );
    const archive = Buffer.concat([
      Buffer.from(archived(dirty)),
      Buffer.from('WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 5\r\n\r\n'),
      foreign,
      Buffer.from(`\r\n\r\n${archived(dirty)}`),
    ]);
    const { code, err, out } = desk
      .write('a.wet', archive)
      .run('check', '--format', 'jsonl', ...markerOnly, 'a.wet');
    assert.equal(code, 2);
    assert.match(err, /a\.wet:\d+: Record 2: It holds bytes that are not UTF-8/);
    assert.deepEqual(
      objects(out).map((finding) => finding['record']),
      [1, 3],
    );
  });

  it('a file that is all in another encoding: one sentence, and nothing is touched', () => {
    const foreign = Buffer.from([0xc7, 0xe1, 0xe3]);
    for (const [name, text] of [
      ['a.csv', `title,body\nx,`],
      ['a.xml', `<doc><text>${body(dirty)}</text><x>`],
      ['a.html', `<p>${body(dirty)}<p>`],
      ['a.wet', 'WARC/1.0\n'],
      ['a.json', '[{"text":"'],
    ] as const) {
      const bytes = Buffer.concat([Buffer.from(text), foreign]);
      fixes(name, bytes, bytes, new RegExp(`${name.replace('.', '\\.')}: .*(line \\d+|windows|encoding)`));
    }
  });

  it('ends the run with --strict, and no file is written', () => {
    const bad = Buffer.from([0xc7, 0xe1]);
    for (const [name, before, after] of [
      ['a.csv', `title,body\nx,"${body(dirty)}"\ny,`, `\nz,"${body(dirty)}"\n`],
      ['a.xml', `<rss><channel>${item(dirty)}<item><title>`, `</title></item>${item(dirty)}</channel></rss>`],
    ] as const) {
      const bytes = Buffer.concat([Buffer.from(before), bad, Buffer.from(after)]);
      const { code } = desk.write(name, bytes).run('fix', '--strict', ...markerOnly, name);
      assert.equal(code, 2);
      assert.deepEqual(desk.bytes(name), bytes);
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
    fixes('a.tsv', table(dirty).replaceAll(',', '\t'), table(clean).replaceAll(',', '\t'), undefined);
    const array = (one: string): string => `\uFEFF[${one},${one}]`;
    fixes('a.json', array(good), array(mended(good)), undefined);
    fixes('a.html', `\uFEFF${page(dirty)}`, `\uFEFF${page(clean)}`, undefined);
    const markdown = (article: string): string => `\uFEFF---\ntitle: عنوان\n---\n${body(article)}`;
    fixes('a.md', markdown(dirty), markdown(clean), undefined);
    const { out, code } = desk
      .write('a.wet', `\uFEFF${archived(dirty)}`)
      .run('check', '--format', 'jsonl', ...markerOnly, 'a.wet');
    assert.deepEqual([objects(out).length, code], [1, 1]);
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

  it('line breaks of several kinds in lists, feeds, pages and archives', () => {
    const array = (one: string): string => `[\r\n${one},\n${one}\r\n]\r\n`;
    fixes('a.json', array(good), array(mended(good)), undefined);
    const feed = (article: string): string =>
      `<rss>\r\n<channel>\n${item(article)}\r\n${item(article.replaceAll('\n', '\r\n'))}\n</channel></rss>`;
    fixes('a.xml', feed(dirty), feed(clean), undefined);
    const pages = (article: string): string => `${page(article)}\r\n${page(article)}\n`;
    fixes('a.html', pages(dirty), pages(clean), undefined);
    const archive = `${archived(dirty)}${archived(dirty.replaceAll('\n', '\r\n')).replace('\r\n\r\n', '\n\n')}`;
    for (const [name, text] of [
      ['a.json', array(good)],
      ['a.xml', feed(dirty)],
      ['a.html', pages(dirty)],
      ['a.wet', archive],
    ] as const) {
      const { out } = desk.write(name, text).run('check', '--format', 'jsonl', ...markerOnly, name);
      const places = objects(out) as unknown as Found[];
      assert.equal(places.length, 2, name);
      const rows = text.split(/\r\n|\n/);
      for (const { line, column } of places)
        assert.ok(rows[line - 1]?.startsWith('[ad_1]', column - 1), name);
    }
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
    fixes('a.json', `[${wide(good)}]`, `[${wide(mended(good))}]`, undefined);
    const tabs = (text: string): string => text.replaceAll(',', '\t');
    fixes('a.tsv', tabs(table(dirty)), tabs(table(clean)), undefined);
    const element = (article: string): string =>
      `<rss><channel>${item(article).replace('<title>', `${names.map((name) => `<${name}>x</${name}>`).join('')}<title>`)}</channel></rss>`;
    fixes('a.xml', element(dirty), element(clean), undefined);
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
    // The same at the head of a feed that is read in parts.
    const feed = (article: string): string =>
      file(article)
        .replace(/<doc>[^]*/, '')
        .replace('DOCTYPE doc', 'DOCTYPE rss') +
      `<rss><channel>${item(clean)}${'\n'.repeat(1_000_000)}${item(article).replace('عنوان', '&e40;&passwd;')}</channel></rss>`;
    fixes('b.xml', feed(dirty), feed(clean), undefined);
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

  it('a record of fifty megabytes in a table, a list, a feed and an archive', () => {
    const blob = 'x'.repeat(50_000_000);
    const array = (one: string): string => `[${one},\n${one.replace('{', `{"html":"${blob}",`)},\n${one}]`;
    fixes('a.json', array(good), array(mended(good)), undefined);
    const table = (article: string): string =>
      `title,html,body\nx,,"${body(article)}"\nx,"${blob}","${body(article)}"\ny,,"${body(article)}"\n`;
    fixes('a.csv', table(dirty), table(clean), undefined);
    const feed = (article: string): string =>
      `<rss><channel>${item(article)}${item(article).replace('<title>', `<raw><![CDATA[${blob}]]></raw><title>`)}${item(article)}</channel></rss>`;
    fixes('a.xml', feed(dirty), feed(clean), undefined);
    const info = `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 50000000\r\n\r\n${blob}\r\n\r\n`;
    const { out } = desk
      .write('a.wet', `${archived(dirty)}${info}${archived(dirty)}`)
      .run('check', '--format', 'jsonl', ...markerOnly, 'a.wet');
    assert.equal(objects(out).length, 2);
  });

  it('marks that cross each other, and a page that ends in the middle', () => {
    const page = (marker: string): string =>
      `<article><h1>عنوان</h1><p><b>وصل <i>الوفد</b> إلى</i> المدينة<p>${marker}<p>صباح اليوم <a href="x`;
    fixes('a.html', page('[ad_1]'), page(''), undefined);
    const cut = '<doc><title>عنوان</title><text>[ad_1]';
    fixes('a.xml', cut, cut, /a\.xml:1: The file is no well-formed XML here \(unclosed tag/);
  });
});

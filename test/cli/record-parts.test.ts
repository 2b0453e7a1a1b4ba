import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import zlib from 'node:zlib';
import { clean, Desk, dirty, markerOnly, objects } from './harness.ts';
import { body, mended, record, type Found } from './record-files.ts';

/** So many records make a file that is read in parts. */
const count = 3_000;

const ids = Array.from({ length: count }, (_, id) => id);

const isDirty = (id: number): boolean => id % 3 === 0;
const isBad = (id: number): boolean => id % 701 === 5;

const articleAt = (id: number, fixed: boolean): string => (isDirty(id) && !fixed ? dirty : clean);

const item = (article: string): string =>
  `<item><title>عنوان الخبر الأول</title><description>${body(article)}</description></item>`;

const archived = (article: string): string =>
  `WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: ${String(Buffer.byteLength(article))}\r\n\r\n${article}\r\n\r\n`;

const line = (id: number, fixed: boolean): string => {
  const one = record(id, articleAt(id, false), id % 5 === 0);
  return fixed ? mended(one) : one;
};

/** Files of each format: the good records, and some bad ones between them. */
const files: Readonly<Record<string, (fixed: boolean) => string>> = {
  'a.csv': (fixed) =>
    `id,title,body\r\n${ids.map((id) => (isBad(id) ? `${String(id)},x\n` : `${String(id)},عنوان الخبر الأول,"${body(articleAt(id, fixed))}"\n`)).join('')}`,
  'a.tsv': (fixed) =>
    `id\ttitle\tbody\n${ids.map((id) => (isBad(id) ? `${String(id)}\n` : `${String(id)}\tعنوان الخبر الأول\t"${body(articleAt(id, fixed))}"\n`)).join('')}`,
  'a.json': (fixed) =>
    `{"made": "2024", "articles": [\n${ids.map((id) => (isBad(id) ? '{"text": oops}' : line(id, fixed))).join(',\n')}\n]}\n`,
  'a.xml': (fixed) =>
    `<?xml version="1.0"?>\n<rss><channel><title>x</title><language>ar</language>\n${ids.map((id) => (isBad(id) ? '<item><title>x</item>' : item(articleAt(id, fixed)))).join('\n')}\n</channel></rss>\n`,
};

const dirtyIds = ids.filter((id) => isDirty(id) && !isBad(id));
const badIds = ids.filter(isBad);

describe('a large file of any format whose records follow each other', () => {
  for (const [name, written] of Object.entries(files)) {
    const text = written(false);
    const fixed = written(true);

    it(`${name}: the same findings at the same places as of standard input, in order`, () => {
      assert.ok(Buffer.byteLength(text) > 1_000_000);
      const desk = new Desk().write(name, text);
      const { out, err, code } = desk.run('check', '--format', 'jsonl', ...markerOnly, name);
      assert.equal(code, 2);
      const findings = objects(out) as unknown as Found[];
      assert.deepEqual(
        findings.map((finding) => (finding.record ?? 0) - 1),
        dirtyIds,
      );
      let line = 0;
      let done = 0;
      for (const finding of findings) {
        assert.equal(text.slice(finding.start, finding.end), '[ad_1]');
        line += text.slice(done, finding.start).split(/\r\n|\n/).length - 1;
        done = finding.start;
        assert.equal(finding.line, line + 1);
        const [last = ''] = text
          .slice(0, finding.start)
          .split(/\r\n|\n/)
          .slice(-1);
        assert.equal(finding.column, last.length + 1);
      }
      assert.deepEqual(
        [...err.matchAll(/^error: a\.\w+:\d+: Record (\d+): /gm)].map(([, number]) => Number(number) - 1),
        badIds,
      );
      assert.match(err, /5 records could not be read and stay as they are/);
      const piped = desk.runWith(
        { input: text },
        ...['check', '-', '--stdin-path', name, '--format', 'jsonl', ...markerOnly],
      );
      assert.equal(piped.out, out);
      desk.remove();
    });

    it(`${name}: goes through as a filter, is fixed in place, and undone to the byte`, () => {
      const desk = new Desk().write(name, text);
      const { bytes } = desk.runWith({ input: text }, 'fix', '-', '--stdin-path', name, ...markerOnly);
      assert.equal(bytes.toString(), fixed);
      const { code, out } = desk.run('fix', ...markerOnly, name);
      assert.equal(code, 2);
      assert.match(out, new RegExp(`^Fixed ${dirtyIds.length.toLocaleString('en')} problems in`));
      assert.equal(desk.read(name), fixed);
      assert.deepEqual(
        readdirSync(desk.folder).filter((file) => file.endsWith('.tmp')),
        [],
      );
      assert.equal(desk.run('undo').code, 0);
      assert.equal(desk.read(name), text);
      assert.equal(desk.run('fix', '--strict', ...markerOnly, name).code, 2);
      assert.equal(desk.read(name), text);
      desk.remove();
    });
  }

  it('a.wet: is checked, and never written', () => {
    const info = 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nxx\r\n\r\n';
    const text = `${info}${ids.map((id) => (isBad(id) ? 'junk\r\n' : archived(articleAt(id, false)))).join('')}`;
    const desk = new Desk().write('a.wet', text);
    const { out, err, bytes } = desk.run('check', '--format', 'jsonl', ...markerOnly, 'a.wet');
    const findings = objects(out) as unknown as Found[];
    assert.deepEqual(
      findings.map((finding) => (finding.record ?? 0) - 1),
      dirtyIds,
    );
    for (const { start, end } of findings) assert.equal(text.slice(start, end), '[ad_1]');
    assert.equal(err.match(/No record of a WARC begins here/g)?.length, badIds.length);
    const input = { input: text };
    const piped = desk.runWith(
      input,
      'check',
      '-',
      '--stdin-path',
      'a.wet',
      '--format',
      'jsonl',
      ...markerOnly,
    );
    assert.deepEqual(piped.bytes, bytes);
    const handed = desk.runWith(input, 'fix', '-', '--stdin-path', 'a.wet', ...markerOnly);
    assert.equal(handed.out, text);
    const { err: said } = desk.run('fix', ...markerOnly, 'a.wet');
    assert.equal(said.match(/It is a web archive, and nothing was written/g)?.length, 1);
    assert.equal(desk.read('a.wet'), text);
    desk.remove();
  });
});

describe('records under a name that does not say what they are', () => {
  const lines = (fixed: boolean, times: number): string =>
    `${ids
      .slice(0, times)
      .map((id) => line(id, fixed))
      .join('\n')}\n`;

  for (const [what, times] of [
    ['small', 30],
    ['large', count],
  ] as const)
    it(`are found by what is in it: a ${what} file`, () => {
      const desk = new Desk();
      for (const name of ['part-00000', 'a.json', 'part-1.gz']) {
        const [before, after] = [lines(false, times), lines(true, times)];
        const isPacked = name.endsWith('.gz');
        desk.write(name, isPacked ? zlib.gzipSync(before) : before);
        const { code, err } = desk.run('fix', '--compressed', ...markerOnly, name);
        assert.equal(code, 0, err);
        assert.equal((isPacked ? zlib.gunzipSync(desk.bytes(name)) : desk.bytes(name)).toString(), after);
      }
      const { out } = desk.runWith({ input: lines(false, times) }, 'fix', '-', ...markerOnly);
      assert.equal(out, lines(true, times));
      desk.remove();
    });

  it('are what the configuration says', () => {
    const desk = new Desk();
    const table = files['a.csv'] ?? String;
    const settings = { overrides: [{ files: ['part-*'], fields: { format: 'csv' } }] };
    desk.write('copydesk.json', JSON.stringify(settings)).write('part-0', table(false));
    desk.run('fix', ...markerOnly, 'part-0');
    assert.equal(desk.read('part-0'), table(true));
    desk.write('copydesk.json', '{ "fields": { "format": "cvs" } }');
    assert.match(desk.run('check', 'part-0').err, /cvs/);
    desk.remove();
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import zlib from 'node:zlib';
import { bundle, clean, Desk, dirty, markerOnly, objects } from './harness.ts';

const body = (article: string): string => article.slice(article.indexOf('\n') + 2);
const record = (article: string): string =>
  JSON.stringify({ title: 'عنوان الخبر الأول', text: body(article) });

const lines = (count: number): string =>
  Array.from({ length: count }, (_, id) =>
    record((id % 3 ? clean : dirty).replace('المدينة', `المدينة ${String(id)}`)),
  ).join('\n');

/** Many records with noise in them. */
const noisy = (): string => {
  let id = 0;
  return lines(3_000).replace(/"title"/g, () => `"noise":"${noise(id++)}","title"`);
};

/** Bytes that gzip can’t make much smaller, so that little of them fills a file. */
const noise = (id: number): string =>
  Array.from({ length: 40 }, (_, place) => ((id * 7919 + place * 104_729) % 2_147_483_647).toString(36)).join(
    ' ',
  );

describe('a compressed file', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  const found = (name: string): Record<string, unknown>[] =>
    objects(desk.run('check', '--format', 'jsonl', ...markerOnly, name).out).map((finding) => ({
      ...finding,
      file: undefined,
    }));

  it('is checked as what is in it, with the places of what is in it', () => {
    const text = lines(4);
    desk
      .write('a.jsonl', text)
      .write('a.jsonl.gz', zlib.gzipSync(text))
      // Two members and two frames, as programs write them that join files or use several threads.
      .write('b.jsonl.gz', Buffer.concat([zlib.gzipSync(text.slice(0, 300)), zlib.gzipSync(text.slice(300))]))
      .write('a.jsonl.zst', zlib.zstdCompressSync(text))
      .write(
        'b.jsonl.zst',
        Buffer.concat([zlib.zstdCompressSync(text.slice(0, 300)), zlib.zstdCompressSync(text.slice(300))]),
      )
      .write('c.txt.gz', zlib.gzipSync(dirty));
    const wanted = found('a.jsonl');
    assert.equal(wanted.length, 2);
    for (const name of ['a.jsonl.gz', 'b.jsonl.gz', 'a.jsonl.zst', 'b.jsonl.zst'])
      assert.deepEqual(found(name), wanted, name);
    assert.equal(found('c.txt.gz').length, 1);
    assert.match(desk.run('check', ...markerOnly, '*.gz').out, /in 5 of 9 articles/);
  });

  it('is read in parts where it is large, to the same findings', () => {
    const text = noisy();
    const packed = zlib.gzipSync(text);
    assert.ok(packed.length > 200_000);
    desk.write('a.jsonl', text).write('a.jsonl.gz', packed);
    assert.deepEqual(found('a.jsonl.gz'), found('a.jsonl'));
  });

  it('is read in parts from standard input, and in formats whose records follow each other', () => {
    const table = `title,body\n${noisy()
      .split('\n')
      .map((line) => {
        const { title, text, noise } = JSON.parse(line) as Record<string, string>;
        return `${title ?? ''},"${text ?? ''}",${noise ?? ''}`;
      })
      .join('\n')}`.replace('title,body', 'title,body,noise');
    desk.write('a.csv', table).write('a.csv.gz', zlib.gzipSync(table));
    const wanted = found('a.csv');
    assert.equal(wanted.length, 1_000);
    assert.deepEqual(found('a.csv.gz'), wanted);
    const half = table.length >> 1;
    const frames = [table.slice(0, half), table.slice(half)].map((part) => zlib.zstdCompressSync(part));
    desk.write('a.csv.zst', Buffer.concat(frames));
    assert.deepEqual(found('a.csv.zst'), wanted);
    for (const name of ['a.csv.gz', 'a.csv.zst']) {
      const { out } = desk.runWith(
        { input: desk.bytes(name) },
        ...['check', '-', '--stdin-path', name, '--format', 'jsonl', ...markerOnly],
      );
      assert.deepEqual(
        objects(out).map((finding) => ({ ...finding, file: undefined })),
        wanted,
      );
    }
  });

  it('is fixed in parts where it is large, packed again, and undone to the byte', () => {
    const text = noisy();
    const fixed = text.replaceAll('[ad_1]\\n\\n', '');
    for (const [name, packed, unpack] of [
      ['a.jsonl.gz', zlib.gzipSync(text), zlib.gunzipSync],
      ['a.jsonl.zst', zlib.zstdCompressSync(text), zlib.zstdDecompressSync],
    ] as const) {
      assert.ok(packed.length > 200_000);
      desk.write(name, packed);
      const refused = desk.run('fix', ...markerOnly, name);
      assert.equal(refused.code, 2);
      assert.equal(refused.err.match(/Add --compressed/g)?.length, 1);
      assert.deepEqual(desk.bytes(name), packed);
      const { code, out, err } = desk.run('fix', '--compressed', ...markerOnly, name);
      assert.equal(code, 0, err);
      assert.match(out, /^Fixed 1,000 problems in 1,000 articles/);
      assert.equal(unpack(desk.bytes(name)).toString(), fixed);
      assert.equal(desk.run('undo').code, 0);
      assert.deepEqual(desk.bytes(name), packed);
      // What is cut off is judged up to there, and stays.
      const cut = packed.subarray(0, packed.length - 1_000);
      desk.write(name, cut);
      const half = desk.run('fix', '--compressed', ...markerOnly, name);
      assert.equal(half.code, 2);
      assert.match(half.err, /It is cut off/);
      assert.deepEqual(desk.bytes(name), cut);
      assert.deepEqual(
        readdirSync(desk.folder).filter((file) => file.endsWith('.tmp')),
        [],
      );
    }
  });

  it('is never written unless that is asked for, and then undone to the byte', () => {
    for (const [name, pack, unpack] of [
      ['a.jsonl.gz', zlib.gzipSync, zlib.gunzipSync],
      ['a.txt.zst', zlib.zstdCompressSync, zlib.zstdDecompressSync],
    ] as const) {
      const [before, after] = name.includes('jsonl') ? [record(dirty), record(clean)] : [dirty, clean];
      const packed = pack(before);
      desk.write(name, packed);
      const refused = desk.run('fix', ...markerOnly, name);
      assert.equal(refused.code, 2);
      assert.match(refused.err, /It is compressed, and nothing was written\. Add --compressed/);
      assert.match(refused.out, /Left: 1 problem|Nothing was fixed/);
      assert.deepEqual(desk.bytes(name), packed);
      const fixed = desk.run('fix', '--compressed', ...markerOnly, name);
      assert.equal(fixed.code, 0, fixed.err);
      assert.equal(unpack(desk.bytes(name)).toString(), after);
      assert.equal(desk.run('undo').code, 0);
      assert.deepEqual(desk.bytes(name), packed);
    }
  });

  it('comes through standard input', () => {
    const input = zlib.gzipSync(record(dirty));
    const run = (...args: string[]): ReturnType<Desk['run']> =>
      desk.runWith({ input }, ...args, '-', '--stdin-path', 'a.jsonl.gz', ...markerOnly);
    assert.match(run('check').out, /importer-marker/);
    const { code, bytes } = run('fix');
    assert.equal(code, 2);
    assert.deepEqual(bytes, input);
    assert.equal(zlib.gunzipSync(run('fix', '--compressed').bytes).toString(), record(clean));
  });

  it('says where it is cut off or damaged; what came before is judged where it is read in parts', () => {
    const text = lines(200);
    const packed = zlib.gzipSync(text);
    desk.write('a.jsonl.gz', packed.subarray(0, packed.length / 2));
    const cut = desk.run('check', ...markerOnly, 'a.jsonl.gz');
    assert.equal(cut.code, 2);
    assert.match(
      cut.err,
      /a\.jsonl\.gz: It is cut off: its gzip data end in the middle, after [\d,]+ unpacked bytes, in line [\d,]+\./,
    );
    desk.write('b.csv.gz', 'no gzip at all');
    assert.match(
      desk.run('fix', '--compressed', 'b.csv.gz').err,
      /Its gzip data are damaged, or are none, from its beginning\. Nothing was changed/,
    );
    assert.equal(desk.read('b.csv.gz'), 'no gzip at all');
    const frame = zlib.zstdCompressSync(text);
    desk.write('c.jsonl.zst', frame.subarray(0, frame.length - 9));
    assert.match(desk.run('check', 'c.jsonl.zst').err, /It is cut off: its zstd data end in the middle/);
    const long = zlib.gzipSync(noisy());
    desk.write('d.jsonl.gz', long.subarray(0, long.length - 1_000));
    const parts = desk.run('check', '--format', 'jsonl', ...markerOnly, 'd.jsonl.gz');
    assert.equal(parts.code, 2);
    assert.match(parts.err, /d\.jsonl\.gz: It is cut off/);
    assert.ok(objects(parts.out).length > 900);
  });

  it('says so where this Node can’t read zstd', () => {
    desk.write('a.jsonl.zst', zlib.zstdCompressSync(record(dirty)));
    // A Node without it, as 20 is.
    desk.write(
      'old.cjs',
      "const zlib = require('node:zlib'); delete zlib.zstdDecompressSync; delete zlib.zstdCompressSync;",
    );
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', desk.path('old.cjs'), bundle, 'check', '--no-cache', 'a.jsonl.zst'],
      { cwd: desk.folder, encoding: 'utf8' },
    );
    assert.equal(status, 2);
    assert.match(stderr, /compressed with zstd, which Node reads from version 22\.15 on, and this is v/);
  });

  it('is left alone where it is packed otherwise', () => {
    for (const name of ['a.tar.gz', 'a.jsonl.bz2', 'a.jsonl.xz', 'a.zip']) {
      const { code, err } = desk.write(name, 'x').run('check', name);
      assert.equal(code, 2);
      assert.match(err, /Copydesk does not read (tar|bzip2|xz|zip)/);
    }
  });
});

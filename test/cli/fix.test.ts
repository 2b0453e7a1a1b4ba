import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, linkSync, lstatSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { bundle, clean, Desk, dirty, markerOnly } from './harness.ts';

describe('copydesk fix', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  it('makes what is certain, tells what it did, and leaves no file beside', () => {
    const { code, out, err } = desk
      .write('a.txt', dirty)
      .write('b.txt', clean)
      .run('fix', ...markerOnly, '.');
    assert.deepEqual([code, out, err], [0, 'Fixed 1 problem in 1 article. Nothing is left.\n', '']);
    assert.equal(desk.read('a.txt'), clean);
    assert.deepEqual(readdirSync(desk.folder).sort(), ['.copydesk', 'a.txt', 'b.txt']);
  });

  it('changes nothing the second time', () => {
    desk.write('a.txt', `${dirty}\nالمصدر`);
    desk.run('fix', '.');
    const once = desk.bytes('a.txt');
    const { mtimeNs } = statSync(desk.path('a.txt'), { bigint: true });
    assert.match(desk.run('fix', ...markerOnly, '.').out, /^Nothing to mend in 1 article\.\n$/);
    assert.deepEqual(desk.bytes('a.txt'), once);
    assert.equal(statSync(desk.path('a.txt'), { bigint: true }).mtimeNs, mtimeNs);
  });

  it('makes likely fixes only when asked, and names what is left', () => {
    const nearly = clean.replace('\n\n', '!\n\nعنوان الخبر الأول\n\n');
    const only = ['--rule', 'headline-repeated'];
    const first = desk.write('a.txt', nearly).run('fix', ...only, 'a.txt');
    assert.equal(first.code, 1);
    assert.match(
      first.out,
      /\(fix with --review\)[^]*Nothing could be fixed without you\. Left: 1 problem \(1 warning\) in 1 article\.\n$/,
    );
    assert.equal(desk.read('a.txt'), nearly);
    assert.equal(desk.run('fix', ...only, '--review', 'a.txt').code, 0);
    assert.equal(desk.read('a.txt'), clean.replace('\n\n', '!\n\n'));
  });

  it('keeps the mode', () => {
    for (const mode of [0o600, 0o644, 0o755, 0o640, 0o666]) {
      chmodSync(desk.write('a.txt', dirty).path('a.txt'), mode);
      desk.run('fix', ...markerOnly, 'a.txt');
      assert.equal(desk.read('a.txt'), clean);
      assert.equal(statSync(desk.path('a.txt')).mode & 0o7777, mode);
    }
  });

  it('keeps line endings, byte order mark and encoding', () => {
    const wide = (text: string, swap: boolean): Buffer => {
      const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
      return swap ? bytes.swap16() : bytes;
    };
    const shapes: Record<string, (text: string) => Buffer> = {
      crlf: (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
      cr: (text) => Buffer.from(text.replaceAll('\n', '\r')),
      bom: (text) => Buffer.from(`\uFEFF${text}`),
      'bom and crlf': (text) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
      'UTF-16LE': (text) => wide(text, false),
      'UTF-16BE': (text) => wide(text.replaceAll('\n', '\r\n'), true),
      'no break at the end': (text) => Buffer.from(text.trimEnd()),
    };
    for (const [name, shape] of Object.entries(shapes)) desk.write(`${name}.txt`, shape(dirty));
    assert.equal(desk.run('fix', ...markerOnly, '.').code, 0);
    for (const [name, shape] of Object.entries(shapes))
      assert.deepEqual(desk.bytes(`${name}.txt`), shape(clean), name);
  });

  it('follows a link to the file and leaves the link', () => {
    desk.write('real/a.txt', dirty);
    symlinkSync('real/a.txt', desk.path('link.txt'));
    assert.equal(desk.run('fix', ...markerOnly, 'link.txt').code, 0);
    assert.ok(lstatSync(desk.path('link.txt')).isSymbolicLink());
    assert.equal(desk.read('real/a.txt'), clean);
  });

  it('leaves the other name of a file with two names as it was', () => {
    desk.write('a.txt', dirty);
    linkSync(desk.path('a.txt'), desk.path('copy.keep'));
    desk.run('fix', ...markerOnly, 'a.txt');
    assert.deepEqual([desk.read('a.txt'), desk.read('copy.keep')], [clean, dirty]);
  });

  it('hands the fixed standard input on, byte for byte, and reports beside it', () => {
    const input = Buffer.from(`\uFEFF${dirty.replaceAll('\n', '\r\n')}`, 'utf16le');
    const { code, bytes, err } = desk.runWith({ input }, 'fix', ...markerOnly, '-');
    assert.deepEqual([code, err], [0, 'Fixed 1 problem in 1 article. Nothing is left.\n']);
    assert.deepEqual(bytes, Buffer.from(`\uFEFF${clean.replaceAll('\n', '\r\n')}`, 'utf16le'));
    assert.deepEqual(desk.runWith({ input: clean }, 'fix', ...markerOnly, '-').out, clean);
  });

  it('refuses to mix the text of standard input with anything else', () => {
    desk.write('a.txt', dirty);
    for (const args of [
      ['-', 'a.txt'],
      ['--format', 'json', '-'],
      ['--diff', '--format', 'json', 'a.txt'],
    ]) {
      const { code, out, err } = desk.runWith({ input: dirty }, 'fix', ...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^error: /);
    }
    assert.equal(desk.read('a.txt'), dirty);
  });

  it('fixes everything though its reader goes away', async () => {
    const names = Array.from({ length: 40 }, (_, number) => `${String(number)}.txt`);
    for (const name of names) desk.write(name, `${dirty}${'.'.repeat(60_000)}\n\nالمصدر\n`);
    const fixing = spawn(process.execPath, [bundle, 'fix', '--rule', 'importer-marker', '.'], {
      cwd: desk.folder,
    });
    fixing.stdout.destroy();
    const [code] = (await once(fixing, 'exit')) as [number];
    assert.equal(code, 0);
    for (const name of names) assert.doesNotMatch(desk.read(name), /\[ad_1\]/);
  });
});

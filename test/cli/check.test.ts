import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { bundle, clean, Desk, dirty, markerOnly, objects } from './harness.ts';

describe('copydesk check', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  it('says so and ends with 0 where nothing is wrong', () => {
    const ended = desk
      .write('a.txt', clean)
      .write('b.txt', clean)
      .run('check', ...markerOnly, '.');
    assert.deepEqual([ended.code, ended.out, ended.err], [0, 'Nothing to mend in 2 articles.\n', '']);
  });

  it('tells place, message, rule and line, and ends with 1', () => {
    const { code, out, err } = desk.write('news/a.txt', dirty).run('check', ...markerOnly, 'news');
    assert.equal(code, 1);
    assert.equal(err, '');
    assert.match(
      out,
      /^news\/a\.txt\n {2}3:1 {2}warning {2}“\[ad_1\]” is .*residue\/importer-marker \(fix\)\n {4}⟦\[ad_1\]⟧\n/,
    );
    assert.match(out, /\n1 problem \(1 warning\) in 1 article\. “copydesk fix” mends 1 of them\.\n$/);
  });

  it('ends with 0 where it found hints only', () => {
    desk.write('a.txt', dirty).write('copydesk.json', '{ "rules": { "residue/importer-marker": "hint" } }');
    const { code, out } = desk.run('check', ...markerOnly, 'a.txt');
    assert.equal(code, 0);
    assert.match(out, /1 problem \(1 hint\)/);
  });

  it('judges a file that is named itself, and those of a folder only if they are articles', () => {
    desk
      .write('requirements.txt', 'requests==2.0\n\n[ad_1]\n')
      .write('list.txt', 'x=1\n'.repeat(30))
      .write('a.txt', clean);
    assert.equal(desk.run('check', ...markerOnly, '.').code, 0);
    const { code, out } = desk.run('check', ...markerOnly, 'requirements.txt');
    assert.equal(code, 1);
    assert.match(out, /^requirements\.txt\n/);
  });

  it('reads files, folders and globs, each article once, in order', () => {
    for (const name of [
      'b/2.txt',
      'b/10.txt',
      'a.txt',
      'b/c/3.txt',
      '.hidden/4.txt',
      'node_modules/5.txt',
      'b/6.md',
    ])
      desk.write(name, dirty);
    symlinkSync(desk.path('b'), desk.path('b/again'));
    const files = (...paths: string[]): unknown[] =>
      objects(desk.run('check', '--format', 'jsonl', ...markerOnly, ...paths).out).map(({ file }) => file);
    assert.deepEqual(files('.'), ['a.txt', 'b/10.txt', 'b/2.txt', 'b/c/3.txt']);
    assert.deepEqual(files('a.txt', '.', './b/2.txt'), ['a.txt', 'b/10.txt', 'b/2.txt', 'b/c/3.txt']);
    assert.deepEqual(files('b/*.txt'), ['b/10.txt', 'b/2.txt']);
    assert.deepEqual(files('b/**/[23].txt'), ['b/2.txt', 'b/c/3.txt']);
    assert.deepEqual(files('{a,b/c/3}.txt'), ['a.txt', 'b/c/3.txt']);
    assert.deepEqual(files(desk.path('a.txt')), [desk.path('a.txt')]);
  });

  it('takes a name that exists for itself, whatever it looks like', () => {
    desk.write('[ad_1].txt', dirty).write('a.txt', dirty);
    const [finding] = objects(desk.run('check', '--format', 'jsonl', ...markerOnly, '[ad_1].txt').out);
    assert.equal(finding?.['file'], '[ad_1].txt');
  });

  it('reads standard input, as the file it is said to be', () => {
    const read = (...args: string[]) =>
      objects(desk.runWith({ input: dirty }, 'check', '--format', 'jsonl', ...args).out);
    assert.equal(read(...markerOnly, '-')[0]?.['file'], '-');
    assert.equal(read(...markerOnly, '-', '--stdin-path', 'x/new.txt')[0]?.['file'], 'x/new.txt');
    desk.write('x/copydesk.json', '{ "rules": { "residue/importer-marker": "error" } }');
    const marker = read('-', '--stdin-path', 'x/new.txt').find(
      ({ rule }) => rule === 'residue/importer-marker',
    );
    assert.equal(marker?.['severity'], 'error');
  });

  it('runs the rules that are named only, also one that is turned off', () => {
    desk
      .write('copydesk.json', '{ "rules": { "residue/importer-marker": "off" } }')
      .write('a.txt', `${clean}\n[ad_1]\n\nالمصدر\n`);
    const rules = (...args: string[]): unknown[] =>
      objects(desk.run('check', '--format', 'jsonl', ...args, 'a.txt').out).map(({ rule }) => rule);
    assert.ok(!rules().includes('residue/importer-marker'));
    assert.deepEqual(rules('--rule', 'source-stub'), ['residue/source-stub']);
    assert.deepEqual(rules('--rule', 'source-stub', '--rule', 'residue/importer-marker'), [
      'residue/importer-marker',
      'residue/source-stub',
    ]);
  });

  it('never prints control characters or marks of direction that an article holds', () => {
    const evil = 'a\u001B[2J\u0007b\u202Ec\u2066d\u009Be\u200Ff\u2028g';
    desk.write('a.txt', `${clean}\n${evil}\n\n[ad_1]\u200F\n${evil}\r[ad_2]\r${evil}\n`);
    for (const format of ['text', 'json', 'jsonl']) {
      const { out, code } = desk.run('check', '--format', format, 'a.txt');
      assert.equal(code, 1);

      assert.doesNotMatch(
        out,
        /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/,
      );
    }
    for (const format of ['text', 'json', 'jsonl']) {
      assert.doesNotMatch(desk.run('quotes', '--format', format, 'a.txt').out, /[\u001B\u0007\u202E]/);
    }
  });

  it('shows a long line in part, without halving a character', () => {
    const long = '😀'.repeat(4_000);
    const { out } = desk.write('a.txt', `${clean}\n${long}\n\n[ad_1]\n`).run('check', 'a.txt');
    assert.ok(out.split('\n').every((line) => line.length < 1_000));
    assert.doesNotMatch(out, /[\uFFFD]/);
  });

  it('ends quietly when its reader has seen enough', async () => {
    desk.write('a.txt', `${clean}\n[ad_1]\n`.repeat(20_000));
    const child = spawn(process.execPath, [bundle, 'check', ...markerOnly, '--format', 'jsonl', 'a.txt'], {
      cwd: desk.folder,
    });
    let err = '';
    child.stderr.on('data', (part: Buffer) => {
      err += part.toString();
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = (await once(child, 'exit')) as [number];
    assert.deepEqual([code, err], [1, '']);
  });

  it('hands on all it has to say before it ends, also to a slow reader', async () => {
    desk.write('a.txt', `${clean}\n[ad_1]\n`.repeat(5_000));
    const child = spawn(process.execPath, [bundle, 'check', ...markerOnly, '--format', 'json', 'a.txt'], {
      cwd: desk.folder,
    });
    let err = '';
    child.stderr.on('data', (part: Buffer) => {
      err += part.toString();
    });
    const parts: Buffer[] = [];
    for await (const part of child.stdout) {
      parts.push(part as Buffer);
      if (parts.length % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.equal((JSON.parse(Buffer.concat(parts).toString()) as unknown[]).length, 5_000);
    assert.equal(err, '');
  });
});

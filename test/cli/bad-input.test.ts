import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, openSync, readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { bundle, Desk, dirty, markerOnly, objects } from './harness.ts';

describe('what is not there to read', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  it('tells of an empty file, for which there is nothing to do', () => {
    desk.write('empty.txt', '').write('marked.txt', '\uFEFF').write('blank.txt', '\n \n');
    for (const command of ['check', 'fix']) {
      const { code, err } = desk.run(command, 'empty.txt', 'marked.txt', 'blank.txt');
      assert.deepEqual(
        [code, err],
        [0, 'note: empty.txt: The file is empty, so there is nothing to judge.\n'],
      );
    }
    assert.equal(desk.bytes('empty.txt').length, 0);
    assert.equal(desk.bytes('marked.txt').length, 3);
  });

  it('tells of missing paths, of globs that name nothing and of folders without articles, and does the others', () => {
    desk
      .write('good.txt', dirty)
      .write('none/readme.md', '')
      .write('lists/requirements.txt', 'a==1\n')
      .write('lists/LICENSE.txt', 'MIT\n');
    const { code, err, out } = desk.run(
      'check',
      ...markerOnly,
      'missing.txt',
      'x/*.txt',
      'none',
      'lists',
      'good.txt',
    );
    assert.equal(code, 2);
    const told = err.trimEnd().split('\n');
    assert.equal(told.length, 4);
    assert.match(told[0] ?? '', /^error: missing\.txt: There is no such file or folder/);
    assert.match(told[1] ?? '', /^error: x\/\*\.txt: No text file matches/);
    assert.match(told[2] ?? '', /^error: none: There is no article in this folder/);
    assert.match(told[3] ?? '', /^error: lists: All 2 text files here are something else than an article/);
    assert.match(out, /^good\.txt\n/);
  });

  it('walks a folder with links in a circle once, and tells of links to nowhere', () => {
    desk.write('a/b/1.txt', dirty);
    symlinkSync('..', desk.path('a/b/up'));
    symlinkSync('.', desk.path('a/here'));
    symlinkSync('loop', desk.path('a/loop'));
    assert.equal(objects(desk.run('check', '--format', 'jsonl', ...markerOnly, 'a').out).length, 1);
    symlinkSync('gone.txt', desk.path('a/link.txt'));
    symlinkSync('circle.txt', desk.path('a/circle.txt'));
    const { code, err, out } = desk.run('check', ...markerOnly, 'a', 'a/loop');
    assert.equal(code, 2);
    assert.match(err, /error: a\/link\.txt: It is a link to something that is not there any more/);
    assert.match(err, /error: a\/circle\.txt: It is a link that leads back to itself/);
    assert.match(err, /error: a\/loop: It is a link that leads back to itself/);
    assert.match(out, /^a\/b\/1\.txt\n/);
  });

  it('tells of what it may not read, and does the others', () => {
    desk.write('a.txt', dirty).write('in/b.txt', dirty).write('shut/c.txt', dirty);
    chmodSync(desk.path('a.txt'), 0o000);
    chmodSync(desk.path('shut'), 0o000);
    const { code, err, out } = desk.runWith({ powerless: true }, 'check', ...markerOnly, '.', 'a.txt');
    chmodSync(desk.path('shut'), 0o755);
    assert.equal(code, 2);
    assert.match(err, /error: a\.txt: You have no permission to open it/);
    assert.match(err, /error: shut: You have no permission/);
    assert.match(out, /^in\/b\.txt\n/);
  });

  it('writes neither to a file nor in a folder that is protected', () => {
    desk.write('a.txt', dirty).write('in/b.txt', dirty);
    chmodSync(desk.path('a.txt'), 0o444);
    chmodSync(desk.path('in'), 0o555);
    const { code, err } = desk.runWith({ powerless: true }, 'fix', ...markerOnly, 'a.txt', 'in');
    chmodSync(desk.path('in'), 0o755);
    assert.equal(code, 2);
    assert.match(
      err,
      /error: a\.txt: It could not be written and was left as it was\. It is write-protected/,
    );
    assert.match(err, /error: in\/b\.txt: .* You have no permission/);
    assert.deepEqual([desk.read('a.txt'), desk.read('in/b.txt')], [dirty, dirty]);
    assert.deepEqual(readdirSync(desk.path('in')), ['b.txt']);
  });

  it('does not wait for a pipe in a folder, nor read one that is named', (test) => {
    if (spawnSync('mkfifo', [desk.path('pipe.txt')]).status !== 0) {
      test.skip();
      return;
    }
    desk.write('a.txt', dirty);
    const { code, err } = desk.run('check', ...markerOnly, '.', 'pipe.txt');
    assert.equal(code, 2);
    assert.equal(
      err,
      'error: pipe.txt: It is neither a file nor a folder. To read what another program prints, give “-”.\n',
    );
  });

  it('tells of a file that changes while it is read', async () => {
    desk.write('a.txt', '');
    truncateSync(desk.path('a.txt'), 200_000_000);
    const busy =
      "const fs = require('fs'); const f = fs.openSync('a.txt', 'a'); console.log(1); for (;;) fs.writeSync(f, 'x');";
    const writer = spawn(process.execPath, ['-e', busy], { cwd: desk.folder });
    await once(writer.stdout, 'data');
    const { code, err } = desk.run('check', 'a.txt');
    writer.kill('SIGKILL');
    assert.equal(code, 2);
    assert.match(err, /^error: a\.txt: It changed while it was read/);
  });

  it('reads one line of 5 MB', () => {
    const sentence = 'وصل الوفد إلى المدينة صباح اليوم، وقال المدير: “سنعمل معا”. ';
    const long = sentence.repeat(Math.ceil(5_000_000 / Buffer.byteLength(sentence)));
    desk.write('a.txt', `${long}\n\n[ad_1]\n`);
    const { code, out } = desk.run('check', '--format', 'jsonl', ...markerOnly, 'a.txt');
    assert.equal(code, 1);
    assert.equal(objects(out).length, 1);
    assert.equal(desk.run('fix', ...markerOnly, 'a.txt').code, 0);
    assert.equal(desk.read('a.txt').trimEnd(), long.trimEnd());
  });

  it('does not trip over names that nobody would give', () => {
    for (const name of [
      'a b.txt',
      '-.txt',
      'new\nline.txt',
      '\u001B[31m.txt',
      'خبر “1”.txt',
      `${'x'.repeat(251)}.txt`,
    ])
      desk.write(name, dirty);
    const { code, out, err } = desk.run('check', ...markerOnly, '.');
    assert.deepEqual([code, err], [1, '']);
    assert.match(out, /new‹U\+000A›line\.txt/);
    assert.match(out, /‹U\+001B›\[31m\.txt/);
    assert.equal(desk.run('fix', ...markerOnly, '.').code, 0);
  });

  it('tells where its own words could not be written', (test) => {
    if (process.platform !== 'linux') {
      test.skip();
      return;
    }
    desk.write('a.txt', dirty);
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [bundle, 'check', ...markerOnly, 'a.txt'], {
      cwd: desk.folder,
      stdio: ['ignore', full, 'pipe'],
      // Build servers set this, and libraries take it for a wish for colour: it is none.
      env: { PATH: process.env['PATH'], COPYDESK_CACHE: desk.cache, CI: 'true' },
    });
    closeSync(full);
    assert.equal(status, 2);
    assert.equal(
      stderr.toString(),
      'error: The output could not be written. The disk is full. Make room and run again.\n',
    );
  });
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { bundle, clean, Desk, dirty, markerOnly } from './harness.ts';

describe('copydesk undo', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk().write('copydesk.json', '{}');
  });
  afterEach(() => {
    desk.remove();
  });

  const fix = (...paths: string[]) => desk.run('fix', ...markerOnly, ...paths);

  it('gives every file the bytes it had, run by run', () => {
    const wide = Buffer.from(`\uFEFF${dirty.replaceAll('\n', '\r\n')}`, 'utf16le');
    desk.write('a.txt', dirty).write('in/b.txt', `\uFEFF${dirty}`).write('c.txt', wide);
    const before = ['a.txt', 'in/b.txt', 'c.txt'].map((name) => desk.bytes(name));
    assert.equal(fix('.').code, 0);
    const between = desk.bytes('a.txt');
    desk.write('a.txt', `${clean}\n[ad_2]\n`);
    const later = desk.bytes('a.txt');
    assert.equal(fix('.').code, 0);
    assert.equal(desk.run('undo', '--list').out.split('\n').length, 3);
    assert.match(desk.run('undo', 'in').out, /^Restored 1 file of the run of \d{4}-\d\d-\d\d /);
    assert.deepEqual(desk.bytes('a.txt'), later);
    desk.write('a.txt', between);
    assert.match(desk.run('undo').out, /^Restored 3 files /);
    assert.deepEqual(
      ['a.txt', 'in/b.txt', 'c.txt'].map((name) => desk.bytes(name)),
      before,
    );
    const { code, err } = desk.run('undo');
    assert.equal(code, 2);
    assert.match(err, /No run of “copydesk fix” is recorded here[^]*copydesk undo FOLDER/);
  });

  it('takes nothing back where the folder that it is told of is not there', () => {
    desk.write('a.txt', dirty);
    fix('.');
    const { code, out, err } = desk.run('undo', 'nowhere');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^error: nowhere: There is no such file or folder\./);
    assert.equal(desk.read('a.txt'), clean);
  });

  it('leaves alone what was changed since, names it, and can be used again', () => {
    desk.write('a.txt', dirty).write('b.txt', dirty).write('c.txt', dirty);
    fix('.');
    desk.write('b.txt', 'changed by hand');
    const { code, err } = desk.run('undo');
    assert.equal(code, 2);
    assert.match(err, /^error: b\.txt: It was changed after the run, so it was left as it is\.\n$/);
    assert.deepEqual(
      [desk.read('a.txt'), desk.read('b.txt'), desk.read('c.txt')],
      [dirty, 'changed by hand', dirty],
    );
    desk.write('b.txt', clean);
    assert.equal(desk.run('undo').code, 0);
    assert.equal(desk.read('b.txt'), dirty);
  });

  it('has nothing to take back from a run that changed nothing', () => {
    desk.write('a.txt', clean);
    fix('.');
    desk.run('fix', '--diff', '.');
    assert.equal(existsSync(desk.path('.copydesk')), false);
  });

  it('keeps the journal out of the repository and from other people', () => {
    desk.write('a.txt', dirty);
    fix('.');
    assert.equal(desk.read('.copydesk/journal/.gitignore'), '*\n');
  });

  it('is possible or nothing is changed: a journal that can’t be written stops the fix', () => {
    desk.write('a.txt', dirty).write('.copydesk/journal', 'no folder');
    const { code, err } = fix('.');
    assert.equal(code, 2);
    assert.match(err, /error: a\.txt: It could not be written and was left as it was\./);
    assert.equal(desk.read('a.txt'), dirty);
  });

  it('is possible or nothing is changed: also where the disk is full or may not be written', (test) => {
    if (process.platform === 'win32') {
      test.skip();
      return;
    }
    desk.write('a.txt', dirty);
    chmodSync(desk.folder, 0o555);
    const { code } = desk.runWith({ powerless: true }, 'fix', ...markerOnly, 'a.txt');
    chmodSync(desk.folder, 0o755);
    assert.equal(code, 2);
    assert.equal(desk.read('a.txt'), dirty);
    assert.deepEqual(readdirSync(desk.folder).sort(), ['a.txt', 'copydesk.json']);
  });

  it('passes over an entry that a full disk cut off, whose file was not changed', () => {
    desk.write('a.txt', dirty).write('b.txt', dirty);
    fix('.');
    const [journal = ''] = readdirSync(desk.path('.copydesk/journal')).filter((name) =>
      name.endsWith('.jsonl'),
    );
    const path = `.copydesk/journal/${journal}`;
    const [first = '', ...rest] = desk.read(path).split('\n');
    desk.write(path, [first.slice(0, 40), first, ...rest].join('\n'));
    assert.equal(desk.run('undo').code, 0);
    assert.deepEqual([desk.read('a.txt'), desk.read('b.txt')], [dirty, dirty]);
  });

  it('brings everything back from a run that was killed at any moment, a hundred times', async () => {
    const names = Array.from({ length: 24 }, (_, number) => `${String(number)}.txt`);
    const contents = names.map((_, number) => dirty.repeat(number + 1));
    const reset = (): void => {
      names.forEach((name, place) => {
        writeFileSync(desk.path(name), contents[place] ?? '');
      });
    };
    const run = (): { child: ReturnType<typeof spawn>; ended: Promise<unknown> } => {
      const child = spawn(process.execPath, [bundle, 'fix', '--no-cache', ...markerOnly, '.'], {
        cwd: desk.folder,
        stdio: 'ignore',
        env: { PATH: process.env['PATH'], COPYDESK_CACHE: desk.cache },
      });
      return { child, ended: once(child, 'exit') };
    };
    reset();
    const changedFiles = (): number =>
      names.filter((name, place) => desk.read(name) !== contents[place]).length;
    let midway = 0;
    for (let round = 0; round < 100; round++) {
      const { child, ended } = run();
      // Killed once so many files are changed, and a little later: how fast the machine is decides nothing.
      while (child.exitCode === null && changedFiles() < round % names.length) await setTimeout(1);
      await setTimeout(round % 4);
      child.kill('SIGKILL');
      await ended;
      const changed = changedFiles();
      if (changed > 0 && changed < names.length) midway++;
      if (changed > 0) assert.equal(desk.run('undo').code, 0, `round ${String(round)}`);
      names.forEach((name, place) => {
        assert.equal(desk.read(name), contents[place], `${name} in round ${String(round)}`);
      });
    }
    assert.ok(midway > 0, 'No run was killed while it wrote.');
  });
});

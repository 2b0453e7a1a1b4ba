import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, symlinkSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { replaceContent } from '../../server/cli/write.ts';
import { bundle, clean, Desk, dirty, markerOnly } from './harness.ts';

const files = Array.from({ length: 60 }, (_, number) => `${String(number)}.txt`);
const old = dirty.repeat(40);

describe('a file is old or new, never half', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  const start = (...paths: string[]) =>
    spawn(process.execPath, [bundle, 'fix', ...markerOnly, ...paths], { cwd: desk.folder, stdio: 'ignore' });

  it('when the program is killed at any moment', async () => {
    const states = new Set<string>();
    for (let round = 0; round < 12; round++) {
      for (const name of files) desk.write(name, old);
      const child = start('.');
      const ended = once(child, 'exit');
      // Killed once so many files are written, and a little later: how fast the machine is decides nothing.
      const written = (): number => files.filter((name) => desk.read(name) !== old).length;
      while (child.exitCode === null && written() < round * 4) await setTimeout(1);
      await setTimeout(round % 3);
      child.kill('SIGKILL');
      await ended;
      for (const name of files) {
        const text = desk.read(name);
        assert.ok(text === old || !text.includes('[ad_1]'), `${name} is neither old nor new.`);
        if (text !== old) assert.equal(text, clean.repeat(40));
        states.add(text === old ? 'old' : 'new');
      }
    }
    // What a killed run left beside is no article, and the next run is not disturbed by it.
    assert.equal(desk.run('fix', ...markerOnly, '.').code, 0);
    assert.deepEqual([...states].sort(), ['new', 'old']);
  });

  it('when it is asked to stop: it ends after the file in work and leaves nothing beside', async () => {
    const many = Array.from({ length: 3_000 }, (_, number) => `${String(number)}.txt`);
    for (const name of many) desk.write(name, old);
    const child = start('.');
    const ended = once(child, 'exit');
    // Once it has begun to write.
    while (desk.read('0.txt') === old) await setTimeout(5);
    child.kill('SIGINT');
    const [code] = (await ended) as [number];
    assert.equal(code, 130);
    assert.deepEqual(
      readdirSync(desk.folder).filter((name) => name.startsWith('.copydesk-')),
      [],
    );
    const left = many.filter((name) => desk.read(name) === old).length;
    assert.ok(left > 0 && left < many.length, `${String(left)} of ${String(many.length)} were left.`);
  });

  it('when somebody else changed it after it was read', () => {
    desk.write('a.txt', 'changed meanwhile');
    assert.throws(() => {
      replaceContent(desk.path('a.txt'), Buffer.from('as read'), Buffer.from('new'));
    }, /changed after it was read/);
    assert.equal(desk.read('a.txt'), 'changed meanwhile');
    assert.deepEqual(readdirSync(desk.folder), ['a.txt']);
  });

  it('when two runs fix the same folder', async () => {
    for (const name of files) desk.write(name, old);
    const runs = [start('.'), start('.')];
    const codes = await Promise.all(runs.map(async (child) => ((await once(child, 'exit')) as [number])[0]));
    for (const code of codes) assert.ok(code === 0 || code === 2, String(code));
    for (const name of files) assert.equal(desk.read(name), clean.repeat(40));
  });

  it('when the file is gone, or its folder', () => {
    assert.throws(
      () => {
        replaceContent(desk.path('a.txt'), Buffer.from(''), Buffer.from('new'));
      },
      { code: 'ENOENT' },
    );
    symlinkSync('nowhere', desk.path('link.txt'));
    assert.throws(
      () => {
        replaceContent(desk.path('link.txt'), Buffer.from(''), Buffer.from('new'));
      },
      { code: 'ENOENT' },
    );
    assert.deepEqual(readdirSync(desk.folder), ['link.txt']);
  });

  it('when there is no room for the new content', async (test) => {
    if (process.platform === 'win32') {
      test.skip();
      return;
    }
    desk.write('a.txt', old);
    // The shell's limit of a file's size is the full disk that needs no administrator.
    const limited = spawn(
      'sh',
      ['-c', 'ulimit -f 4; exec "$0" "$@"', process.execPath, bundle, 'fix', ...markerOnly, 'a.txt'],
      {
        cwd: desk.folder,
        stdio: 'ignore',
      },
    );
    const [code] = (await once(limited, 'exit')) as [number | null];
    assert.notEqual(code, 0);
    assert.equal(desk.read('a.txt'), old);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Desk, dirty, markerOnly } from './harness.ts';

describe('what was compiled for earlier runs', () => {
  let desk: Desk;
  const remembered = (): string[] => {
    const folder = join(desk.cache, 'code');
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'swept') : [];
    return names.map((name) => join(folder, name));
  };
  const check = (): string => desk.run('check', '--no-cache', ...markerOnly, 'a.txt').out;
  beforeEach(() => {
    desk = new Desk().write('a.txt', dirty);
  });
  afterEach(() => {
    desk.remove();
  });

  it('is one file, which grows with what runs do and then stays as it is', () => {
    desk.run('rules');
    const [file = '', ...others] = remembered();
    assert.deepEqual(others, []);
    const first = readFileSync(file);
    desk.run('rules');
    assert.deepEqual(readFileSync(file), first);
    check();
    const judged = readFileSync(file);
    assert.ok(judged.length > first.length);
    check();
    desk.run('rules');
    assert.deepEqual(readFileSync(file), judged);
    assert.deepEqual(remembered(), [file]);
  });

  it('may be damaged, and is made anew', () => {
    const first = check();
    const [file = ''] = remembered();
    const good = readFileSync(file);
    for (const damage of [
      (bytes: Buffer) => bytes.fill(0x55, bytes.length >> 1, (bytes.length >> 1) + 64),
      (bytes: Buffer) => bytes.subarray(0, bytes.length - 1_000),
      () => Buffer.alloc(0),
      () => Buffer.from('{}\n'),
    ]) {
      writeFileSync(file, damage(Buffer.from(good)));
      assert.equal(check(), first);
      assert.notEqual(readFileSync(file).length, 0);
      assert.equal(check(), first);
    }
  });

  it('is not needed', () => {
    const env = { COPYDESK_CACHE: '/dev/null/x' };
    const { out, err } = desk.runWith({ env }, 'check', ...markerOnly, 'a.txt');
    assert.equal(out, check());
    assert.equal(err, '');
  });
});

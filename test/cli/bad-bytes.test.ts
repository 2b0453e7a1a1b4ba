import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { clean, Desk, dirty, markerOnly } from './harness.ts';

describe('bytes that can’t be read', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  const arabic = Buffer.from(dirty);
  const utf16 = Buffer.from(dirty, 'utf16le');
  const bad: Record<string, { readonly bytes: Buffer; readonly says: RegExp }> = {
    'a byte that is not UTF-8': {
      bytes: Buffer.concat([arabic, Buffer.from([0xff]), arabic]),
      says: new RegExp(`Byte ${String(arabic.length)} \\(line 8\\) is not valid UTF-8`),
    },
    'a character cut off at the end': {
      bytes: arabic.subarray(0, Buffer.from('عنوان الخ').length - 1),
      says: /Byte 15 \(line 1\) is not valid UTF-8/,
    },
    'Windows-1256': { bytes: Buffer.from([0xe3, 0xd1, 0xcd, 0xc8, 0xc7, 0x0a]), says: /is not valid UTF-8/ },
    'a surrogate spelled in UTF-8': {
      bytes: Buffer.from([0x61, 0xed, 0xa0, 0x80]),
      says: /Byte 1 \(line 1\) is not valid UTF-8/,
    },
    NUL: { bytes: Buffer.from(`${dirty}\0${dirty}`), says: /\(line 8\) is NUL/ },
    'UTF-16LE without a mark': {
      bytes: utf16,
      says: /looks like UTF-16 \(little-endian\) without a byte order mark/,
    },
    'UTF-16BE without a mark': {
      bytes: Buffer.from(utf16).swap16(),
      says: /looks like UTF-16 \(big-endian\) without a byte order mark/,
    },
    'UTF-16 cut in the middle of a unit': {
      bytes: Buffer.from([0xff, 0xfe, 0x27, 0x06, 0x28]),
      says: /Byte 4 \(line 1\) is not valid UTF-16/,
    },
    'UTF-16 with half a pair': {
      bytes: Buffer.from('\uFEFFab\n\uD83Dcd', 'utf16le'),
      says: /Byte 8 \(line 2\) is not valid UTF-16/,
    },
    'UTF-32': { bytes: Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), says: /looks like UTF-32/ },
  };

  for (const [name, { bytes, says }] of Object.entries(bad)) {
    it(`${name}: told with the file’s name, nothing written, the others done`, () => {
      desk.write('articles/bad.txt', bytes).write('articles/good.txt', dirty);
      for (const command of ['check', 'quotes', 'fix']) {
        const { code, err } = desk.run(command, 'articles');
        assert.equal(code, 2);
        assert.match(err, /^error: articles\/bad\.txt: /);
        assert.match(err, says);
      }
      assert.equal(desk.run('fix', '--diff', ...markerOnly, 'articles/bad.txt').code, 2);
      assert.deepEqual(desk.bytes('articles/bad.txt'), bytes);
      assert.equal(desk.read('articles/good.txt'), clean);
    });

    it(`${name}, on standard input: told, nothing handed on`, () => {
      const { code, out, err } = desk.runWith({ input: bytes }, 'fix', '-', '--stdin-path', 'new.txt');
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^error: new\.txt: /);
      assert.match(err, says);
    });
  }
});

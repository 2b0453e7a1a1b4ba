import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { encode } from '../../server/formats/decode.ts';
import { clean, Desk, dirty, markerOnly, objects } from './harness.ts';

const french = (marker: string): string =>
  `Le port rouvre\r\n\r\n${marker}« C’est fait – enfin ! » déclare la maire, à 8 h œuvre achevée, 5 €.\r\n`;

describe('files in an encoding that somebody declares', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  const bytesOf = (text: string, encoding: string): Uint8Array => encode({ text, encoding, mark: false });

  for (const [encoding, before, after] of [
    ['windows-1256', dirty, clean],
    ['iso-8859-6', dirty, clean],
    ['windows-1252', french('[ad_1]\r\n\r\n'), french('')],
    ['utf-16le', dirty, clean],
    ['utf-16be', dirty, clean],
  ] as const) {
    it(`${encoding}: reads, fixes and takes back byte for byte`, () => {
      const bytes = Buffer.from(bytesOf(before, encoding));
      desk.write('a.txt', bytes);
      const args = ['--encoding', encoding, ...markerOnly, 'a.txt'];
      const [finding] = objects(desk.run('check', '--format', 'jsonl', ...args).out);
      assert.equal(finding?.['start'], before.indexOf('[ad_1]'));
      assert.equal(desk.run('fix', ...args).code, 0);
      assert.deepEqual(desk.bytes('a.txt'), Buffer.from(bytesOf(after, encoding)));
      assert.equal(desk.run('undo').code, 0);
      assert.deepEqual(desk.bytes('a.txt'), bytes);
      const filtered = desk.runWith({ input: bytes }, 'fix', '--encoding', encoding, ...markerOnly, '-');
      assert.deepEqual(filtered.bytes, Buffer.from(bytesOf(after, encoding)));
    });
  }

  it('is declared in the configuration, for some files by their names; a mark goes before it', () => {
    desk
      .write(
        'copydesk.json',
        '{ "encoding": "windows-1256", "overrides": [{ "files": ["new/"], "encoding": "utf-8" }] }',
      )
      .write('old/a.txt', bytesOf(dirty, 'windows-1256'))
      .write('old/marked.txt', `\uFEFF${dirty}`)
      .write('new/b.txt', dirty);
    const { code, err } = desk.run('fix', ...markerOnly, '.');
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.deepEqual(desk.bytes('old/a.txt'), Buffer.from(bytesOf(clean, 'windows-1256')));
    assert.equal(desk.read('old/marked.txt'), `\uFEFF${clean}`);
    assert.equal(desk.read('new/b.txt'), clean);
  });

  it('is never guessed: undeclared, the file is named and left alone', () => {
    const bytes = Buffer.from(bytesOf(dirty, 'windows-1256'));
    desk.write('a.txt', bytes);
    const { code, err } = desk.run('fix', ...markerOnly, 'a.txt');
    assert.equal(code, 2);
    assert.match(err, /a\.txt: Byte \d+ \(line 1\) is not valid UTF-8.*declare that encoding/);
    assert.deepEqual(desk.bytes('a.txt'), bytes);
  });

  it('says which byte it can’t read', () => {
    desk.write('a.txt', Buffer.from([0x61, 0x0a, 0x62, 0xa1, 0x63]));
    const { code, err } = desk.run('check', '--encoding', 'iso-8859-6', 'a.txt');
    assert.equal(code, 2);
    assert.match(err, /a\.txt: Byte 3 \(line 2\) stands for no character in iso-8859-6/);
  });

  it('writes nothing where it can’t hold a fix, and says which character and what to do', () => {
    // Arabic in UTF-8 that was read as Western: what it stands for has no place in a Western file.
    const utf8 = Buffer.from('افتتحت المدينة الميناء');
    const bytes = Buffer.concat([Buffer.from(`Le port rouvre\n\n[ad_1]\n\n`), utf8, Buffer.from('\n')]);
    desk.write('a.txt', bytes).write('b.txt', bytesOf(french('[ad_1]\r\n\r\n'), 'windows-1252'));
    const rules = ['--rule', 'text/encoding', ...markerOnly];
    const { code, err } = desk.run('fix', '--review', '--encoding', 'cp1252', ...rules, 'a.txt', 'b.txt');
    assert.equal(code, 2);
    assert.match(
      err,
      /^error: a\.txt: “ا” \(U\+0627\) can’t be written in windows-1252, so the file was left as it is\. .*\n$/,
    );
    assert.deepEqual(desk.bytes('a.txt'), bytes);
    assert.deepEqual(desk.bytes('b.txt'), Buffer.from(bytesOf(french(''), 'windows-1252')));
    assert.equal(desk.run('fix', '--encoding', 'cp1252', ...rules, 'a.txt').code, 1);
    assert.ok(!desk.bytes('a.txt').includes('[ad_1]'));
  });

  it('knows encodings by the names that people use, and says what is near to others', () => {
    desk.write('a.txt', bytesOf(dirty, 'windows-1256'));
    for (const name of ['CP1256', 'Windows-1256', 'win1256'])
      assert.equal(desk.run('check', '--encoding', name, ...markerOnly, 'a.txt').code, 1, name);
    for (const name of ['latin1', 'ISO_8859-1', 'cp1252'])
      assert.equal(desk.run('check', '--encoding', name, ...markerOnly, 'a.txt').code, 1, name);
    const { code, err } = desk.run('check', '--encoding', 'windows-1259', 'a.txt');
    assert.equal(code, 2);
    assert.match(err, /There is no encoding “windows-1259”\. Did you mean “windows-125\d”\?/);
    desk.write('copydesk.json', '{ "encoding": "windows-1259" }');
    assert.match(desk.run('check', 'a.txt').err, /copydesk\.json:1:\d+: .*windows-1259/);
  });

  it('holds for records as well', () => {
    const line = (text: string): string => `${JSON.stringify({ title: 'عنوان', text })}\n`;
    const all = (text: string): string => line(text).repeat(3);
    desk.write('a.jsonl', bytesOf(all(dirty), 'windows-1256'));
    assert.equal(desk.run('fix', '--encoding', 'windows-1256', ...markerOnly, 'a.jsonl').code, 0);
    assert.deepEqual(desk.bytes('a.jsonl'), Buffer.from(bytesOf(all(clean), 'windows-1256')));
  });
});

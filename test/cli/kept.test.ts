import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { clean, Desk, dirty, markerOnly, objects } from './harness.ts';

const kept = '.copydesk/kept.jsonl';

describe('exceptions', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk().write('copydesk.json', '{}');
  });
  afterEach(() => {
    desk.remove();
  });

  const found = (...args: string[]): unknown[] =>
    objects(desk.run('check', '--format', 'jsonl', ...markerOnly, ...args).out).map(({ file }) => file);

  it('keep one finding, with why and who, and no other', () => {
    desk.write('in/a.txt', `${dirty}\n[ad_2]\n`);
    const { code, out } = desk.run('keep', 'in/a.txt:3', '--why', 'as printed', '--who', 'Sub');
    assert.equal(code, 0);
    assert.match(out, /^Kept in\/a\.txt:3:1 {2}residue\/importer-marker {2}“\[ad_1\]”/);
    const [entry] = objects(desk.read(kept));
    assert.deepEqual(
      { ...entry, mark: '' },
      {
        mark: '',
        rule: 'residue/importer-marker',
        passage: '[ad_1]',
        file: 'in/a.txt',
        who: 'Sub',
        why: 'as printed',
      },
    );
    assert.deepEqual(found('.'), ['in/a.txt']);
    assert.equal(desk.run('fix', ...markerOnly, '.').code, 0);
    assert.match(desk.read('in/a.txt'), /\[ad_1\]/);
    assert.doesNotMatch(desk.read('in/a.txt'), /\[ad_2\]/);
    assert.equal(desk.run('keep', 'in/a.txt:3').code, 2);
    assert.match(desk.run('keep', 'in/a.txt:1').err, /Nothing is found there/);
  });

  it('move with their passage, to another place and another file, and lapse when it changes', () => {
    desk.write('a.txt', dirty);
    assert.equal(desk.run('keep', '--rule', 'importer-marker', 'a.txt').code, 0);
    assert.deepEqual(found('.'), []);
    desk.write('a.txt', clean).write('b/c.txt', `سطر جديد\n\n${dirty}`);
    assert.deepEqual(found('.'), []);
    desk.write('b/c.txt', dirty.replace('وصل الوفد', 'رحل الوفد'));
    assert.deepEqual(found('.'), ['b/c.txt']);
  });

  it('are asked for by a line or a rule, and the other places are kept all the same', () => {
    desk.write('a.txt', dirty);
    const { code, out, err } = desk.run('keep', 'a.txt', 'a.txt:3');
    assert.equal(code, 2);
    assert.match(err, /^error: a\.txt: Say which finding is meant: “a\.txt:LINE”, or “--rule ID”\./);
    assert.match(out, /^Kept a\.txt:3:1 /);
  });

  it('that keep nothing any more are told, and deleted when that is asked', () => {
    desk.write('a.txt', dirty).write('b.txt', dirty.replace('[ad_1]', '[ad_7]'));
    assert.match(desk.run('baseline', ...markerOnly, '.').out, /^Kept 2 problems in \.copydesk/);
    desk.write('a.txt', clean);
    const { err, code } = desk.run('check', 'a.txt', 'b.txt');
    assert.equal(code, 0);
    assert.match(
      err,
      /^note: \.copydesk\/kept\.jsonl:1: An exception keeps nothing any more \(residue\/importer-marker in a\.txt\)/,
    );
    // What was not read is not judged.
    assert.equal(desk.run('check', 'b.txt').err, '');
    assert.match(desk.run('keep', '--tidy', '.').out, /^Deleted 1 exception /);
    assert.equal(objects(desk.read(kept)).length, 1);
    assert.equal(desk.run('check', '.').err, '');
  });

  it('of a baseline hold for all that stood, and are written anew without those of people', () => {
    desk.write('a.txt', `${dirty}\n[ad_2]\n`).write('b.txt', dirty);
    desk.run('keep', 'b.txt:3', '--why', 'so');
    assert.equal(desk.run('baseline', '.').code, 0);
    assert.equal(desk.run('check', '.').code, 0);
    const before = desk.read(kept);
    assert.equal(desk.run('baseline', '.').code, 0);
    assert.equal(desk.read(kept), before);
    assert.equal(objects(before).filter(({ why }) => why === 'so').length, 1);
    desk.write('c.txt', dirty.replace('[ad_1]', '[ad_9]'));
    assert.deepEqual(found('.'), ['c.txt']);
  });

  it('with a line that is none: told with its place, the others hold', () => {
    desk.write('a.txt', dirty);
    desk.run('baseline', '.');
    desk.write(kept, `nonsense\n\n${desk.read(kept)}`);
    const { code, err } = desk.run('check', ...markerOnly, '.');
    assert.equal(code, 2);
    assert.match(err, /^error: \.copydesk\/kept\.jsonl:1: This line is no exception/);
    assert.deepEqual(found('.'), []);
  });

  it('hold in a file that an editor put a byte order mark before, and lose no line of it', () => {
    desk.write('a.txt', dirty).write('b.txt', dirty.replace('الأول', 'الثاني'));
    desk.run('baseline', '.');
    desk.write(kept, `\uFEFF${desk.read(kept).replaceAll('\n', '\r\n')}`);
    assert.deepEqual(found('.'), []);
    assert.equal(desk.run('check', '.').err, '');
    desk.run('baseline', 'a.txt');
    assert.equal(objects(desk.read(kept)).length, 2);
  });

  it('go to a line of their own where the last one of the file was left without a line break', () => {
    desk.write('a.txt', dirty).write('b.txt', dirty.replace('الأول', 'الثاني'));
    desk.run('keep', 'b.txt:3');
    desk.write(kept, desk.read(kept).trimEnd());
    desk.write('a.txt', dirty.replace('[ad_1]', '[ad_2]'));
    assert.match(desk.run('keep', 'a.txt:3').out, /^Kept/);
    assert.equal(objects(desk.read(kept)).length, 2);
    assert.deepEqual(found('.'), []);
  });

  it('hold in a thread as in the program itself, and for a hundred thousand of them', () => {
    for (let number = 0; number < 120; number++)
      desk.write(`${String(number)}.txt`, dirty.replace('الأول', `رقم ${String(number)}`));
    const line = (number: number) =>
      `{"mark":"x${number.toString(36)}","rule":"quotes/turned","passage":"»"}\n`;
    desk.run('baseline', '.');
    desk.write(kept, desk.read(kept) + Array.from({ length: 100_000 }, (_, number) => line(number)).join(''));
    assert.deepEqual(found('.'), []);
    desk.write('7.txt', dirty.replace('وصل', 'رحل'));
    assert.deepEqual(found('.'), ['7.txt']);
  });
});

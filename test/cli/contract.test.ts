import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Validator, type Schema } from '@cfworker/json-schema';
import { Desk, objects } from './harness.ts';

const schema = JSON.parse(readFileSync(new URL('contract.schema.json', import.meta.url), 'utf8')) as Schema;

function conforms(object: unknown, kind: 'finding' | 'quotation'): void {
  const { errors } = new Validator({ ...schema, $ref: `#/$defs/${kind}` }, '2020-12').validate(object);
  assert.deepEqual(errors, [], JSON.stringify(object));
}

/** Everything that could put an offset off: a byte order mark, CRLF, CR, characters of two units. */
const text =
  'عنوان 😀 الخبر\r\n\r\nعنوان، 😀 الخبر\r\n\r\n[ad_1]\r\n' +
  'قال المدير: “سنعمل معا 😀 حتى نهاية العام، ولن نتوقف قبل ذلك”.\r' +
  '“ستبدأ المرحلة الثانية في الشهر القادم كما وعدنا الجميع.\r\n\r\n“سنعلن التفاصيل لاحقا في بيان مستقل‘.\r\n\r\n[ad_2]\r\n\r\nالمصدر';

/** The lines that an editor shows: ended by LF, CRLF or CR. */
const lines = text.split(/\r\n|\r|\n/);

describe('the contract for programs', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk().write('a/خبر 1.txt', `\uFEFF${text}`);
  });
  afterEach(() => {
    desk.remove();
  });

  it('holds for every finding, and offsets are those of the decoded text without its mark', () => {
    const found = objects(desk.run('check', '--format', 'jsonl', 'a').out);
    assert.ok(found.length >= 3);
    for (const finding of found) {
      conforms(finding, 'finding');
      assert.equal(finding['file'], 'a/خبر 1.txt');
      const [start, end] = [Number(finding['start']), Number(finding['end'])];
      assert.ok(start <= end && end <= text.length);
      const line = lines[Number(finding['line']) - 1] ?? '';
      const first = text.slice(start, end).split(/\r\n|\r|\n/)[0] ?? '';
      assert.equal(line.slice(Number(finding['column']) - 1).slice(0, first.length), first);
    }
    const marker = found.find(({ rule }) => rule === 'residue/importer-marker');
    assert.equal(text.slice(Number(marker?.['start']), Number(marker?.['end'])), '[ad_1]');
    assert.deepEqual([marker?.['line'], marker?.['column']], [5, 1]);
  });

  it('prefers a first fix that nobody has to choose', () => {
    const found = objects(desk.run('check', '--format', 'jsonl', 'a').out);
    for (const { fixes } of found) {
      (fixes as { preferred: boolean; safety: string }[]).forEach(({ preferred, safety }, place) => {
        assert.equal(preferred, place === 0 && safety !== 'choice');
      });
    }
  });

  it('gives the same objects as one array', () => {
    const lined = objects(desk.run('check', '--format', 'jsonl', 'a').out);
    assert.deepEqual(JSON.parse(desk.run('check', '--format', 'json', 'a').out), lined);
    assert.deepEqual(Object.keys(lined[0] ?? {}), [
      'file',
      'rule',
      'severity',
      'message',
      'start',
      'end',
      'line',
      'column',
      'fixes',
    ]);
  });

  it('is an empty array, or nothing, where nothing is found', () => {
    desk.write('b.txt', '');
    assert.deepEqual(JSON.parse(desk.run('check', '--format', 'json', 'b.txt').out), []);
    assert.equal(desk.run('check', '--format', 'jsonl', 'b.txt').out, '');
    assert.deepEqual(JSON.parse(desk.run('check', '--format', 'json', 'missing.txt').out), []);
  });

  it('holds for every quotation, and marks are where it says', () => {
    const { code, out } = desk.run('quotes', '--format', 'jsonl', 'a');
    assert.equal(code, 0);
    const found = objects(out);
    for (const quotation of found) {
      conforms(quotation, 'quotation');
      if (quotation['open'] !== null) assert.equal(text.charAt(Number(quotation['open'])), '“');
      if (quotation['close'] !== null) assert.match(text.charAt(Number(quotation['close'])), /[”‘]/);
    }
    assert.deepEqual(JSON.parse(desk.run('quotes', '--format', 'json', 'a').out), found);
    assert.ok(found.length >= 2);
    assert.deepEqual(Object.keys(found[0] ?? {}).slice(0, 9), [
      'file',
      'start',
      'end',
      'open',
      'close',
      'kind',
      'attribution',
      'speaker',
      'cue',
    ]);
  });

  it('prints what fix leaves in the same shape', () => {
    const left = objects(desk.run('fix', '--format', 'jsonl', 'a').out);
    for (const finding of left) conforms(finding, 'finding');
    assert.deepEqual(left, objects(desk.run('check', '--format', 'jsonl', 'a').out));
  });
});

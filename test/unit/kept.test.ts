import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  Kept,
  keptEntries,
  keptEntry,
  keptLine,
  keptMark,
  keptMarks,
} from '../../server/core/engine/kept.ts';
import type { Finding } from '../../server/index.ts';

const finding = (start: number, end: number): Finding => ({
  start,
  end,
  rule: 'quotes/turned',
  severity: 'warning',
  message: '',
  data: {},
  related: [],
  fixes: [],
});

const speech = 'قال المدير إن العمل في المدينة «سيبدأ قريبا» كما وعدنا الجميع في الشهر الماضي.';

describe('the mark of a finding', () => {
  const at = speech.indexOf('«');
  const mark = keptMark(speech, finding(at, at + 1));

  it('stays where its paragraph moves, and where spaces and marks around it change', () => {
    const moved = `سطر جديد\n\n${speech}\n\nسطر آخر`;
    const place = moved.indexOf('«');
    assert.equal(keptMark(moved, finding(place, place + 1)), mark);
    const mended = speech.replace('»', '”').replace('المدير إن', 'المدير، إن');
    const inMended = mended.indexOf('«');
    assert.equal(keptMark(mended, finding(inMended, inMended + 1)), mark);
  });

  it('changes with the passage, the rule and the words beside it', () => {
    assert.notEqual(keptMark(speech, finding(at, at + 2)), mark);
    assert.notEqual(keptMark(speech, { ...finding(at, at + 1), rule: 'quotes/doubled' }), mark);
    assert.notEqual(keptMark(speech.replace('سيبدأ', 'سينتهي'), finding(at, at + 1)), mark);
  });

  it('tells two of the same line apart by what stands beside them', () => {
    const text = 'أول\n\n[ad_1]\n\nثان\n\n[ad_1]\n\nثالث';
    const [one, two] = [text.indexOf('['), text.lastIndexOf('[')];
    assert.notEqual(keptMark(text, finding(one, one + 6)), keptMark(text, finding(two, two + 6)));
  });

  it('is had of any text, and parts findings as its line says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.nat(80),
        fc.nat(80),
        (text, one, other) => {
          const [start, end] = [
            Math.min(one, other, text.length),
            Math.min(Math.max(one, other), text.length),
          ];
          const line = keptLine(keptEntry(text, finding(start, end), { file: 'a.txt' }));
          const { marks, mistakes } = keptMarks(line);
          assert.deepEqual(mistakes, []);
          assert.deepEqual(new Kept(marks).part(text, [finding(start, end)]).open, []);
          assert.deepEqual(
            Array.from(keptEntries(line), ({ entry }) => entry.mark),
            marks,
          );
        },
      ),
    );
  });

  it('are read one by one with their lines, only those that are wanted, other programs’ lines too', () => {
    const lines = [
      '{"mark":"a1","rule":"residue/credit","passage":"x"}',
      '',
      'no exception',
      '{"rule":"residue/credit","mark":"b2","passage":"y"}',
      '{"mark":"c3","rule":"residue/credit","passage":"z"}',
    ];
    const found = (isWanted?: (mark: string) => boolean): [string, number][] =>
      Array.from(keptEntries(lines.join('\n'), isWanted), ({ entry, line }) => [entry.mark, line]);
    assert.deepEqual(found(), [
      ['a1', 1],
      ['b2', 4],
      ['c3', 5],
    ]);
    assert.deepEqual(
      found((mark) => mark !== 'a1' && mark !== 'b2'),
      [['c3', 5]],
    );
    assert.deepEqual(
      keptMarks(lines.join('\n')).mistakes.map(({ line }) => line),
      [3],
    );
  });

  it('are known by their file without being parsed, whatever stands in them', () => {
    const names = ['a.txt', 'a "b".txt', 'a\\b.txt', 'خبر.txt', '","file":"x', '\u2028\u0001', undefined];
    for (const passage of ['x', ',"file":"no.txt"', '\\","file":"no.txt'])
      for (const file of names) {
        const finding = { rule: 'quotes/turned', start: 0, end: passage.length } as const;
        const line = keptLine(
          keptEntry(passage, finding, { ...(file !== undefined && { file }), why: 'so' }),
        );
        const asked: unknown[] = [];
        Array.from(keptEntries(line, (_, named) => asked.push(named) > 0));
        assert.deepEqual([...new Set(asked)], [file]);
      }
  });
});

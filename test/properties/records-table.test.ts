import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings } from '../../server/index.ts';
import type { Judging } from '../../server/lsp/configurations.ts';
import { RecordsTable } from '../../server/lsp/records/records-table.ts';
import { runs } from './runs.ts';

const judging = {
  settings: defaultSettings,
  identity: '',
  excluded: false,
  listed: true,
  fields: {},
  languageFrom: 'found',
  kept: undefined,
  inlayHints: false,
} as const satisfies Judging;

const prose = 'وصلت السفينة إلى الميناء صباح اليوم بعد رحلة طويلة استغرقت ثلاثة أيام كاملة.';
const line = (text: string): string => `${JSON.stringify({ title: 'عنوان', text })}\n`;

/** What is typed, pasted or taken away, at a place that is a share of the text. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.constantFrom(0, 0, 1, 7, 200),
  text: fc.constantFrom('', '«', '"', '\n', '\\n', 'ا', line(prose), line(`[ad_1]\n\n${prose}`), '{}'),
});

const start = fc.array(fc.constantFrom(line(prose), line(`[ad_1]\n\n${prose}`), '\n', line('«نعم')), {
  maxLength: 8,
});

function fail(what: string, error: unknown): never {
  throw new Error(what, { cause: error });
}

/** All that is known of the records of a text. */
function known(table: RecordsTable): unknown {
  return table.entries.map((entry) => ({
    start: entry.start,
    end: entry.end,
    findings: entry.seen?.findings,
    spans: entry.seen?.findings.map((finding) => entry.seen?.spans?.get(finding)),
    bad: entry.seen?.bad,
    name: entry.seen?.name,
  }));
}

function judge(table: RecordsTable, text: string, version: number): unknown {
  table.update(TextDocument.create('file:///a.jsonl', 'jsonl', version, text), judging);
  while (table.pending > 0) table.judgeSome();
  return known(table);
}

describe('the records of a document that is edited', () => {
  it('are known as if it had been opened as it is', () => {
    fc.assert(
      fc.property(start, fc.array(change, { minLength: 1, maxLength: 6 }), (lines, changes) => {
        let text = lines.join('');
        const table = new RecordsTable('json-lines', fail);
        judge(table, text, 0);
        for (const [version, { at, length, text: typed }] of changes.entries()) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + typed + text.slice(from + length);
          assert.deepEqual(
            judge(table, text, version + 1),
            judge(new RecordsTable('json-lines', fail), text, 0),
          );
        }
        const keys = table.entries.map(({ key }) => key);
        assert.equal(new Set(keys).size, keys.length, 'Two records have one key.');
      }),
      runs(60),
    );
  });
});

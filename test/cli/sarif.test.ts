import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Validator } from '@cfworker/json-schema';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import type { Log } from 'sarif';
import { clean, Desk, dirty, markerOnly } from './harness.ts';

const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url));

/** The official schema of SARIF 2.1.0, which is written in the fourth draft of JSON Schema. */
const validator = new Validator(schema as object, '4', false);

/** What the schema says against a report; nothing if it is valid. */
function objections(report: unknown): string[] {
  const { valid, errors } = validator.validate(report);
  const said = errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
  assert.equal(valid, said.length === 0);
  return said;
}

describe('SARIF by its schema', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  const reportOn = (...args: string[]): Log =>
    JSON.parse(desk.run('check', '--format', 'sarif', ...args).out) as Log;

  it('the schema tells a wrong report from a right one', () => {
    const log = reportOn(...markerOnly, desk.write('a.txt', dirty).path('a.txt'));
    assert.deepEqual(objections(log), []);
    const [run] = log.runs;
    for (const wrong of [
      { ...log, version: '2.0.0' },
      { ...log, runs: [{ ...run, tool: {} }] },
      { ...log, runs: [{ ...run, results: [{ ruleId: 'x' }] }] },
      { ...log, runs: [{ ...run, results: [{ message: { text: 'x' }, level: 'grave' }] }] },
      { ...log, runs: [{ ...run, findings: [] }] },
    ])
      assert.notDeepEqual(objections(wrong), []);
  });

  it('is valid where nothing is found, and where there is nothing to judge', () => {
    assert.deepEqual(objections(reportOn(desk.write('a.txt', clean).path('a.txt'))), []);
    assert.deepEqual(objections(reportOn(desk.write('empty.txt', '').path('empty.txt'))), []);
  });

  it('is valid for the findings and fixes in all seeds', () => {
    cpSync(seeds, desk.path('seeds'), { recursive: true });
    const log = reportOn('seeds');
    const results = log.runs[0]?.results ?? [];
    assert.ok(results.length > 50);
    assert.ok(results.some(({ fixes }) => (fixes?.length ?? 0) > 1));
    assert.deepEqual(objections(log), []);
  });

  it('is valid for records, and for names and texts that hold anything', () => {
    desk
      .write('a b#?%/خبر “1”.txt', `${dirty}\n\u001B]0;x\u0007\u202E<b>&"'%::\u0060|\n`)
      .write('records.jsonl', `${JSON.stringify({ title: 'x', text: dirty })}\n`.repeat(3));
    const log = reportOn(...markerOnly, 'a b#?%', 'records.jsonl');
    assert.equal(log.runs[0]?.results?.length, 4);
    assert.deepEqual(objections(log), []);
  });
});

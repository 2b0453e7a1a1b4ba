import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { bundle, clean, Desk, dirty, markerOnly, objects } from './harness.ts';
import { mended, record, type Found } from './record-files.ts';

describe('a large file of records', () => {
  const count = 4_000;
  const lines = Array.from({ length: count }, (_, id) =>
    id % 7 === 3 ? (id % 2 ? '{"cut' : '') : record(id, id % 3 ? clean : dirty, id % 5 === 0),
  );
  const text = lines.join('\n');
  const dirtyCount = lines.filter((line) => line.includes('[ad_1]')).length;

  it('is read in parts: the same findings at the same places as of standard input, in order', () => {
    const desk = new Desk().write('a.jsonl', text);
    assert.ok(Buffer.byteLength(text) > 1_000_000);
    const { out, err } = desk.run('check', '--format', 'jsonl', ...markerOnly, 'a.jsonl');
    const findings = objects(out) as unknown as Found[];
    const dirtyLines = lines.flatMap((line, index) => (line.includes('[ad_1]') ? [index + 1] : []));
    assert.deepEqual(
      findings.map(({ line }) => line),
      dirtyLines,
    );
    for (const { start, end } of findings) assert.equal(text.slice(start, end), '[ad_1]');
    const filled = lines.flatMap((line, index) => (line === '' ? [] : [index]));
    assert.deepEqual(
      findings.map((finding) => filled[(finding.record ?? 0) - 1]),
      dirtyLines.map((line) => line - 1),
    );
    const cut = lines.flatMap((line, index) => (line === '{"cut' ? [`a.jsonl:${String(index + 1)}:`] : []));
    assert.deepEqual(err.match(/a\.jsonl:\d+:/g), cut);
    const piped = desk.runWith(
      { input: text },
      'check',
      '-',
      '--stdin-path',
      'a.jsonl',
      '--format',
      'jsonl',
      ...markerOnly,
    );
    assert.equal(piped.out, out);
    for (const threads of ['1', '3'])
      assert.equal(
        desk.run('check', '--format', 'jsonl', '--no-cache', '--threads', threads, ...markerOnly, 'a.jsonl')
          .out,
        out,
      );
    assert.match(desk.run('check', '--threads', '0', 'a.jsonl').err, /Write a whole number from 1 to 64/);
    desk.remove();
  });

  it('goes through as a filter, one for one and in order', () => {
    const desk = new Desk().write('a.jsonl', text);
    const { out, code } = desk.runWith({ input: text }, 'fix', '-', '--stdin-path', 'a.jsonl', ...markerOnly);
    assert.equal(code, 2);
    assert.equal(out, lines.map(mended).join('\n'));
    desk.run('fix', ...markerOnly, 'a.jsonl');
    assert.equal(desk.read('a.jsonl'), out);
    desk.remove();
  });

  it('is fixed part by part, as a whole or not at all, and undone to the byte', () => {
    const desk = new Desk().write('a.jsonl', text);
    const { code, out } = desk.run('fix', ...markerOnly, 'a.jsonl');
    assert.equal(code, 2);
    const count = dirtyCount.toLocaleString('en');
    assert.match(out, new RegExp(`^Fixed ${count} problems in ${count} articles\\.`));
    assert.equal(desk.read('a.jsonl'), lines.map(mended).join('\n'));
    // What is on the disk for undoing it is little: the words that went, not the records.
    const [parts = ''] = readdirSync(desk.path('.copydesk/journal')).filter((name) => name.includes('parts'));
    assert.ok(desk.bytes(`.copydesk/journal/${parts}`).length < Buffer.byteLength(text) / 4);
    assert.deepEqual(
      readdirSync(desk.folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
    assert.equal(desk.run('fix', ...markerOnly, 'a.jsonl').code, 2);
    assert.equal(desk.run('undo').code, 0);
    assert.equal(desk.read('a.jsonl'), text);
    desk.run('fix', ...markerOnly, 'a.jsonl');
    desk.write('a.jsonl', `${desk.read('a.jsonl')}\n`);
    const late = desk.run('undo');
    assert.equal(late.code, 2);
    assert.match(late.err, /It was changed after the run, so it was left as it is/);
    desk.remove();
  });

  it('stays as it was where it can’t be written, or where the run stops in it', () => {
    const desk = new Desk().write('a.jsonl', text).write('b.jsonl', text);
    const strict = desk.run('fix', '--strict', ...markerOnly, 'a.jsonl');
    assert.equal(strict.code, 2);
    assert.equal(desk.read('a.jsonl'), text);
    chmodSync(desk.path('a.jsonl'), 0o444);
    const { err, out, code } = desk.run('fix', ...markerOnly, 'a.jsonl', 'b.jsonl');
    assert.equal(code, 2);
    assert.equal(err.match(/It could not be written and was left as it was/g)?.length, 1);
    assert.match(err, /It is write-protected/);
    assert.equal(desk.read('a.jsonl'), text);
    assert.equal(desk.read('b.jsonl'), lines.map(mended).join('\n'));
    // What is left of the first file is told as it stands.
    assert.equal(out.match(/residue\/importer-marker/g)?.length, dirtyCount);
    assert.deepEqual(readdirSync(desk.folder).sort(), ['.copydesk', 'a.jsonl', 'b.jsonl']);
    desk.remove();
  });

  it('goes through several processes of GNU parallel', (test) => {
    const desk = new Desk();
    const command = `${process.execPath} ${bundle} fix - --stdin-path a.jsonl --rule residue/importer-marker`;
    const { status, stdout, error } = spawnSync(
      'parallel',
      ['--will-cite', '--pipe', '--keep-order', '--block', '200k', '-j2', command],
      {
        input: text,
        cwd: desk.folder,
        maxBuffer: 2 ** 28,
        env: { ...process.env, COPYDESK_CACHE: desk.cache },
      },
    );
    desk.remove();
    if (error) {
      test.skip('GNU parallel is not installed.');
      return;
    }
    assert.notEqual(status, 0);
    assert.equal(stdout.toString().trimEnd(), lines.map(mended).join('\n').trimEnd());
  });
});

describe('records that come one by one', () => {
  it('are each answered before the next one is there', async () => {
    const desk = new Desk();
    const child = spawn(process.execPath, [bundle, 'fix', '-', '--stdin-path', 'a.jsonl', ...markerOnly], {
      cwd: desk.folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (let id = 0; id < 5; id++) {
      child.stdin.write(`${record(id, dirty)}\n`);
      const { value } = (await answers.next()) as { value: string };
      assert.equal(value, mended(record(id, dirty)));
    }
    child.stdin.end();
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 0);
    desk.remove();
  });

  it('are so as rows of a table and as elements of a list', async () => {
    const row = (text: string): string => `x,"${text.replaceAll('\n', ' ')}"`;
    for (const [name, head, answered, next] of [
      ['a.csv', 'title,body\n', ['title,body'], (id: number) => `${row(`${dirty} ${String(id)}`)}\n`],
      ['a.json', '[\n', ['['], (id: number) => `${record(id, dirty)}\n,\n`],
    ] as const) {
      const desk = new Desk();
      const child = spawn(process.execPath, [bundle, 'fix', '-', '--stdin-path', name, ...markerOnly], {
        cwd: desk.folder,
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      child.stdin.write(head);
      for (const wanted of answered) assert.equal((await answers.next()).value, wanted);
      for (let id = 0; id < 3; id++) {
        child.stdin.write(next(id));
        for (const wanted of next(id).trimEnd().split('\n'))
          assert.equal((await answers.next()).value, name === 'a.json' ? mended(wanted) : wanted);
      }
      child.stdin.end();
      await once(child, 'exit');
      desk.remove();
    }
  });
});

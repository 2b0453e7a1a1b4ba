import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type Edit } from '../../server/index.ts';
import { diffHunks } from '../../server/cli/report/diff.ts';
import { clean, Desk, dirty, markerOnly } from './harness.ts';

/** Applies a unified diff the plain way, and complains where its lines are not those of the text. */
function patched(text: string, diff: readonly string[]): string {
  const old = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  let expected = { old: 0, new: 0 };
  diff.forEach((line, index) => {
    const header = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/.exec(line);
    if (header) {
      assert.deepEqual(expected, { old: 0, new: 0 }, 'A hunk has other lengths than it says.');
      const [from = 0, count = 0, to = 0, newCount = 0] = header.slice(1).map(Number);
      const start = count === 0 ? from : from - 1;
      assert.ok(start >= at, 'Hunks stand in order.');
      result.push(...old.slice(at, start));
      assert.equal(result.length, newCount === 0 ? to : to - 1);
      at = start;
      expected = { old: count, new: newCount };
    } else if (!line.startsWith('\\')) {
      const broken = line.slice(1) + (diff[index + 1]?.startsWith('\\') ? '' : '\n');
      if (!line.startsWith('+')) {
        assert.equal(old[at], broken);
        at++;
        expected.old--;
      }
      if (!line.startsWith('-')) {
        result.push(broken);
        expected.new--;
      }
    }
  });
  return [...result, ...old.slice(at)].join('');
}

const piece = fc.constantFrom('\n', '\n', 'a', 'b\n', '\r\n', '\r', 'c', '');
const textAndEdits = fc
  .tuple(
    fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.array(fc.tuple(fc.nat(60), fc.array(piece, { maxLength: 3 })), { maxLength: 6 }),
  )
  .map(([text, cuts]): [string, Edit[]] => {
    const offsets = cuts.map(([offset]) => Math.min(offset, text.length)).sort((one, other) => one - other);
    const edits: Edit[] = [];
    for (let index = 0; index + 1 < offsets.length; index += 2) {
      edits.push({
        start: offsets[index] ?? 0,
        end: offsets[index + 1] ?? 0,
        newText: cuts[index]?.[1].join('') ?? '',
      });
    }
    return [text, edits];
  });

describe('copydesk fix --diff', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  it('has hunks that make the same text as the edits', () => {
    fc.assert(
      fc.property(textAndEdits, ([text, edits]) => {
        assert.equal(patched(text, [...diffHunks(text, edits)]), applyEdits(text, edits));
      }),
      { numRuns: 2_000 },
    );
  });

  it('writes nothing, ends with 1 where something would change, and prints nothing where not', () => {
    const { code, out, err } = desk
      .write('a.txt', dirty)
      .write('b.txt', clean)
      .run('fix', '--diff', ...markerOnly, '.');
    assert.equal(code, 1);
    assert.equal(err, 'Would fix 1 problem in 1 article. Nothing was written.\n');
    assert.deepEqual(out.split('\n').slice(0, 9), [
      '--- a/a.txt',
      '+++ b/a.txt',
      '@@ -1,7 +1,5 @@',
      ' عنوان الخبر الأول',
      ' ',
      '-[ad_1]',
      '-',
      ...dirty
        .split('\n')
        .slice(4, 6)
        .map((line) => ` ${line}`),
    ]);
    assert.deepEqual([desk.read('a.txt'), desk.read('b.txt')], [dirty, clean]);
    const none = desk.run('fix', '--diff', ...markerOnly, 'b.txt');
    assert.deepEqual([none.code, none.out, none.err], [0, '', 'Nothing would change.\n']);
  });

  const names = [
    'a.txt',
    'news/with space.txt',
    'خبر.txt',
    'quoted"\\.txt',
    'bom.txt',
    'crlf.txt',
    'no-break.txt',
    'cr.txt',
  ];
  for (const [tool, ...args] of [
    ['git', 'apply'],
    ['patch', '-p1', '--binary', '--quiet'],
  ] as const) {
    it(`is understood by ${tool}`, (test) => {
      if (spawnSync(tool, ['--version']).error) {
        test.skip();
        return;
      }
      const marked = `${dirty}\nتتمة الخبر في الغد.\n\n[ad_2]\n`;
      const content: Record<string, string> = {
        'bom.txt': `\uFEFF[ad_1]\n\n${dirty}`,
        'crlf.txt': marked.replaceAll('\n', '\r\n'),
        'no-break.txt': marked.trimEnd(),
        'cr.txt': marked.replaceAll('\n', '\r'),
      };
      for (const name of names) desk.write(name, content[name] ?? marked);
      const diff = desk.run('fix', '--diff', ...markerOnly, '.').bytes;
      const applied = spawnSync(tool, args, {
        cwd: desk.folder,
        input: diff,
        env: { ...process.env, GIT_CEILING_DIRECTORIES: desk.folder },
      });
      assert.equal(applied.status, 0, applied.stderr.toString() + applied.stdout.toString());
      const result = names.map((name) => desk.read(name));
      for (const name of names) desk.write(name, content[name] ?? marked);
      desk.run('fix', ...markerOnly, '.');
      assert.deepEqual(
        result,
        names.map((name) => desk.read(name)),
      );
      assert.ok(result.every((text) => !text.includes('[ad_')));
    });
  }

  it('says that a diff of UTF-16 is for reading only', () => {
    const bytes = Buffer.from(`\uFEFF${dirty}`, 'utf16le');
    const { err } = desk.write('a.txt', bytes).run('fix', '--diff', ...markerOnly, 'a.txt');
    assert.match(err, /^note: a\.txt: The file is in UTF-16/);
    assert.deepEqual(desk.bytes('a.txt'), bytes);
  });
});

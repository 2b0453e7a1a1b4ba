import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { marked, marker, unmarked } from './articles.ts';
import { bundle } from './server-process.ts';

const installed = spawnSync('nvim', ['--version']).status === 0;

interface Report {
  readonly found: readonly Readonly<Record<string, unknown>>[];
  readonly fixed: string;
  readonly left: number;
  readonly undone: string;
  readonly again: number;
}

describe(
  'Neovim',
  { skip: !installed && 'it is not installed here; the other tests have a client of their own' },
  () => {
    it('shows an article’s problems, fixes what is safe and takes that back in one step', () => {
      const folder = mkdtempSync(join(tmpdir(), 'copydesk-neovim-'));
      try {
        const [article, report] = [join(folder, 'news.txt'), join(folder, 'report.json')];
        const dirty = marked.replace(marker, `${marker}\n\n${marker}`);
        writeFileSync(article, dirty);
        const script = fileURLToPath(new URL('neovim.lua', import.meta.url));
        const options = ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`];
        const { status, stderr } = spawnSync('nvim', options, {
          encoding: 'utf8',
          timeout: 60_000,
          env: {
            SERVER: bundle,
            ARTICLE: article,
            REPORT: report,
            // The server runs in this Node; what Neovim keeps goes where it harms nobody.
            PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
            HOME: folder,
          },
        });
        assert.equal(status, 0, stderr);
        const { found, fixed, left, undone, again } = JSON.parse(readFileSync(report, 'utf8')) as Report;
        assert.deepEqual(
          found.map(({ line, column, code, source }) => [line, column, code, source]),
          [
            [2, 0, 'residue/importer-marker', 'copydesk'],
            [4, 0, 'residue/importer-marker', 'copydesk'],
          ],
        );
        assert.equal(fixed, unmarked);
        assert.equal(left, 0);
        assert.equal(undone, dirty);
        assert.equal(again, 2);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);

import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { command, untilEqual } from './hand.ts';

/** What somebody finds again who closes the window and opens it another day: here it is loaded anew. */

interface Desk {
  readonly page: Page;
  readonly folder: string;
  /** The folder of the editor's own data. */
  readonly data: string;
}

type Stored = Record<'results', [string, string, string, { message: string; code: string }[]][]>;

const remembered = 'This was found another day.';
const changed = 'ar/date-harvest.txt';

async function listedProblems(page: Page): Promise<string> {
  return (
    (await page
      .locator('.composite-bar .action-label[aria-label*="Copydesk"]')
      .first()
      .getAttribute('aria-label')) ?? ''
  );
}

export const reloadTests: readonly (readonly [string, (desk: Desk) => Promise<void>])[] = [
  [
    'what was found of the corpus is there again after the window is loaded anew, and read again only where it changed',
    async ({ page, folder, data }) => {
      const storage = join(data, 'data', 'User', 'workspaceStorage');
      const stored = (): string | undefined => globSync('**/corpus.json', { cwd: storage })[0];
      const writtenAt = (): number => {
        const name = stored();
        return name === undefined ? 0 : statSync(join(storage, name)).mtimeMs;
      };
      // An earlier check may have written it: this one is over when it is written again.
      const before = writtenAt();
      await command(page, 'Check All Articles of the Folder');
      await untilEqual(() => writtenAt() > before, true);
      const file = join(storage, stored() ?? '');
      await page.locator('.notification-toast').waitFor({ state: 'detached' });
      const kept = JSON.parse(readFileSync(file, 'utf8')) as Stored;
      // In each of two articles its first problem gets words of its own; one of the two has changed since.
      for (const name of ['ar/truce-talks.txt', changed]) {
        const [, , , items = []] = kept.results.find(([uri]) => uri.endsWith(`/seeds/${name}`)) ?? [];
        const [first] = items;
        assert.ok(first, `Nothing is kept of ${name}.`);
        first.message = `${remembered} ${name}`;
      }
      writeFileSync(file, JSON.stringify(kept));
      writeFileSync(join(folder, changed), `${readFileSync(join(folder, changed), 'utf8')}\n`);
      await page.reload();
      await page.locator('.squiggly-warning').first().waitFor();
      await command(page, 'Problems: Focus on Problems View');
      const filter = page.locator('.markers-panel-action-filter input, .viewpane-filter input').first();
      await filter.fill(remembered);
      await page
        .locator('.markers-panel .monaco-list-row', { hasText: `${remembered} ar/truce-talks.txt` })
        .waitFor();
      assert.equal(await page.locator('.markers-panel', { hasText: `${remembered} ${changed}` }).count(), 0);
      await filter.fill('date-harvest.txt');
      await page
        .locator('.markers-panel .monaco-list-row', { hasText: 'date-harvest.txt' })
        .first()
        .waitFor();
      await filter.fill('');
      assert.match(await listedProblems(page), /\d/);
      // The next test begins in the editor.
      await page.locator('.part.panel .action-label[aria-label^="Hide Panel"]').first().click();
      await page.locator('.tab.active').first().click();
    },
  ],
];

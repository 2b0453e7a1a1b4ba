import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openFile } from './hand.ts';

/** What somebody sees who opens a file that is larger than what VS Code hands to extensions. */

const name = 'dump.jsonl';

/** Puts such a file into a folder; what is in it is no corpus, so that nothing else finds anything there. */
export function writeTooLarge(folder: string): void {
  const line = `${JSON.stringify({ key: 'x'.repeat(1_000) })}\n`;
  writeFileSync(join(folder, name), line.repeat(Math.ceil((51 * 1024 * 1024) / line.length)));
}

export const tooLargeTests: readonly (readonly [string, (desk: { page: Page }) => Promise<void>])[] = [
  [
    'a file that is too large for extensions is said to be, once, with what else there is',
    async ({ page }) => {
      const told = page.locator('.notification-toast', {
        hasText: 'larger than what VS Code hands to extensions',
      });
      await openFile(page, name);
      await told.getByText('Copy the Command').click();
      await told.waitFor({ state: 'detached' });
      // The window goes on with the article that it began with.
      await openFile(page, 'harbour.txt');
      await openFile(page, name);
      await page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
      await page.waitForTimeout(1_000);
      const again = await told.count();
      await openFile(page, 'harbour.txt');
      if (again > 0) throw new Error('It was said twice.');
    },
  ],
];

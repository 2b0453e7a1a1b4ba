import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { command, openFile, untilEqual } from './hand.ts';

/** What somebody sees in the cleaning report, and does with it. */

interface Desk {
  readonly page: Page;
}

/** The page of the report within the editor’s page, as soon as it shows anything. */
async function reportFrame(page: Page): Promise<Frame> {
  for (const end = performance.now() + 30_000; performance.now() < end;) {
    for (const frame of page.frames()) {
      const shown = await frame
        .locator('button.check')
        .count()
        .catch(() => 0);
      if (shown > 0) return frame;
    }
    await page.waitForTimeout(50);
  }
  throw new Error('The report shows nothing.');
}

/** The numbers in a sentence of the report. */
async function numbers(report: Frame): Promise<number[]> {
  const summary = (await report.locator('[role=status]').textContent()) ?? '';
  return (summary.match(/\d[\d.]*/g) ?? []).map(Number);
}

export const reportTests: readonly (readonly [string, (desk: Desk) => Promise<void>])[] = [
  [
    'the cleaning report counts what is wrong by rule, source and language, and goes to it',
    async ({ page }) => {
      await openFile(page, 'harbour.txt');
      await command(page, 'Copydesk: Show the Cleaning Report');
      const report = await reportFrame(page);
      await report.locator('button.check').click();
      await untilEqual(() => report.locator('section').count(), 6);
      const [articles = 0, sound = 0, , problems = 0] = await numbers(report);
      assert.ok(articles > sound && sound > 0 && problems > 0);
      const counts = async (section: string): Promise<number> => {
        const cells = report.locator('section', { hasText: section }).locator('tr td:last-child');
        return (await cells.allTextContents()).reduce((sum, text) => sum + Number(text), 0);
      };
      for (const section of ['Problems by rule', 'Problems by source', 'Problems by language'])
        assert.equal(await counts(section), problems, section);
      const rule = report.locator('button.name', { hasText: 'residue/importer-marker' });
      await rule.click();
      await page.locator('.pane', { hasText: 'filtered by “residue/importer-marker”' }).waitFor();
      const worst = report.locator('section', { hasText: 'Articles with the most problems' });
      const name = (await worst.locator('button.name').first().textContent()) ?? '';
      await worst.locator('button.name').first().click();
      await page.locator('.tab.active', { hasText: name.slice(name.lastIndexOf('/') + 1) }).waitFor();
      await command(page, 'Copydesk: Show All Problems Again');
    },
  ],
];

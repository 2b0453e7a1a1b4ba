import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { command, focusEditor, goTo, openFile, untilEqual } from './hand.ts';

/** What somebody does who fixes one kind of problem in the whole corpus: looks at the preview, and applies it. */

interface Desk {
  readonly page: Page;
  readonly folder: string;
}

const marker = '[ad_17]';
const prose =
  'وصلت السفينة إلى الميناء الجديد صباح اليوم بعد رحلة طويلة استغرقت ثلاثة أيام كاملة في بحر هائج، وكان في استقبالها عدد كبير من الأهالي والعاملين في الميناء وممثلون عن البلدية والشركة التي تملكها، وغادرها الركاب واحدًا بعد آخر.';
const record = (text: string): string => `${JSON.stringify({ title: 'وصول السفينة', text })}\n`;
const dirty = `${marker}\n\n${prose}`;

/** Files by name, before and after. */
const files = {
  'fixed-wire.jsonl': [record(dirty) + record(prose), record(prose) + record(prose)],
  'fixed-table.csv': [`title,text\nx,"${dirty}"\n`, `title,text\nx,"${prose}"\n`],
  'fixed-article.txt': [`وصول السفينة\n\n${dirty}\n`, `وصول السفينة\n\n${prose}\n`],
} as const;

/** Written before the window opens: its list of files to open is not always fresh. */
export function writeFilesToFix(folder: string): void {
  for (const [name, [before]] of Object.entries(files)) writeFileSync(join(folder, name), before);
}

export const corpusFixTests: readonly (readonly [string, (desk: Desk) => Promise<void>])[] = [
  [
    'a problem is fixed in the whole corpus, records in their files among it, once the preview is applied',
    async ({ page, folder }) => {
      const held = (name: string): string => readFileSync(join(folder, name), 'utf8');
      await openFile(page, 'fixed-wire.jsonl');
      await page.locator('.squiggly-warning, .squiggly-info').first().waitFor();
      await focusEditor(page);
      await goTo(page, `1:${String(files['fixed-wire.jsonl'][0].indexOf(marker) + 2)}`);
      await page.keyboard.press('Control+.');
      await page
        .locator('.action-widget .monaco-list-row', { hasText: 'in the corpus, with a preview' })
        .first()
        .click();
      const preview = page.locator('.bulk-edit-panel');
      await preview.locator('.monaco-list-row').first().waitFor();
      // High enough for all of it: rows that are out of sight are not drawn.
      const size = page.viewportSize();
      assert.ok(size);
      await page.setViewportSize({ ...size, height: 3_000 });
      await command(page, 'View: Toggle Maximized Panel');
      for (const name of Object.keys(files)) {
        const row = preview.locator('.monaco-list-row', { hasText: name }).first();
        await row.locator('.edit-checkbox').click();
      }
      await page.setViewportSize(size);
      for (const [name, [before]] of Object.entries(files)) assert.equal(held(name), before);
      await preview.locator('.monaco-button', { hasText: 'Apply' }).click();
      await command(page, 'File: Save All');
      for (const [name, [, after]] of Object.entries(files)) await untilEqual(() => held(name), after);
    },
  ],
];

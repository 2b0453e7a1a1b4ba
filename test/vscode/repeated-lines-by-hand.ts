import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { command, untilEqual } from './hand.ts';

/** What somebody decides about lines that many articles share, by the keyboard alone. */

interface Desk {
  readonly page: Page;
  readonly folder: string;
}

const towns = ['البستان', 'الميناء', 'الجبل', 'الوادي', 'الساحل', 'السهل', 'الواحة'];
const lines = ['حالة الطقس لهذا اليوم', 'مواقيت العبارة', 'صور من الأرشيف'] as const;

function writeCorpus(folder: string): void {
  const corpus = join(folder, 'mined');
  mkdirSync(corpus);
  for (const [index, town] of towns.entries()) {
    const text = `فتح خبازو ${town} أفرانهم عند الفجر، وجاء الناس من كل بيت ليروا ما تركته النار من الطاحونة القديمة.`;
    // The first line stands in most articles and is listed first.
    const below = index === 0 ? lines.slice(0, 1) : index === 1 ? lines.slice(0, 2) : lines;
    writeFileSync(
      join(corpus, `${String(index)}.txt`),
      `حريق في ${town}\n\n${text}\n\n${below.join('\n')}\n`,
    );
  }
}

function rows(page: Page): Locator {
  return page.locator('.pane', { hasText: 'Repeated Lines' }).locator('.monaco-list-row');
}

async function focusedRow(page: Page, text: string): Promise<void> {
  await rows(page)
    .and(page.locator('.focused', { hasText: text }))
    .waitFor();
}

async function choose(page: Page, title: string, label: string): Promise<void> {
  const box = page.locator('.quick-input-widget');
  await box.locator('.quick-input-title', { hasText: title }).waitFor();
  const row = box.locator('.monaco-list-row.focused', { hasText: label });
  // What is typed while the box is still being filled is lost.
  await untilEqual(async () => {
    await box.locator('input').first().fill(label);
    return row.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  }, true);
  await page.keyboard.press('Enter');
}

export const repeatedLineTests: readonly (readonly [string, (desk: Desk) => Promise<void>])[] = [
  [
    'repeated lines are listed with their count, their pattern and places that open',
    async ({ page, folder }) => {
      writeCorpus(folder);
      await command(page, 'Find Repeated Lines');
      await focusedRow(page, lines[0]);
      await page.keyboard.press('ArrowRight');
      await rows(page).filter({ hasText: 'below the text' }).waitFor();
      await rows(page).filter({ hasText: '0.txt:5' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await focusedRow(page, '0.txt:5');
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: '0.txt' }).waitFor();
    },
  ],
  [
    'the pattern of a repeated line is edited and accepted from the keyboard alone',
    async ({ page, folder }) => {
      await command(page, 'Focus on Repeated Lines View');
      await page.keyboard.press('Home');
      await focusedRow(page, lines[0]);
      await page.keyboard.press('F2');
      await choose(page, 'Edit the pattern', 'What that is');
      await choose(page, 'What that is', 'how a line begins');
      await choose(page, 'Edit the pattern', 'What it says');
      await page.locator('.quick-input-title', { hasText: 'What it says' }).waitFor();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText('حالة الطقس');
      await page.keyboard.press('Enter');
      await choose(page, 'Edit the pattern', 'Accept it as it is now');
      const written = join(folder, 'copydesk.json');
      await untilEqual(() => existsSync(written) && readFileSync(written, 'utf8').includes('begins'), true);
      const { residue } = JSON.parse(readFileSync(written, 'utf8')) as { residue: { patterns: unknown } };
      assert.deepEqual(residue.patterns, [{ begins: 'حالة الطقس', place: 'tail', safety: 'review' }]);
      await focusedRow(page, lines[1]);
    },
  ],
  [
    'an edited pattern that can’t be used is refused with the reason, and can be put right',
    async ({ page }) => {
      await page.keyboard.press('F2');
      await choose(page, 'Edit the pattern', 'What that is');
      await choose(page, 'What that is', 'regular expression');
      await choose(page, 'Edit the pattern', 'What it says');
      await page.locator('.quick-input-title', { hasText: 'What it says' }).waitFor();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText('(?=a)');
      await page.keyboard.press('Enter');
      await choose(page, 'Edit the pattern', 'Accept it as it is now');
      await page.locator('.quick-input-widget input[placeholder*="no look-around"]').waitFor();
      await page.keyboard.press('Escape');
      await focusedRow(page, lines[1]);
    },
  ],
  [
    'repeated lines are accepted and dismissed by a key each, and the next one is at hand',
    async ({ page, folder }) => {
      await page.keyboard.press('Control+Enter');
      await focusedRow(page, lines[2]);
      const written = join(folder, 'copydesk.json');
      await untilEqual(() => readFileSync(written, 'utf8').includes(lines[1]), true);
      await page.keyboard.press('Delete');
      await page.locator('.pane', { hasText: 'All lines are decided.' }).waitFor();
      assert.ok(!readFileSync(written, 'utf8').includes(lines[2]));
    },
  ],
];

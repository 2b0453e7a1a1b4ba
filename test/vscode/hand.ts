import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What somebody does in the editor’s page by mouse and keyboard. */

export async function untilEqual<T>(current: () => T | Promise<T>, expected: T): Promise<void> {
  const end = performance.now() + 30_000;
  for (;;) {
    const value = await current();
    if (value === expected) return;
    if (performance.now() > end) assert.equal(value, expected);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

export async function command(page: Page, name: string): Promise<void> {
  await focusEditor(page);
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

export async function pick(page: Page, label: string): Promise<void> {
  await page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
}

export async function goTo(page: Page, place: string): Promise<void> {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${place}`);
  await page.keyboard.press('Enter');
}

export async function openFile(page: Page, name: string): Promise<void> {
  await focusEditor(page);
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

export async function focusEditor(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

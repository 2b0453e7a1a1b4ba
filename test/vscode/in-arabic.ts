import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Runtime } from '../../scripts/editor/runtime.ts';
import { serve } from '../../scripts/editor/serve.ts';
import { command, openFile, untilEqual } from './hand.ts';
import type { Report } from './suite/report.ts';
import { makeScratch } from './workspace.ts';

/** What somebody sees whose editor is in Arabic; its own words stay English, for its translation is no part of it. */

const configuration = '{\n  "rules": {},\n  "exlude": []\n}\n';

/** The words of a file in Arabic. */
function words(root: string, path: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string>;
}

/** Looks whether commands, settings, the schema of `copydesk.json` and its mistakes are in Arabic. */
export async function runInArabic(runtime: Runtime, browser: Browser, root: string): Promise<Report> {
  const title = 'commands, settings, completions and mistakes are in the language of the editor';
  const scratch = makeScratch();
  writeFileSync(join(scratch.seeds, 'copydesk.json'), configuration);
  const server = await serve(runtime, { data: scratch.data, trusted: true, locale: 'ar' });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'ar' });
  page.setDefaultTimeout(30_000);
  const manifest = words(root, 'package.nls.ar.json');
  try {
    await page.goto(
      server.address({
        folder: scratch.seeds,
        file: join(scratch.seeds, 'ar', 'harbour.txt'),
        extension: root,
      }),
    );
    await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill('>Check All Articles');
    const { 'command.checkCorpus': check = '', 'setting.copydesk.exclude': exclude = '' } = manifest;
    await page.locator('.quick-input-list .monaco-list-row', { hasText: check }).waitFor();
    await page.keyboard.press('Escape');
    await openFile(page, 'copydesk.json');
    await page.locator('.squiggly-warning').first().waitFor();
    for (const [name, said] of [
      // From the schema, and from the server.
      ['rules', manifest['setting.copydesk.rules'] ?? ''],
      ['exlude', '\u2067لا يوجد إعداد'],
    ] as const) {
      const word = page.locator('.view-line span span', { hasText: `"${name}"` }).first();
      const hover = page.locator('.monaco-hover', { hasText: said }).first();
      // VS Code may still be loading the schema, and an empty answer is not asked for again.
      await untilEqual(async () => {
        await page.mouse.move(0, 0);
        await word.hover();
        return hover.waitFor({ timeout: 2_000 }).then(
          () => true,
          () => false,
        );
      }, true);
      await page.mouse.move(0, 0);
    }
    await page.locator('.view-line').first().click();
    await command(page, 'Preferences: Open Settings (UI)');
    await page.locator('.settings-editor .suggest-input-container .view-lines').first().click();
    await page.keyboard.type('copydesk.exclude');
    await page.locator('.settings-editor .setting-item', { hasText: exclude }).first().waitFor();
    return { passed: 1, failed: 0, failures: [], figures: [] };
  } catch (error) {
    const { COPYDESK_PICTURES: pictures } = process.env;
    if (pictures) await page.screenshot({ path: join(pictures, 'in Arabic.png') });
    const reason = (error as Error).stack ?? String(error);
    return { passed: 0, failed: 1, failures: [{ title, reason }], figures: [] };
  } finally {
    await page.close();
    await server.stop();
    scratch.remove();
  }
}

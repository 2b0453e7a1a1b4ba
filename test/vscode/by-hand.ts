import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Runtime } from '../../scripts/editor/runtime.ts';
import { serve } from '../../scripts/editor/serve.ts';
import type { Report } from './suite/report.ts';
import { command, focusEditor, goTo, openFile, pick, untilEqual } from './hand.ts';
import { arabicRows, endsLeft, runsLeft, type Row } from './reading-order.ts';
import { repeatedLineTests } from './repeated-lines-by-hand.ts';
import { corpusFixTests, writeFilesToFix } from './corpus-fix-by-hand.ts';
import { article, markup, proofTests } from './proof-by-hand.ts';
import { reloadTests } from './reload-by-hand.ts';
import { reportTests } from './report-by-hand.ts';
import { makeScratch } from './workspace.ts';

/**
 * What somebody sees and does by mouse and by keyboard, where a suite within the extension host can’t look. The tests
 * go on from one another.
 */

interface Desk {
  readonly page: Page;
  readonly folder: string;
  /** The folder of the editor's own data. */
  readonly data: string;
}

/** What else splits a line into parts: brackets in colours, letters of two scripts, a name shown beside the text. */
const bridge = `تأجيل افتتاح الجسر (الجديد) إلى الربيع

“لن نفتح الجسر قبل أن تجف الخرسانة”، قال المهندس عادل المرجاني (52 عامًا) لوكالة River News في المدينة.

وأضاف: “الموعد [الأول] كان مبكرًا”.

The engineer said “لن نفتح الجسر الآن” and left.
`;

const tests: readonly (readonly [string, (desk: Desk) => Promise<void>])[] = [
  [
    'coloured Arabic is read from right to left, its marks where they belong',
    async ({ page }) => {
      await untilColoured(page, 'مدير العمليات');
      const rows = await arabicRows(page);
      assert.ok(rows.length > 10);
      assert.deepEqual(outOfOrder(rows), []);
    },
  ],
  [
    'Arabic is so read with brackets, names in Latin letters and the speaker that is shown beside it',
    async ({ page }) => {
      await openFile(page, 'bridge.txt');
      await untilColoured(page, 'المهندس عادل');
      await page.locator('.view-line', { hasText: /وأضاف.*عادل/ }).waitFor();
      const rows = await arabicRows(page);
      const mixed = rows.pop();
      assert.deepEqual(outOfOrder(rows), []);
      // A line of English with Arabic in it runs as English does, the Arabic in it as Arabic.
      assert.ok(mixed);
      assert.match(mixed.text, /^The engineer/);
      assert.ok(!endsLeft(mixed));
      // The first word begins with a mark, which belongs to the English before it.
      assert.ok(runsLeft({ ...mixed, words: mixed.words.slice(1) }));
    },
  ],
  [
    'Arabic is so read while it is typed, line by line',
    async ({ page }) => {
      await focusEditor(page);
      await goTo(page, '5:1');
      // The first goes to the end of the row.
      await page.keyboard.press('End');
      await page.keyboard.press('End');
      await page.keyboard.insertText(' وغادر (الوفد) المكان.');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText('“سنعود غدًا”، قال الوزير سمير الهلالي.');
      await untilColoured(page, 'الوزير سمير');
      // The editor colours a line that was just typed a moment before it is told how the line runs.
      await untilEqual(async () => outOfOrder((await arabicRows(page)).slice(0, -1)).join('\n'), '');
    },
  ],
  ...proofTests,
  [
    'the item in the status bar lets the language be chosen, which writes the setting',
    async ({ page, folder }) => {
      await openFile(page, 'harbour.txt');
      const item = page.locator('.statusbar-item', { hasText: /\d+ · / });
      await item.filter({ hasText: 'Arabic' }).click();
      await pick(page, 'Choose the language');
      await pick(page, 'German');
      await item.filter({ hasText: 'German' }).waitFor();
      const written = join(folder, '.vscode', 'settings.json');
      await untilEqual(
        () => existsSync(written) && /"copydesk.language": "de"/.test(readFileSync(written, 'utf8')),
        true,
      );
      await item.click();
      await pick(page, 'Choose the language');
      await pick(page, 'Find it for each article');
      await item.filter({ hasText: 'Arabic' }).waitFor();
    },
  ],
  [
    'the grammar tells headline, residue, speech and its marks apart, when the user wants it',
    async ({ page }) => {
      await openFile(page, 'harbour.txt');
      await command(page, 'Colour This Folder’s .txt Files as News Articles');
      await page.locator('.statusbar-item', { hasText: 'News Article' }).waitFor();
      const places = [
        ['1:1', 'markup.heading.headline.news-article'],
        ['5:2', 'comment.line.residue.news-article'],
        ['11:1', 'punctuation.definition.string.begin.news-article'],
        ['11:9', 'string.quoted.other.curly.news-article'],
      ] as const;
      for (const [place, scope] of places) {
        await focusEditor(page);
        await goTo(page, place);
        await command(page, 'Developer: Inspect Editor Tokens and Scopes');
        await page.locator('.token-inspect-widget', { hasText: scope }).waitFor();
        await page.keyboard.press('Escape');
        await page.locator('.token-inspect-widget').waitFor({ state: 'detached' });
      }
      assert.deepEqual(outOfOrder(await arabicRows(page)), []);
    },
  ],
  ...repeatedLineTests,
  ...reportTests,
  ...corpusFixTests,
  ...reloadTests,
  // Last, for its page has no editor in which the next test could begin.
  [
    'the walkthrough for the first start shows each step with its picture',
    async ({ page }) => {
      // Pictures are left out where there is no room for them.
      await page.setViewportSize({ width: 2600, height: 900 });
      await command(page, 'Open Walkthrough...');
      await pick(page, 'Clean a Corpus of News Articles');
      for (const [title, button] of [
        ['Fix a problem', 'Fix All Safe Problems in This Article'],
        ['Go through the whole corpus', 'Check All Articles'],
        ['Read the proof', 'Open the Proof to the Side'],
      ] as const) {
        await page.locator('.getting-started-step', { hasText: title }).click();
        const step = page.locator('.getting-started-step.expanded', { hasText: title });
        await step.locator('.monaco-button', { hasText: button }).waitFor();
        await untilEqual(
          () => page.evaluate(`document.querySelector('.getting-started-media img')?.naturalWidth > 0`),
          true,
        );
      }
      // A folder is open: the editor would never tick off a step that asks for one.
      assert.equal(
        await page.locator('.getting-started-step', { hasText: 'Open the folder of your articles' }).count(),
        0,
      );
    },
  ],
];

/** Runs the tests one after the other in a window of their own. */
export async function runByHand(runtime: Runtime, browser: Browser, extension: string): Promise<Report> {
  const scratch = makeScratch();
  // Before the window opens: its list of files to open is not always fresh.
  writeFileSync(join(scratch.seeds, 'ar', 'bridge.txt'), bridge);
  writeFileSync(join(scratch.seeds, 'en', 'markup.txt'), markup);
  writeFilesToFix(scratch.seeds);
  mkdirSync(join(scratch.seeds, '.vscode'));
  writeFileSync(
    join(scratch.seeds, '.vscode', 'settings.json'),
    JSON.stringify({
      'copydesk.inlayHints.carriedSpeakers': true,
      'editor.wordWrap': 'on',
      // Enter begins a line, whatever word is suggested.
      'editor.acceptSuggestionOnEnter': 'off',
      // Its articles have the names of those that they are twins of.
      'files.exclude': { '**/.clean': true },
    }),
  );
  const server = await serve(runtime, { data: scratch.data, trusted: true });
  const failures: { title: string; reason: string }[] = [];
  let passed = 0;
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'en-US' });
  try {
    page.setDefaultTimeout(30_000);
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Content-Security-Policy/.test(message.text()))
        refused.push(message.text());
    });
    await page.goto(server.address({ folder: scratch.seeds, file: join(scratch.seeds, article), extension }));
    await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
    const desk = { page, folder: scratch.seeds, data: scratch.data };
    const { COPYDESK_GREP: grep = '' } = process.env;
    for (const [title, run] of tests.filter(([name]) => name.includes(grep))) {
      try {
        refused.length = 0;
        await run(desk);
        assert.deepEqual(refused, [], 'The page tried what it may not do.');
        passed++;
      } catch (error) {
        failures.push({ title, reason: (error as Error).stack ?? String(error) });
        // Where somebody wants to see how it looked.
        const { COPYDESK_PICTURES: pictures } = process.env;
        if (pictures) await page.screenshot({ path: join(pictures, `${title.slice(0, 60)}.png`) });
      }
    }
  } catch (error) {
    failures.push({ title: 'an editor for the hand', reason: (error as Error).stack ?? String(error) });
  } finally {
    await page.close();
    await server.stop();
    scratch.remove();
  }
  return { passed, failed: failures.length, failures, figures: [] };
}

/** Waits until words are drawn apart from what stands around them, as the server’s tokens colour them. */
async function untilColoured(page: Page, words: string): Promise<void> {
  const drawn = words.replaceAll(' ', '\u00a0');
  await page.locator(`.view-line > span > span:not(:only-child)`, { hasText: drawn }).first().waitFor();
}

/** The texts of the rows in which somebody who reads from right to left loses the thread. */
function outOfOrder(rows: readonly Row[]): string[] {
  return rows.filter((row) => !runsLeft(row) || !endsLeft(row)).map(({ text }) => text);
}

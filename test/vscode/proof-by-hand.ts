import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { weakTexts } from './contrast.ts';
import { command, focusEditor, goTo, openFile, untilEqual } from './hand.ts';

/** What somebody sees in the proof view, and does with it. The tests go on from one another. */

interface Desk {
  readonly page: Page;
  readonly folder: string;
}

/** The article that is open, from the folder. */
export const article = 'ar/harbour.txt';

/** What looks like a program’s, and Arabic beside it. */
export const markup = `A ferry came in

<img src=x onerror="document.body.remove()"> “We waited,” said Anna Berg.

<script>1</script> قالت المديرة إن العمل مستمر `;

export const proofTests: readonly (readonly [string, (desk: Desk) => Promise<void>])[] = [
  [
    'the proof view shows every line of the article, from right to left',
    async (desk) => {
      await focusEditor(desk.page);
      await command(desk.page, 'File: Revert File');
      await openFile(desk.page, 'harbour.txt');
      await command(desk.page, 'Open the Proof to the Side');
      const proof = await proofFrame(desk.page);
      await proof.locator('.line').first().waitFor();
      assert.deepEqual(await shown(proof), lines(desk));
      assert.equal(await proof.locator('#article').getAttribute('dir'), 'rtl');
      assert.equal(await proof.locator('#article').getAttribute('lang'), 'ar');
      assert.equal(await proof.locator('h1.headline').count(), 1);
    },
  ],
  [
    'the proof view strikes out what is no part of the article, and colours speech, cue and speaker',
    async (desk) => {
      const proof = await proofFrame(desk.page);
      const struck = await proof.locator('del').allTextContents();
      assert.ok(
        struck.includes('[ad_1]') && struck.includes('المصدر'),
        `Struck out are: ${struck.join(', ')}`,
      );
      for (const kind of ['speech', 'cue', 'speaker']) {
        assert.ok((await proof.locator(`.${kind}`).count()) > 0, `There is no ${kind}.`);
      }
    },
  ],
  [
    'the proof view tells of a problem that is clicked, and makes the fix that is chosen',
    async (desk) => {
      const proof = await proofFrame(desk.page);
      const before = await problems(proof);
      const mark = proof.locator('mark', { hasText: '[ad_1]' });
      await mark.click();
      assert.equal(await proof.locator('.card p').first().textContent(), await mark.getAttribute('title'));
      await proof.locator('.card button.preferred').click();
      await proof.locator('mark', { hasText: '[ad_1]' }).waitFor({ state: 'detached' });
      assert.equal(await problems(proof), before - 1);
      await focusEditor(desk.page);
      await desk.page.keyboard.press('Control+S');
      await untilEqual(() => lines(desk).includes('[ad_1]'), false);
      // The file is empty for a moment while it is written.
      await untilEqual(async () => (await shown(proof)).join('\n') === lines(desk).join('\n'), true);
    },
  ],
  [
    'the proof view follows when the fix is undone in the editor',
    async (desk) => {
      const proof = await proofFrame(desk.page);
      await focusEditor(desk.page);
      await desk.page.keyboard.press('Control+Z');
      await proof.locator('mark', { hasText: '[ad_1]' }).waitFor();
      await desk.page.keyboard.press('Control+S');
      await untilEqual(() => lines(desk).includes('[ad_1]'), true);
      // The file is empty for a moment while it is written.
      await untilEqual(async () => (await shown(proof)).join('\n') === lines(desk).join('\n'), true);
    },
  ],
  [
    'the proof view can be used from the keyboard alone',
    async (desk) => {
      const proof = await proofFrame(desk.page);
      const before = await problems(proof);
      const { keyboard } = desk.page;
      await keyboard.press('Control+2');
      await untilEqual(() => proof.evaluate('document.hasFocus()'), true);
      await keyboard.press('n');
      await proof.locator('mark:focus').waitFor();
      await keyboard.press('Enter');
      await proof.locator('.card button:focus').waitFor();
      await keyboard.press('Escape');
      await proof.locator('.card').waitFor({ state: 'detached' });
      await proof.locator('mark:focus').waitFor();
      await keyboard.press('Enter');
      await proof.locator('.card button.preferred:focus').waitFor();
      await keyboard.press('Enter');
      await untilEqual(() => problems(proof), before - 1);
      // On to the next one, with nothing in between.
      await proof.locator('mark:focus').waitFor();
      await focusEditor(desk.page);
      await desk.page.keyboard.press('Control+Z');
      await untilEqual(() => problems(proof), before);
    },
  ],
  [
    'the proof view keeps in step with the editor’s cursor, both ways',
    async (desk) => {
      const proof = await proofFrame(desk.page);
      await focusEditor(desk.page);
      await goTo(desk.page, '13:1');
      await untilEqual(() => currentLine(proof), 12);
      await proof
        .locator('.line')
        .nth(8)
        .click({ position: { x: 5, y: 12 } });
      // The mark moves only when the editor’s cursor has moved.
      await untilEqual(() => currentLine(proof), 8);
    },
  ],
  [
    'the proof view can be read in high contrast, and without it',
    async (desk) => {
      const proof = await proofFrame(desk.page);
      await desk.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
      await proof.locator('body.vscode-high-contrast').waitFor();
      const ground = await proof.evaluate(`getComputedStyle(document.body).backgroundColor`);
      assert.equal(ground, 'rgb(0, 0, 0)');
      assert.deepEqual(await weakTexts(proof, '#article'), []);
      await desk.page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
      await proof.locator('body:not(.vscode-high-contrast)').waitFor();
      assert.deepEqual(await weakTexts(proof, '#article'), []);
    },
  ],
  [
    'the proof view shows text that looks like a program’s as the text it is',
    async (desk) => {
      await openFile(desk.page, 'markup.txt');
      const proof = await proofFrame(desk.page);
      await untilEqual(async () => (await proof.locator('.line').allTextContents()).join('\n'), markup);
      assert.equal(await proof.locator('img, #article script').count(), 0);
      // One article, two directions: by most of a paragraph’s letters.
      assert.deepEqual(
        await proof.evaluate(`[...document.querySelectorAll('.line:not(.empty)')].map((line) => line.dir)`),
        ['ltr', 'ltr', 'rtl'],
      );
    },
  ],
];

function lines({ folder }: Desk): string[] {
  return readFileSync(join(folder, article), 'utf8').split('\n');
}

function shown(proof: Frame): Promise<string[]> {
  return proof.locator('.line').allTextContents();
}

async function problems(proof: Frame): Promise<number> {
  const summary = (await proof.locator('#summary').textContent()) ?? '';
  return Number(/\d+/.exec(summary)?.[0] ?? 0);
}

function currentLine(proof: Frame): Promise<unknown> {
  return proof.evaluate(
    `[...document.querySelectorAll('.line')].findIndex((line) => line.matches('.current'))`,
  );
}

/** The page within the editor’s page, as soon as it shows anything. */
async function proofFrame(page: Page): Promise<Frame> {
  for (const end = performance.now() + 30_000; performance.now() < end;) {
    for (const frame of page.frames()) {
      if (
        (await frame
          .locator('#article')
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    await page.waitForTimeout(50);
  }
  throw new Error('The proof view was not opened.');
}

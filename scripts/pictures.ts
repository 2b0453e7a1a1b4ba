import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './editor/browser.ts';
import { installRuntime, type Runtime } from './editor/runtime.ts';
import { serve } from './editor/serve.ts';

/**
 * Takes the pictures anew: the icon from its drawing, and the screenshots in docs from the real editor with the
 * bundles in `dist`. Wants fonts with Arabic letters on this machine, such as Noto’s. Look at what it made.
 */

const root = fileURLToPath(new URL('../', import.meta.url));

/** How the editor looks in the pictures. */
const settings = {
  'editor.wordWrap': 'on',
  'editor.wrappingStrategy': 'advanced',
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 28,
  'editor.fontFamily': "'Noto Naskh Arabic', 'DejaVu Sans Mono'",
  'editor.occurrencesHighlight': 'off',
  'files.exclude': { '**/.vscode': true, '**/.clean': true, 'expected.json': true },
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
};

interface Picture {
  readonly file: string;
  /** The article that is open. */
  readonly article: string;
  /** What is done before the picture is taken, once the problems are underlined. */
  readonly before: (page: Page) => Promise<void>;
  /** The part of it that the walkthrough shows; small, for it comes with the extension. */
  readonly walkthrough?: { readonly file: string; readonly clip: Clip };
  /** Puts what it shows into the folder, where that is no seed. */
  readonly prepare?: (folder: string) => void;
}

type Clip = NonNullable<NonNullable<Parameters<Page['screenshot']>[0]>['clip']>;

const pictures: readonly Picture[] = [
  {
    file: 'docs/screenshot.png',
    walkthrough: { file: 'media/walkthrough/fixes.png', clip: { x: 353, y: 90, width: 927, height: 600 } },
    article: 'ar/harbour.txt',
    before: async (page) => {
      await goTo(page, '11:1');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row').first().waitFor();
    },
  },
  {
    file: 'docs/proof.png',
    walkthrough: { file: 'media/walkthrough/proof.png', clip: { x: 0, y: 32, width: 1280, height: 640 } },
    article: 'ar/harbour.txt',
    before: async (page) => {
      await page.keyboard.press('Control+B');
      await goTo(page, '11:1');
      await openProof(page);
      const proof = page.frames().at(-1);
      // The first mark of the speech that is never closed.
      await proof?.locator('mark', { hasText: '“' }).first().click();
      await proof?.locator('.card button').first().waitFor();
    },
  },
  {
    file: 'docs/triage.png',
    walkthrough: { file: 'media/walkthrough/corpus.png', clip: { x: 0, y: 32, width: 1280, height: 640 } },
    article: 'ar/harbour.txt',
    before: async (page) => {
      await command(page, 'Check All Articles of the Folder');
      await command(page, 'Focus on Problems of the Corpus View');
      await page.locator('.monaco-list-row', { hasText: 'quotes/never-closed' }).click();
      await page.locator('.monaco-list-row', { hasText: 'truce-talks.txt' }).first().click();
    },
  },
  {
    file: 'docs/records.png',
    article: 'wire.jsonl',
    prepare: writeRecords,
    before: async (page) => {
      await page.keyboard.press('Control+B');
      await page.locator('.codelens-decoration a', { hasText: 'Open article' }).first().waitFor();
      await page.waitForTimeout(1_000);
    },
  },
];

/** Some of the seeds as records of one file. */
function writeRecords(folder: string): void {
  const records = ['harbour', 'date-harvest', 'truce-talks'].map((name, id) => {
    const [title = '', ...text] = readFileSync(join(folder, 'ar', `${name}.txt`), 'utf8').split('\n');
    return JSON.stringify({ id, title, text: text.join('\n').trim() });
  });
  writeFileSync(join(folder, 'wire.jsonl'), `${records.join('\n')}\n`);
}

async function openProof(page: Page): Promise<void> {
  await command(page, 'Open the Proof to the Side');
  await page.waitForTimeout(2_000);
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
  await page.waitForTimeout(1_500);
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').waitFor();
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
}

async function drawIcon(browser: Browser): Promise<void> {
  const drawing = readFileSync(join(root, 'media', 'icon.svg'));
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  const source = `data:image/svg+xml;base64,${drawing.toString('base64')}`;
  await page.goto(`data:text/html,<body style="margin:0;background:transparent"><img src="${source}">`);
  await page.screenshot({ path: join(root, 'media', 'icon.png'), omitBackground: true });
}

async function take(picture: Picture, runtime: Runtime, browser: Browser): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'copydesk-pictures-'));
  const folder = join(scratch, 'corpus');
  cpSync(join(root, 'seeds'), folder, { recursive: true });
  picture.prepare?.(folder);
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  const server = await serve(runtime, { data: join(scratch, 'data'), trusted: true });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    locale: 'en-US',
  });
  try {
    await page.goto(server.address({ folder, file: join(folder, picture.article), extension: root }));
    await page.locator('.squiggly-warning').first().waitFor();
    await page.waitForTimeout(2_000);
    // The second side bar is open in a new window and empty here.
    await page.keyboard.press('Control+Alt+B');
    await page.waitForTimeout(500);
    await picture.before(page);
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(root, picture.file) });
    if (picture.walkthrough) {
      const { file, clip } = picture.walkthrough;
      await page.screenshot({ path: join(root, file), clip, scale: 'css' });
    }
    console.log(`${picture.file} is taken.`);
  } finally {
    await page.close();
    await server.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

const runtime = await installRuntime();
const browser = await launchBrowser(runtime);
try {
  await drawIcon(browser);
  const wanted = process.argv.slice(2);
  for (const picture of pictures) {
    if (wanted.length === 0 || wanted.includes(picture.file)) await take(picture, runtime, browser);
  }
} finally {
  await browser.close();
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../editor/browser.ts';
import { installRuntime } from '../editor/runtime.ts';
import { serve, type EditorServer } from '../editor/serve.ts';
import { articleOf } from './articles.ts';
import type { Figures } from './in-editor.ts';
import { milliseconds, spread, summary } from './measure.ts';
import { row } from './server.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const suite = join(root, 'out', 'bench-in-editor.cjs');

/** How many windows are opened for the activation, each with an extension host of its own, after one that warms up. */
const windows = 9;

/** What somebody waits for in a real VS Code, with the extension as it is shipped. */
export async function benchEditor(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/bench/in-editor.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    outfile: suite,
    logLevel: 'warning',
  });
  const runtime = await installRuntime();
  const place = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const folder = join(place, 'corpus');
  mkdirSync(folder);
  writeFileSync(join(folder, 'article.txt'), articleOf(3_000));
  const written = join(place, 'figures.json');
  const environment = { COPYDESK_FIGURES: written };
  const server = await serve(runtime, { data: join(place, 'data'), trusted: true, environment });
  const browser = await launchBrowser(runtime);
  try {
    const activations: number[] = [];
    for (let run = -1; run < windows; run++) {
      const activation = await activationIn(browser, server, folder);
      if (run >= 0) activations.push(activation);
    }
    const { opened, keystrokes } = await typedIn(browser, server, folder, written);
    console.log('Editor: a real VS Code, an article of 3000 characters');
    row(`the extension activated, ${String(windows)} windows`, spread(summary(activations)));
    row('opened until its problems are there', milliseconds(opened));
    row('keystroke until its problems are there', spread(summary(keystrokes)));
  } finally {
    await browser.close();
    await server.stop();
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** How long VS Code itself says that it took to load and activate the extension in a new window. */
async function activationIn(browser: Browser, server: EditorServer, folder: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  try {
    await page.goto(server.address({ folder, file: join(folder, 'article.txt'), extension: root }));
    await page.locator('.squiggly-warning').first().waitFor();
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill('>Developer: Show Running Extensions');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Show Running Extensions' })
      .first()
      .click();
    const ours = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'copydesk' });
    const text = (await ours.locator('.activation-time').textContent()) ?? '';
    const [, time] = /(\d+)\s*ms/.exec(text) ?? [];
    if (time === undefined) throw new Error(`VS Code says nothing of the activation: “${text}”.`);
    return Number(time);
  } finally {
    await page.close();
  }
}

async function typedIn(
  browser: Browser,
  server: EditorServer,
  folder: string,
  written: string,
): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  try {
    const ended = new Promise<void>((resolve) => {
      void page.exposeFunction('codeAutomationExit', () => {
        resolve();
      });
    });
    await page.exposeFunction('codeAutomationLog', () => undefined);
    await page.goto(server.address({ folder, extension: root, suite }));
    await ended;
    if (!existsSync(written)) throw new Error('The editor measured nothing.');
    return JSON.parse(readFileSync(written, 'utf8')) as Figures;
  } finally {
    await page.close();
  }
}

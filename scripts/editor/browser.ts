import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Runtime } from './runtime.ts';

/** The few parts of Playwright that are used; its package is installed with the runtime, not with the project. */
export interface Page {
  goto(address: string): Promise<unknown>;
  exposeFunction(name: string, called: (...values: never[]) => unknown): Promise<void>;
  on(event: 'console', heard: (message: { type(): string; text(): string }) => void): void;
  on(event: 'crash' | 'close', heard: () => void): void;
  waitForSelector(
    selector: string,
    options?: { timeout?: number; state?: 'visible' | 'attached' },
  ): Promise<unknown>;
  screenshot(options: { path: string; omitBackground?: boolean }): Promise<unknown>;
  click(selector: string, options?: { timeout?: number }): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  evaluate(code: string): Promise<unknown>;
  waitForTimeout(milliseconds: number): Promise<void>;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}

export interface Browser {
  newPage(options?: object): Promise<Page>;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> };
}

/** A browser without a window. @throws Error where there is none to be had on this machine. */
export async function launchBrowser(runtime: Runtime): Promise<Browser> {
  const require = createRequire(join(runtime.packages, 'index.js'));
  const { chromium } = require('playwright-core') as Playwright;
  const shared = [
    ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    ...['--disable-sync', '--no-first-run', '--disable-dev-shm-usage', '--lang=en-US'],
  ];
  if (runtime.browser !== undefined && existsSync(runtime.browser)) {
    return chromium.launch({ executablePath: runtime.browser, args: [...shared, '--no-zygote'] });
  }
  try {
    return await chromium.launch({ channel: 'chrome', args: shared });
  } catch (error) {
    throw new Error(
      'npm carries no browser for this machine, and Google Chrome is not installed. Install it, or run “npm run test:desktop”.',
      { cause: error },
    );
  }
}

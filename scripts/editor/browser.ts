import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import type { Runtime } from './runtime.ts';

/** A browser without a window. @throws Error where there is none to be had on this machine. */
export async function launchBrowser(runtime: Runtime): Promise<Browser> {
  const shared = [
    ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    ...['--disable-sync', '--no-first-run', '--disable-dev-shm-usage', '--lang=en-US'],
  ];
  if (runtime.browser !== undefined && existsSync(runtime.browser)) {
    const options = { executablePath: runtime.browser, args: [...shared, '--no-zygote'] };
    try {
      return await chromium.launch(options);
    } catch (error) {
      // The machine’s own libraries go first: those that came along are older than most.
      if (!existsSync(runtime.browserLibraries)) throw error;
      const env = { ...process.env, LD_LIBRARY_PATH: runtime.browserLibraries };
      return chromium.launch({ ...options, env });
    }
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

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/editor/browser.ts';
import { installRuntime, type Runtime } from '../../scripts/editor/runtime.ts';
import { serve } from '../../scripts/editor/serve.ts';
import { bundleBrowserSuite, bundleSuite } from './bundle.ts';
import { installPackage } from './packaged.ts';
import { runByHand } from './by-hand.ts';
import type { Report } from './suite/report.ts';
import { runInArabic } from './in-arabic.ts';
import { loadInBrowser } from './web-extension.ts';
import { serveFolder } from './web-server.ts';
import { makeScratch } from './workspace.ts';

/**
 * Runs the editor suite in a real VS Code from npm, shown to a browser without a window. Ends with
 * “N passed, N failed”. The bundles in `dist` must be built. Passes may be named: full, packaged, restricted,
 * browser, “by hand”, “in Arabic”.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The longest that one pass may take, in milliseconds: many times what it does, for machines are busy. */
const patience = 400_000;

/** What VS Code says of native packages that are not built and of hosts that are not asked. */
const noise = /spdlog|watchdog|bindings file|AgentHost|ChatModelSelection|^ +→|^ +at |Require stack|open-vsx/;

interface Pass {
  readonly name: 'full' | 'packaged' | 'restricted' | 'browser';
  readonly trusted: boolean;
  /** Whether the extension runs in the browser itself, without Node. */
  readonly inBrowser?: boolean;
}

const passes: readonly Pass[] = [
  { name: 'full', trusted: true },
  // What users install, rather than this folder: a file that the package lacks shows here.
  { name: 'packaged', trusted: true },
  { name: 'restricted', trusted: false },
  { name: 'browser', trusted: true, inBrowser: true },
];

async function runPass(pass: Pass, runtime: Runtime, browser: Browser, suite: string): Promise<Report> {
  const scratch = makeScratch();
  const web = pass.inBrowser ? await serveFolder(root) : undefined;
  const extension = pass.name === 'packaged' ? await installPackage(runtime, scratch.data) : root;
  const server = await serve(runtime, {
    data: scratch.data,
    trusted: pass.trusted,
    environment: { COPYDESK_PASS: pass.name, COPYDESK_REPORT: scratch.report },
  });
  const said: string[] = [];
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    // The page’s policy lets it load what is served by https alone, as extensions are but for this one.
    bypassCSP: pass.inBrowser ?? false,
  });
  try {
    const ended = new Promise<number>((resolve, reject) => {
      setTimeout(() => {
        reject(new Error('The editor did not end in time.'));
      }, patience).unref();
      page.on('crash', () => {
        reject(new Error('The browser’s page crashed.'));
      });
      void page.exposeFunction('codeAutomationExit', (code: number) => {
        resolve(code);
      });
    });
    await page.exposeFunction('codeAutomationLog', (_: string, words: readonly unknown[]) => {
      said.push(words.map(String).join(' '));
    });
    if (web) await loadInBrowser(page, web.address(), web.address('/out/browser-suite.cjs'));
    const loaded = web ? { inBrowser: true } : { extension, suite };
    await page.goto(server.address({ folder: scratch.seeds, ...loaded }));
    const late = await ended.then(
      () => undefined,
      (error: unknown) => (error as Error).message,
    );
    if (!existsSync(scratch.report)) throw new Error(late ?? 'The suite ended without a report.');
    const report = JSON.parse(readFileSync(scratch.report, 'utf8')) as Report;
    const reason = late ?? (report.passed + report.failed === 0 ? 'No test was run.' : undefined);
    if (reason === undefined) return report;
    const failures = [...report.failures, { title: report.running ?? pass.name, reason }];
    return { ...report, failed: failures.length, failures };
  } catch (error) {
    const own = said.filter((line) => !noise.test(line));
    const reason = `${(error as Error).message}\n${own.slice(-40).join('\n')}`;
    return { passed: 0, failed: 1, failures: [{ title: pass.name, reason }], figures: [] };
  } finally {
    // A page whose server has ended goes on asking for it.
    await page.close();
    await server.stop();
    web?.stop();
    scratch.remove();
  }
}

const [runtime, suite] = await Promise.all([installRuntime(), bundleSuite(), bundleBrowserSuite()]);
const browser = await launchBrowser(runtime);
let passed = 0;
let failed = 0;
try {
  const all: readonly (readonly [string, () => Promise<Report>])[] = [
    ...passes.map((pass) => [pass.name, () => runPass(pass, runtime, browser, suite)] as const),
    ['by hand', () => runByHand(runtime, browser, root)],
    ['in Arabic', () => runInArabic(runtime, browser, root)],
  ];
  const wanted = process.argv.slice(2);
  for (const [name, run] of all) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const started = performance.now();
    const report = await run();
    passed += report.passed;
    failed += report.failed;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `editor, ${name}: ${String(report.passed)} passed, ${String(report.failed)} failed (${seconds} s)`,
    );
    for (const figure of report.figures) console.log(`  ${figure}`);
    for (const { title, reason } of report.failures) console.log(`✖ ${title}\n${reason}\n`);
  }
} finally {
  await browser.close();
}
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed > 0 ? 1 : 0);

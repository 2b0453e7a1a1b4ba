import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { bundleSuite } from './bundle.ts';
import type { Report } from './suite/report.ts';
import { makeScratch } from './workspace.ts';

/**
 * Runs the editor suite in VS Code for the desktop, which it downloads from Microsoft; needs a display. A version
 * may be named: `npm run test:desktop -- 1.100.0`. Restricted Mode is left to `npm test`, for the downloaded
 * editor is always started with trust.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const [version = 'stable'] = process.argv.slice(2);
const scratch = makeScratch();
try {
  await runTests({
    version,
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleSuite(),
    launchArgs: [scratch.seeds, '--disable-extensions', '--user-data-dir', scratch.data, '--locale', 'en'],
    extensionTestsEnv: { COPYDESK_PASS: 'full', COPYDESK_REPORT: scratch.report },
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
try {
  const report = JSON.parse(readFileSync(scratch.report, 'utf8')) as Report;
  for (const figure of report.figures) console.log(`  ${figure}`);
  for (const { title, reason } of report.failures) console.log(`✖ ${title}\n${reason}\n`);
  console.log(`${String(report.passed)} passed, ${String(report.failed)} failed`);
} catch {
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  scratch.remove();
}

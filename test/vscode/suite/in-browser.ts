import * as vscode from 'vscode';
import type { Report } from './report.ts';

/**
 * The suite for VS Code’s extension host in a browser, where there is no Node: neither for the extension nor for the
 * tests. The report goes into the file that the runner expects, beside the folder that is open.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 60_000, reporter: Silent });
  // As the page that runs mocha does: gives `describe` and `it` to the modules that follow.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./browser.test.ts');
  const report = await runMocha(mocha);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('No folder is open.');
  const text = new TextEncoder().encode(JSON.stringify(report));
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, '..', 'report.json'), text);
  if (report.failed > 0) throw new Error(`${String(report.failed)} tests failed.`);
}

/** Mocha’s own reporter for browsers writes into a page, and here is none. */
class Silent extends Mocha.reporters.Base {}

function runMocha(mocha: Mocha): Promise<Report> {
  return new Promise((resolve) => {
    let passed = 0;
    const failures: { title: string; reason: string }[] = [];
    const runner = mocha.run(() => {
      resolve({ passed, failed: failures.length, failures, figures: [] });
    });
    runner.on('pass', () => passed++);
    runner.on('fail', (test: Mocha.Runnable, error: Error) => {
      failures.push({ title: test.fullTitle(), reason: error.stack ?? error.message });
    });
    // A test that is skipped proves nothing.
    runner.on('pending', (test: Mocha.Runnable) => {
      failures.push({ title: test.fullTitle(), reason: 'It was skipped.' });
    });
  });
}

import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { notedFigures, type Report } from './report.ts';

/**
 * The editor suite, run by VS Code inside its extension host: under `@vscode/test-electron` and in the VS Code
 * of npm alike. `COPYDESK_PASS` says which part: “full”; “packaged” for what a package
 * can lack as users install it; “restricted” for Restricted Mode. `COPYDESK_GREP`: only tests whose title holds it.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 60_000, slow: 5_000, reporter: 'spec', color: false });
  const { COPYDESK_GREP: grep = '' } = process.env;
  if (grep !== '') mocha.grep(grep);
  // As the command line of mocha does for each file: gives `describe` and `it` to the modules that follow.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  switch (process.env['COPYDESK_PASS']) {
    case 'restricted':
      await import('./restricted.test.ts');
      break;
    case 'packaged':
      await import('./packaged.test.ts');
      break;
    default:
      // First what must be seen before anything is opened.
      await import('./activation.test.ts');
      // Before other tests add articles to the folder.
      await import('./corpus.test.ts');
      await import('./seeds.test.ts');
      await import('./fixing.test.ts');
      await import('./settings.test.ts');
      await import('./articles.test.ts');
      await import('./server.test.ts');
      await import('./typing.test.ts');
      // Before records that share their lines are open: the editor keeps documents for a while after their tabs.
      await import('./mine.test.ts');
      await import('./records.test.ts');
  }
  const { failed } = await runMocha(mocha);
  if (failed > 0) throw new Error(`${String(failed)} tests failed.`);
}

function runMocha(mocha: Mocha): Promise<Report> {
  return new Promise((resolve) => {
    let passed = 0;
    const failures: { title: string; reason: string }[] = [];
    // Written as it goes: an editor that hangs shall have said how far it came.
    const write = (running?: string): Report => {
      const report = {
        passed,
        failed: failures.length,
        failures,
        figures: notedFigures(),
        ...(running && { running }),
      };
      const file = process.env['COPYDESK_REPORT'];
      if (file !== undefined) writeFileSync(file, JSON.stringify(report));
      return report;
    };
    const runner = mocha.run(() => {
      resolve(write());
    });
    runner.on('test', (test: Mocha.Test) => write(test.fullTitle()));
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

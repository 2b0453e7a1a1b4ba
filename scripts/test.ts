import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Counts } from './test/counting-reporter.ts';
import { suites, type Suite } from './test/suites.ts';

/**
 * Runs the test suites, all or those named, and ends with one line “N passed, N failed”. A suite's output is
 * shown when it has ended, so that lanes do not mix; of a suite that passed only its summary is.
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'copydesk-tests-'));

interface Ran {
  readonly code: number;
  readonly output: string;
}

function node(args: readonly string[]): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
    }
    child.once('error', failed);
    child.once('close', (code) => {
      done({ code: code ?? 1, output: pieces.join('') });
    });
  });
}

interface Outcome extends Counts {
  readonly output: string;
}

async function runFiles(name: string, files: readonly string[]): Promise<Outcome> {
  const counted = join(scratch, `${name}.json`);
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${root}scripts/test/counting-reporter.ts`,
    `--test-reporter-destination=${counted}`,
  ];
  const { code, output } = await node(['--test', '--test-concurrency=2', ...reporters, ...files]);
  const counts = JSON.parse(readFileSync(counted, 'utf8')) as Counts;
  // The runner may fail where no test does: a file without tests, an error after the last one.
  const unexplained = code !== 0 && counts.failed === 0 ? 1 : 0;
  const nothing = counts.passed + counts.failed === 0 ? 1 : 0;
  return { ...counts, failed: counts.failed + Math.max(unexplained, nothing), output };
}

async function runChecks(checks: NonNullable<Suite['checks']>): Promise<Outcome> {
  let passed = 0;
  const lines: string[] = [];
  for (const [what, args] of checks) {
    const { code, output } = await node(args);
    if (code === 0) passed++;
    lines.push(`${code === 0 ? '✔' : '✖'} ${what}`, ...(code === 0 ? [] : [output]));
  }
  return { passed, failed: checks.length - passed, skipped: [], output: `${lines.join('\n')}\n` };
}

async function runScript(script: string): Promise<Outcome> {
  const { code, output } = await node([script]);
  const [, passed = '0', failed = '0'] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  const counts = { passed: Number(passed), failed: Number(failed) };
  const unexplained = (code !== 0 && counts.failed === 0) || counts.passed === 0 ? 1 : 0;
  return { passed: counts.passed, failed: counts.failed + unexplained, skipped: [], output };
}

async function run(suite: Suite): Promise<Counts> {
  const started = performance.now();
  const { passed, failed, skipped, output } = await (suite.files
    ? runFiles(suite.name, suite.files)
    : suite.checks
      ? runChecks(suite.checks)
      : runScript(suite.script ?? ''));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (failed > 0) console.log(output);
  console.log(`${suite.name}: ${String(passed)} passed, ${String(failed)} failed (${seconds} s)`);
  for (const name of skipped) console.log(`  not run here: ${name}`);
  return { passed, failed, skipped };
}

async function runLane(lane: readonly Suite[]): Promise<Counts[]> {
  const results: Counts[] = [];
  for (const suite of lane) results.push(await run(suite));
  return results;
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no suite “${unknown.join('”, “')}”. There are: ${suites.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));
try {
  const built = await node(['scripts/build.ts']);
  if (built.code !== 0) {
    console.error(`The bundles could not be built, so nothing was tested.\n${built.output}`);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  } else {
    const lanes = (['waiting', 'working'] as const).map((lane) =>
      chosen.filter((suite) => suite.lane === lane),
    );
    const counts = (await Promise.all(lanes.map(runLane))).flat();
    const passed = counts.reduce((sum, count) => sum + count.passed, 0);
    const failed = counts.reduce((sum, count) => sum + count.failed, 0);
    console.log(`${String(passed)} passed, ${String(failed)} failed`);
    if (failed > 0) process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

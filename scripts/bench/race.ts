import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { milliseconds, spread, type Measured } from './measure.ts';

/** Walks a folder, reads and decodes its files and counts their lines: what no checker can do without. */
export const floor = `
const { readdirSync, readFileSync } = require('node:fs');
let lines = 0;
const walk = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = folder + '/' + entry.name;
    if (entry.isDirectory()) walk(path);
    else lines += new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).split('\\n').length;
  }
};
walk(process.argv[1]);
console.log(lines);`;

/** Tells the process's largest memory (kB) and its CPU time (µs) on descriptor 3 when it ends. */
const hookSource = `
const { isMainThread } = require('node:worker_threads');
if (isMainThread) process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeSync(3, JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }));
});`;

/** A program that runs in Node; its arguments begin with its file, or with `-e`. */
export interface Contender {
  readonly name: string;
  readonly args: readonly string[];
}

/** One run of a whole process. */
export interface Run {
  /** From its start to its end, in milliseconds. */
  readonly time: number;
  /** User and system time of all its threads, in milliseconds; not a number where it ended past Node. */
  readonly cpu: number;
  /** The most memory it held, in bytes; not a number where it ended past Node. */
  readonly memory: number;
}

/** What came of a contender: its runs, or in words why there are none. */
export type Result = Contender & ({ readonly runs: readonly Run[] } | { readonly failure: string });

/** Where whole processes are run, and how long each may take. */
export class Course {
  readonly folder: string;
  readonly limit: number;
  readonly #hook: string;

  /**
   * @param folder a temporary folder for the measuring itself; the processes run in it
   * @param limit after how many milliseconds a process is stopped
   */
  constructor(folder: string, limit: number) {
    this.folder = folder;
    this.limit = limit;
    this.#hook = join(folder, 'hook.cjs');
    writeFileSync(this.#hook, hookSource);
  }

  /**
   * Whole processes against whole processes, turn by turn, so that a busy machine is busy for all. One that
   * takes too long or fails has no further turn.
   *
   * @param warmUp whether there is a first turn that is not counted; it fills the caches of the system and of Node
   */
  race(contenders: readonly Contender[], turns: number, warmUp = true): Result[] {
    const runs = contenders.map((): Run[] => []);
    const failures = contenders.map((): string | undefined => undefined);
    for (let turn = warmUp ? -1 : 0; turn < turns; turn++) {
      contenders.forEach((contender, place) => {
        if (failures[place] !== undefined) return;
        const run = this.run(contender);
        if (typeof run === 'string') failures[place] = run;
        else if (turn >= 0) runs[place]?.push(run);
      });
    }
    return contenders.map((contender, place) => {
      const failure = failures[place];
      return failure === undefined ? { ...contender, runs: runs[place] ?? [] } : { ...contender, failure };
    });
  }

  /** What the last process wrote. */
  report(): string {
    return readFileSync(join(this.folder, 'report'), 'utf8');
  }

  /** Runs one process; where it does not come to its end, says why. Status 1 is that of findings. */
  run({ args }: Contender): Run | string {
    // Reports go to a file: reading them here would take time from the process on a machine of few cores.
    const path = join(this.folder, 'report');
    const report = openSync(path, 'w');
    const started = performance.now();
    const ended = spawnSync(process.execPath, ['--require', this.#hook, ...args], {
      cwd: this.folder,
      stdio: ['ignore', report, report, 'pipe'],
      env: { ...process.env, COPYDESK_CACHE: join(this.folder, 'cache') },
      timeout: this.limit,
      killSignal: 'SIGKILL',
    });
    const time = performance.now() - started;
    closeSync(report);
    if (ended.signal === 'SIGKILL' && time >= this.limit) {
      return `stopped after ${String(this.limit / 1000)} s`;
    }
    if (ended.status !== 0 && ended.status !== 1) {
      const said = this.report().trim().split('\n').slice(-8).join('\n');
      return `failed with ${String(ended.signal ?? ended.status)}: ${said}`;
    }
    const told = String(ended.output[3]);
    // A native program may end the process by itself, without a word to Node.
    if (told === '') return { time, cpu: NaN, memory: NaN };
    const { maxRSS, cpu } = JSON.parse(told) as { maxRSS: number; cpu: number };
    return { time, cpu: cpu / 1000, memory: maxRSS * 1024 };
  }
}

/** The middle of some figures, with the least and the most. */
function middleOf(figures: readonly number[]): Measured {
  const sorted = [...figures].sort((one, other) => one - other);
  return { median: sorted[sorted.length >> 1] ?? NaN, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
}

/** How often longer something took than what ran in the same turns: “3.20 (3.00 to 3.41)”. */
export function ratioOf(runs: readonly Run[], base: readonly Run[]): string {
  const { least, most } = middleOf(runs.map(({ time }, turn) => time / (base[turn]?.time ?? NaN)));
  const median = timeOf(runs).median / timeOf(base).median;
  return `${figure(median)} (${figure(least)} to ${figure(most)})`;
}

/** A result in a line: time, CPU time and memory. */
export function lineOf({ name, ...result }: Result): string {
  if ('failure' in result) return `  ${name.padEnd(38)} ${result.failure}`;
  const cpu = middleOf(result.runs.map((run) => run.cpu)).median;
  const memory = Math.max(...result.runs.map((run) => run.memory)) / 2 ** 20;
  return [
    `  ${name.padEnd(38)}`,
    spread(timeOf(result.runs)).padEnd(32),
    (Number.isNaN(cpu) ? 'CPU unknown' : `${milliseconds(cpu)} CPU`).padStart(12),
    (Number.isNaN(memory) ? '? MB' : `${memory.toFixed(0)} MB`).padStart(7),
  ].join(' ');
}

export function timeOf(runs: readonly Run[]): Measured {
  return middleOf(runs.map(({ time }) => time));
}

function figure(number: number): string {
  return number < 10 ? number.toFixed(2) : number.toFixed(number < 100 ? 1 : 0);
}

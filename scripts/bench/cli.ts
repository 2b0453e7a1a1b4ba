import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { articleOf } from './articles.ts';
import { spread, type Measured } from './measure.ts';

/** The built program: what people run is measured, not the sources. */
const program = fileURLToPath(new URL('../../dist/copydesk.cjs', import.meta.url));

/** Walks a folder, reads and decodes its files and counts their lines: what no checker can do without. */
const floor = `
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

/** Walks a folder and looks at its files without opening them. */
const statFloor = `
const { readdirSync, statSync } = require('node:fs');
let size = 0;
const walk = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = folder + '/' + entry.name;
    if (entry.isDirectory()) walk(path);
    else size += statSync(path).size;
  }
};
walk(process.argv[1]);
console.log(size);`;

/** Tells the process's largest memory (kB) on descriptor 3 when it ends. */
const memoryHook = `process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));`;

const runs = 7;

interface Contender {
  readonly name: string;
  readonly args: readonly string[];
}

/** Whole processes against whole processes, turn by turn, so that a busy machine is busy for all. */
export async function benchCommandLine(): Promise<void> {
  if (!existsSync(program)) throw new Error('dist/copydesk.cjs is missing. Build it first: npm run build.');
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  try {
    const corpora = makeCorpora(folder);
    const hook = join(folder, 'hook.cjs');
    writeFileSync(hook, memoryHook);
    const race = (title: string, base: Contender, others: readonly Contender[]): void => {
      console.log(`Command line: ${title}`);
      compare([base, ...others], hook, join(folder, 'cache'));
    };
    const nothing = { name: 'node -e 0', args: ['-e', '0'] };
    race('start-up', nothing, [
      { name: 'copydesk --version', args: [program, '--version'] },
      { name: 'copydesk rules', args: [program, 'rules'] },
      {
        name: 'copydesk check, one article of 3 kB',
        args: [program, 'check', '--no-cache', join(corpora.small, '0.txt')],
      },
    ]);
    for (const [title, corpus] of [
      ['2,000 articles of 3 kB, most of them in order', corpora.clean],
      ['2,000 articles of 3 kB, all of them dirty', corpora.small],
      ['one article of 5 MB', corpora.big],
    ] as const) {
      race(title, { name: 'floor: read, decode, count lines', args: ['-e', floor, corpus] }, [
        { name: 'copydesk check --no-cache', args: [program, 'check', '--no-cache', corpus] },
        {
          name: 'copydesk check --format jsonl',
          args: [program, 'check', '--no-cache', '--format', 'jsonl', corpus],
        },
      ]);
      race(`${title}, the cache warm`, { name: 'floor: stat', args: ['-e', statFloor, corpus] }, [
        { name: 'copydesk check', args: [program, 'check', corpus] },
      ]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Promise.resolve();
}

/** Corpora made of the seeds; their files are dated back, for what was written just now is not trusted. */
function makeCorpora(folder: string): Record<'clean' | 'small' | 'big', string> {
  const corpora = { clean: join(folder, 'clean'), small: join(folder, 'small'), big: join(folder, 'big') };
  for (const corpus of Object.values(corpora)) mkdirSync(corpus);
  const write = (path: string, text: string): void => {
    writeFileSync(path, text);
    utimesSync(path, 1_700_000_000, 1_700_000_000);
  };
  const plain = (text: string): string => text.replace(/["“”«»]/g, '').replace(/\[\w+\]/g, '');
  for (let number = 0; number < 2_000; number++) {
    const text = articleOf(1_700 + (number % 100)).replace('العنوان', `العنوان ${String(number)}`);
    write(join(corpora.small, `${String(number)}.txt`), text);
    write(join(corpora.clean, `${String(number)}.txt`), number % 10 === 0 ? text : plain(text));
  }
  write(join(corpora.big, 'big.txt'), articleOf(2_900_000));
  return corpora;
}

function compare(contenders: readonly Contender[], hook: string, cache: string): void {
  const times = contenders.map((): number[] => []);
  let memories: number[] = [];
  for (let run = -1; run < runs; run++) {
    memories = contenders.map(({ args }, place) => {
      const started = performance.now();
      const ended = spawnSync(process.execPath, ['--require', hook, ...args], {
        stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
        env: { ...process.env, COPYDESK_CACHE: cache },
        maxBuffer: 2 ** 30,
      });
      // The first turn fills the caches of the system, of Node and of the program.
      if (run >= 0) times[place]?.push(performance.now() - started);
      return Number(ended.output[3]);
    });
  }
  const [base] = times;
  contenders.forEach(({ name }, place) => {
    const own = times[place] ?? [];
    const ratios = own.map((time, run) => time / (base?.[run] ?? NaN));
    const measured = measuredOf(own);
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
    const ratio =
      place === 0
        ? ''
        : `  ${(measured.median / measuredOf(base ?? []).median).toFixed(2)} times (${least.toFixed(2)} to ${most.toFixed(2)})`;
    const memory = `${String(Math.round((memories[place] ?? NaN) / 1024))} MB`;
    console.log(`  ${name.padEnd(38)} ${spread(measured).padEnd(28)} ${memory.padStart(7)}${ratio}`);
  });
}

function measuredOf(times: readonly number[]): Measured {
  const sorted = [...times].sort((one, other) => one - other);
  return { median: sorted[sorted.length >> 1] ?? NaN, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
}

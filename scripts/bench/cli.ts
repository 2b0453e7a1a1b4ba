import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCorpora, program } from './corpora.ts';
import { Course, floor, lineOf, ratioOf, type Contender, type Result } from './race.ts';

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

const turns = 7;

/** Start-up, and whole corpora against the least that a program must do with them. */
export function benchCommandLine(): void {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  try {
    const corpora = makeCorpora(folder);
    const course = new Course(folder, 600_000);
    const race = (title: string, base: Contender, others: readonly Contender[]): void => {
      console.log(`Command line: ${title}`);
      tell(course.race([base, ...others], turns));
    };
    const nothing = { name: 'node -e 0', args: ['-e', '0'] };
    race('start-up', nothing, [
      { name: 'copydesk --version', args: [program, '--version'] },
      { name: 'copydesk rules', args: [program, 'rules'] },
      {
        name: 'copydesk check, one article of 3 kB',
        args: [program, 'check', '--no-cache', join(corpora.small, '0', '0.txt')],
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
}

function tell(results: readonly Result[]): void {
  const [base] = results;
  for (const result of results) {
    const compared = result !== base && base && 'runs' in base && 'runs' in result;
    console.log(lineOf(result) + (compared ? `  ${ratioOf(result.runs, base.runs)} times` : ''));
  }
}

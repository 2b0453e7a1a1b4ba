import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program, writeArticles } from './corpora.ts';
import { drawGrowth, type Point } from './growth-drawing.ts';
import { Course, lineOf, timeOf } from './race.ts';

/** About how many articles come to a megabyte. */
const perMegabyte = 335;

/** Half a day is enough for anything. */
const limit = 12 * 3_600_000;

/**
 * How the time and the memory of `copydesk check` grow with a corpus of articles of 3 kB, one in ten of them
 * dirty: 1, 10 and 100 MB, and 1 GB where COPYDESK_BENCH_GIGABYTE is set. As a table, and as a drawing.
 *
 * @param drawing where the drawing goes
 */
export function benchGrowth(drawing = join(tmpdir(), 'copydesk-growth.svg')): void {
  const sizes = [1, 10, 100, ...(process.env['COPYDESK_BENCH_GIGABYTE'] ? [1_000] : [])];
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const points: Point[] = [];
  try {
    const course = new Course(folder, limit);
    console.log('Growth: copydesk check --no-cache, articles of 3 kB, one in ten of them dirty');
    for (const megabytes of sizes) {
      const corpus = join(folder, String(megabytes));
      const bytes = writeArticles(corpus, megabytes * perMegabyte, 10);
      const contender = { name: `${String(megabytes)} MB`, args: [program, 'check', '--no-cache', corpus] };
      // The large ones run for minutes: one run, and no other before it.
      const short = megabytes <= 10;
      for (const result of course.race([contender], short ? 3 : 1, short)) {
        if (!('runs' in result)) throw new Error(lineOf(result));
        const { median } = timeOf(result.runs);
        console.log(`${lineOf(result)}  ${(bytes / 1e6 / (median / 1000)).toFixed(2)} MB/s`);
        points.push({
          bytes,
          time: timeOf(result.runs),
          memory: Math.max(...result.runs.map((run) => run.memory)),
        });
      }
      rmSync(corpus, { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  writeFileSync(drawing, drawGrowth(points));
  console.log(`The drawing is in ${drawing}`);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program, writeArticle, writeArticles } from './corpora.ts';
import { installPeers, peers, readyToRace } from './peer-programs.ts';
import { Course, floor, lineOf, ratioOf, timeOf, type Result } from './race.ts';

/** How long a program may take with one corpus. */
const limit = 60_000;

/** How often each runs, after a first run that is not counted. */
const turns = 3;

/**
 * Copydesk beside other programs that judge text, on the same files, whole process against whole process in
 * one run. They do not do the same work: each judges what it knows, and none of them who said something.
 */
export function benchPeers(): void {
  installPeers();
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  try {
    const course = new Course(folder, limit);
    const ready = peers.filter((peer) => readyToRace(peer, course));
    const race = (title: string, name: string, write: (folder: string) => number): void => {
      const corpus = join(folder, name);
      const size = write(corpus);
      const megabytes = (size / 1e6).toFixed(2);
      console.log(
        `Peers: ${title}, ${megabytes} MB; ${String(turns)} runs, stopped after ${String(limit / 1000)} s`,
      );
      const contenders = [
        { name: 'floor: read, decode, count lines', args: ['-e', floor, corpus] },
        { name: 'copydesk check --no-cache', args: [program, 'check', '--no-cache', corpus] },
        ...ready.map((peer) => ({ name: peer.name, args: peer.args(name) })),
      ];
      tell(course.race(contenders, turns), size);
    };
    race('2,000 articles of 3 kB, one in ten dirty', 'clean', (to) => writeArticles(to, 2_000, 10));
    race('2,000 articles of 3 kB, all of them dirty', 'dirty', (to) => writeArticles(to, 2_000, 1));
    // Some take a time that grows with the square of an article's length: this one shows them at work.
    race('one dirty article', 'smaller', (to) => writeArticle(to, 150_000));
    race('one dirty article', 'big', (to) => writeArticle(to, 2_900_000));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(results: readonly Result[], size: number): void {
  const [base, own] = results;
  for (const result of results) {
    if (!('runs' in result)) {
      console.log(lineOf(result));
      continue;
    }
    const rate = (size / 1e6 / (timeOf(result.runs).median / 1000)).toFixed(2);
    const ratios = [`${rate.padStart(6)} MB/s`];
    if (result !== base && base && 'runs' in base) {
      ratios.push(`${ratioOf(result.runs, base.runs)} times the floor`);
    }
    if (result !== base && result !== own && own && 'runs' in own) {
      ratios.push(`${ratioOf(result.runs, own.runs)} times Copydesk`);
    }
    console.log(`${lineOf(result)}  ${ratios.join('  ')}`);
  }
}

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contender, Course } from './race.ts';

/** Where the other programs are installed, apart from what Copydesk itself needs. */
const bench = fileURLToPath(new URL('../../bench/', import.meta.url));
const packages = join(bench, 'node_modules');

interface Peer {
  readonly name: string;
  /** The file that Node runs. */
  readonly file: string;
  /** What it is called with, for a folder that stands where it runs. */
  readonly args: (corpus: string) => readonly string[];
}

const textlint = join(packages, 'textlint', 'bin', 'textlint.js');
const retext = join(bench, 'retext.mjs');
const autocorrect = join(packages, 'autocorrect-node', 'cli.js');
const markdownlint = join(packages, 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs');

export const peers: readonly Peer[] = [
  { name: 'autocorrect --lint', file: autocorrect, args: (corpus) => [autocorrect, '--lint', corpus] },
  { name: 'retext-quotes', file: retext, args: (corpus) => [retext, '--no-stdout', corpus] },
  { name: 'markdownlint-cli2', file: markdownlint, args: (corpus) => [markdownlint, `${corpus}/**/*.txt`] },
  {
    name: 'textlint, no-unmatched-pair',
    file: textlint,
    args: (corpus) => [
      textlint,
      ...['--config', join(bench, '.textlintrc.json'), '--rules-base-directory', packages, corpus],
    ],
  },
];

/** Installs what bench/package-lock.json names, without running a package's own scripts. */
export function installPeers(): void {
  const windows = process.platform === 'win32';
  const step = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(windows ? 'npm.cmd' : 'npm', step, {
    cwd: bench,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows,
  });
  if (status === 0) return;
  const reason = error ? `: ${error.message}` : '';
  console.error(
    `npm could not install the other programs into bench/${reason}. Only those that stand there are measured.`,
  );
}

/**
 * Whether a program is there and judges text: it is run on an article in which each of them finds something, for
 * one that reads nothing would be the fastest. Tells on the console why one is left out.
 */
export function readyToRace({ name, file, args }: Peer, course: Course): boolean {
  const leave = (reason: string): boolean => {
    console.error(`${name} is not measured: ${reason}`);
    return false;
  };
  if (!existsSync(file)) return leave('it is not installed. `npm ci` in bench/ says why.');
  const folder = join(course.folder, 'sample');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sample.txt'), 'She said "this, and not that.\n\nIt’s hello世界.\n');
  const contender: Contender = { name, args: args('sample') };
  const run = course.run(contender);
  if (typeof run === 'string') return leave(run);
  return course.report().includes('sample.txt') || leave('it found nothing in an article with mistakes.');
}

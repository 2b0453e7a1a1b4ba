import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An article as the index holds it. */
export interface StagedFile {
  /** From the root of the repository, with `/` between folders. */
  readonly place: string;
  readonly mode: string;
  readonly bytes: Uint8Array;
}

/** Lines that changed, from 1, both ends included; undefined for all lines of a new file. */
export type ChangedLines = readonly (readonly [number, number])[] | undefined;

/** The repository around the working folder. Everything is asked of git itself, in one call for all files. */
export class Repository {
  readonly root: string;

  /** @throws Error with a sentence for people where there is no git or no repository. */
  constructor() {
    this.root = git(['rev-parse', '--show-toplevel'])
      .toString()
      .replace(/\r?\n$/, '');
  }

  /** Files that are added or changed in the index, below some paths. */
  staged(paths: readonly string[]): StagedFile[] {
    const names = listed(
      git(['diff', '--cached', '--name-only', '-z', '--diff-filter=ACMRT', '--no-renames', '--', ...paths]),
    );
    if (names.length === 0) return [];
    const entries = listed(
      git([
        'ls-files',
        '--stage',
        '-z',
        '--full-name',
        '--',
        ...names.map((name) => `:(top,literal)${name}`),
      ]),
    )
      .map((line) => /^(\d+) ([0-9a-f]+) 0\t(.*)$/s.exec(line))
      // Links and submodules are no articles.
      .flatMap((match) => (match?.[1]?.startsWith('100') === true ? [match] : []));
    const contents = git(['cat-file', '--batch'], entries.map(([, , hash = '']) => `${hash}\n`).join(''));
    let offset = 0;
    return entries.map(([, mode = '', , place = '']) => {
      const header = contents.indexOf(10, offset);
      const size = Number(contents.toString('latin1', offset, header).split(' ')[2]);
      const bytes = contents.subarray(header + 1, header + 1 + size);
      offset = header + 1 + size + 1;
      return { place, mode, bytes };
    });
  }

  /** Puts a content in the place of a file's in the index. */
  stage({ place, mode }: Pick<StagedFile, 'place' | 'mode'>, bytes: Uint8Array): void {
    const hash = git(['hash-object', '-w', '--stdin'], bytes).toString().trim();
    git(['update-index', '-z', '--index-info'], `${mode} ${hash}\t${place}\0`);
  }

  /** Files that differ from a revision, below some paths, with the lines that do; new files too. */
  changedSince(revision: string, paths: readonly string[]): Map<string, ChangedLines> {
    const commit = git(
      ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
      '',
      `There is no revision “${revision}” here. In a shallow clone, fetch it first.`,
    )
      .toString()
      .trim();
    const base = attempt(['merge-base', commit, 'HEAD']) ?? commit;
    const changed = new Map<string, ChangedLines>();
    const options = [
      '-c',
      'core.quotePath=false',
      'diff',
      '--no-color',
      '--no-ext-diff',
      '--no-renames',
      '--unified=0',
      '--src-prefix=a/',
      '--dst-prefix=b/',
      '--diff-filter=ACMRT',
    ];
    let lines: [number, number][] = [];
    for (const line of git([...options, base, '--', ...paths])
      .toString()
      .split('\n')) {
      if (line.startsWith('+++ ')) changed.set(unquoted(line.slice(4)).slice(2), (lines = []));
      const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
      // Where lines were only deleted, those on both sides now meet.
      if (hunk)
        lines.push([
          Number(hunk[1]),
          Number(hunk[1]) + Math.max(1, Number(hunk[2] ?? '1')) - (hunk[2] === '0' ? 0 : 1),
        ]);
    }
    for (const place of listed(
      git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ...paths]),
    ))
      changed.set(place, undefined);
    return changed;
  }
}

/**
 * What a file in work comes to when the index's `before` became `after`: everything of its own that differs
 * from `before` stays. Undefined where both changed the same lines.
 */
export function merged(work: Uint8Array, before: Uint8Array, after: Uint8Array): Uint8Array | undefined {
  if (Buffer.compare(work, before) === 0) return after;
  // A repository may keep LF and the working tree CRLF.
  const crlf = (bytes: Uint8Array): Buffer =>
    Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
  const wide = Buffer.from(work).includes('\r\n') && !Buffer.from(before).includes('\r\n');
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-merge-'));
  try {
    const names = [work, wide ? crlf(before) : before, wide ? crlf(after) : after].map((bytes, place) => {
      const path = join(folder, String(place));
      writeFileSync(path, bytes);
      return path;
    });
    const [ours = '', base = '', theirs = ''] = names;
    const { status, stdout } = spawnSync('git', ['merge-file', '--stdout', '--quiet', ours, base, theirs], {
      maxBuffer: 2 ** 30,
    });
    return status === 0 ? stdout : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function attempt(args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function git(args: readonly string[], input: string | Uint8Array = '', otherwise?: string): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    input,
    maxBuffer: 2 ** 30,
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(
      missing ? 'git is needed for this and was not found. Install it, or name the files.' : error.message,
    );
  }
  if (status !== 0) {
    if (otherwise !== undefined) throw new Error(otherwise);
    const said = stderr.toString().trim().split('\n')[0] ?? '';
    throw new Error(
      said.includes('not a git repository')
        ? 'This folder is in no git repository. Go to one, or name the files.'
        : `git says: ${said}`,
    );
  }
  return stdout;
}

function listed(output: Buffer): string[] {
  return output
    .toString()
    .split('\0')
    .filter((name) => name !== '');
}

/** A name as `git diff` writes it: a tab ends one with spaces, quotation marks enclose one with anything stranger. */
function unquoted(name: string): string {
  if (!name.startsWith('"')) return name.replace(/\t$/, '');
  const escapes: Readonly<Record<string, string>> = {
    n: '\n',
    t: '\t',
    r: '\r',
    a: '\u0007',
    b: '\b',
    f: '\f',
    v: '\v',
  };
  const bytes = name
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3
        ? String.fromCharCode(Number.parseInt(code, 8))
        : Buffer.from(escapes[code] ?? code).toString('latin1'),
    );
  // Octal escapes are bytes; without quotePath other characters stand as they are.
  return /[^\u0000-\u00FF]/.test(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString();
}

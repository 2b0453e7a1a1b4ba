import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Patterns of a folder, and the folder they are relative to (with a separator at the end). */
interface Patterns {
  readonly base: string;
  readonly matcher: Ignore;
}

/**
 * What `.gitignore` (inside a repository) and `.copydeskignore` leave out, as git means it: the nearest file
 * that says something about a path decides. The files are looked for up to the root of the disk, `.gitignore`
 * up to the root of the repository.
 */
export class Ignored {
  readonly #above = new Map<string, readonly Patterns[]>();
  readonly #start: string;
  readonly #asked: boolean;

  /** @param start Absolute path of a folder that was asked for; if it is left out itself, what is above it does not count. */
  constructor(start: string) {
    this.#start = start;
    this.#asked = !this.#decides(this.#of(dirname(start)), start, true);
  }

  /** Whether a file or a folder (absolute path) below the start is left out. */
  leavesOut(path: string, isFolder: boolean): boolean {
    const all = this.#of(dirname(path));
    return this.#decides(
      this.#asked ? all : all.filter(({ base }) => base.startsWith(this.#start)),
      path,
      isFolder,
    );
  }

  #decides(patterns: readonly Patterns[], path: string, isFolder: boolean): boolean {
    for (const { base, matcher } of patterns) {
      const name = path.slice(base.length).replaceAll(sep, '/');
      if (!ignore.isPathValid(name)) continue;
      const { ignored, unignored } = matcher.test(isFolder ? `${name}/` : name);
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  /** The patterns that hold in a folder, the nearest first. */
  #of(folder: string): readonly Patterns[] {
    let known = this.#above.get(folder);
    if (!known) {
      const above = dirname(folder);
      const outer = above === folder ? [] : this.#of(above);
      known = [...patternsIn(folder), ...(existsSync(join(folder, '.git')) ? outer.filter(isOwn) : outer)];
      this.#above.set(folder, known);
    }
    return known;
  }
}

const own = '.copydeskignore';
const ownPatterns = new WeakSet<Patterns>();

function isOwn(patterns: Patterns): boolean {
  return ownPatterns.has(patterns);
}

function* patternsIn(folder: string): Generator<Patterns> {
  const base = folder.endsWith(sep) ? folder : folder + sep;
  for (const [name, text] of [
    [own, textOf(join(folder, own))],
    ['.gitignore', inRepository(folder) ? textOf(join(folder, '.gitignore')) : undefined],
    ['exclude', textOf(join(folder, '.git/info/exclude'))],
  ] as const) {
    if (text === undefined) continue;
    const patterns = { base, matcher: ignore().add(text) };
    if (name === own) ownPatterns.add(patterns);
    yield patterns;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const repositories = new Map<string, boolean>();

function inRepository(folder: string): boolean {
  let known = repositories.get(folder);
  if (known === undefined) {
    const above = dirname(folder);
    known = existsSync(join(folder, '.git')) || (above !== folder && inRepository(above));
    repositories.set(folder, known);
  }
  return known;
}

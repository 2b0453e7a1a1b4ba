import { existsSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join, normalize, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { isArticleName } from '../formats/article-name.ts';
import { compressionOf, formatOf } from '../formats/format-name.ts';
import { Ignored } from './ignored.ts';
import { ListedRecords } from './listed-records.ts';
import type { Recording } from './recording.ts';
import { sentenceOf } from './system-errors.ts';

/** A file that may be an article. */
export interface FoundFile {
  /** Absolute path. */
  readonly path: string;
  /** The path as the user would write it, with `/` between folders. */
  readonly name: string;
  /** Whether an ignore file leaves it out, or the folder it is. */
  readonly left?: boolean;
}

/** What one of the paths on the command line stands for. */
export type Asked =
  | { readonly kind: 'input' }
  | { readonly kind: 'file'; readonly file: FoundFile; readonly size: number }
  | { readonly kind: 'folder' | 'glob'; readonly files: Iterable<FoundFile> }
  | { readonly kind: 'nothing'; readonly why: string };

/** Something in a folder that can't be read; the walk goes on without it. */
export type Unreadable = (name: string, why: string) => void;

/** How folders are walked. */
export interface Walk {
  readonly unreadable: Unreadable;
  /** Whether ignore files count. */
  readonly ignoring: boolean;
  /** What is to know all that was looked at. */
  readonly recording?: Recording | undefined;
}

/** Finds out what a path on the command line stands for. A name that exists is never taken for a glob. */
export function whatIsAsked(argument: string, walk: Walk): Asked {
  if (argument === '-') return { kind: 'input' };
  walk.recording?.place(argument);
  try {
    const stats = statSync(argument);
    const name = slashed(normalize(argument));
    if (stats.isDirectory()) return { kind: 'folder', files: filesOfFolder(argument, walk) };
    if (stats.isFile()) return { kind: 'file', file: { path: resolve(argument), name }, size: stats.size };
    return {
      kind: 'nothing',
      why: 'It is neither a file nor a folder. To read what another program prints, give “-”.',
    };
  } catch (error) {
    if (isMissing(error) && picomatch.scan(slashed(argument)).isGlob)
      return { kind: 'glob', files: filesOfGlob(slashed(argument), walk) };
    return { kind: 'nothing', why: sentenceOf(error) };
  }
}

/** Text files and listed files of records below a folder, by name, a folder's own before those further down; hidden folders and those of programs are left out. */
function* filesOfFolder(
  folder: string,
  { unreadable, ignoring, recording }: Walk,
  depth = Infinity,
  isWanted: (name: string) => boolean = isTextName,
): Generator<FoundFile> {
  const listed = new ListedRecords();
  const ignored = ignoring ? new Ignored(resolve(folder)) : undefined;
  const seen = new Set<string>();
  const waiting = [{ current: normalize(folder), level: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { current, level } = next;
    const inner: typeof waiting = [];
    recording?.folder(resolve(current));
    try {
      // Links may lead to a folder twice or round in a circle; each is read once.
      const real = realpathSync(current);
      if (seen.has(real)) continue;
      seen.add(real);
      for (const entry of readdirSync(current, { withFileTypes: true }).sort(byName)) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const path = join(current, entry.name);
        if (entry.isSymbolicLink()) recording?.place(path);
        const stats = entry.isSymbolicLink() ? followed(path, unreadable) : entry;
        const found = { path: resolve(path), name: slashed(path) };
        if (stats?.isDirectory()) {
          if (level >= depth) continue;
          if (ignored?.leavesOut(found.path, true)) yield { ...found, left: true };
          else inner.push({ current: path, level: level + 1 });
        } else if (stats?.isFile() && (isWanted(entry.name) || listed.has(found.path)))
          yield ignored?.leavesOut(found.path, false) ? { ...found, left: true } : found;
      }
    } catch (error) {
      if (!isSystemError(error)) throw error;
      unreadable(slashed(current), sentenceOf(error));
    }
    waiting.push(...inner.reverse());
  }
}

/** What a link leads to. One that leads nowhere is worth a word only if an article may have stood there. */
function followed(path: string, unreadable: Unreadable): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (isArticleName(path)) unreadable(slashed(path), linkSentence(error));
    return undefined;
  }
}

function linkSentence(error: unknown): string {
  return isMissing(error)
    ? 'It is a link to something that is not there any more. Delete the link.'
    : sentenceOf(error);
}

/** Text files that a glob (with `/` between folders) names, in the order of their names. */
function* filesOfGlob(pattern: string, walk: Walk): Generator<FoundFile> {
  const { base, glob } = picomatch.scan(pattern);
  const matches = picomatch(glob);
  const folder = base === '' ? '.' : base;
  walk.recording?.place(folder);
  if (!existsSync(folder)) return;
  // A glob without a wildcard for folders must not have the whole disk walked.
  const depth = /\*\*|[{(]/.test(glob) ? Infinity : glob.split('/').length;
  const prefix = folder === '.' ? '' : slashed(join(folder, '/'));
  const isWanted = (name: string): boolean => isTextName(name) || namesFormatOf(glob, name);
  for (const file of filesOfFolder(folder, walk, depth, isWanted)) {
    if (file.left !== true && matches(file.name.slice(prefix.length))) yield file;
  }
}

/** Whether a path asks for a file, or a glob for its format by its extension: `*.jsonl` does, `*` does not. */
export function asksFor(argument: string, path: string): boolean {
  const pattern = slashed(argument);
  return resolve(argument) === path || (picomatch.scan(pattern).isGlob && namesFormatOf(pattern, path));
}

/** Whether a glob asks for a file's format by its extension: `*.jsonl` does, `*` does not. */
function namesFormatOf(glob: string, name: string): boolean {
  if (formatOf(name) === 'text' && compressionOf(name) === undefined) return false;
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const pattern = glob.slice(glob.lastIndexOf('/') + 1).toLowerCase();
  return ['.', ',', '{', '('].some((before) => pattern.includes(before + extension));
}

function isTextName(name: string): boolean {
  return name.toLowerCase().endsWith('.txt');
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1;
}

function slashed(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

function isMissing(error: unknown): boolean {
  return isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}

import { join, relative, sep } from 'node:path';
import { isArticleName } from '../../formats/article-name.ts';
import type { Configurations } from '../configuration.ts';
import { asksFor } from '../files.ts';
import { Repository } from '../git.ts';
import { sentenceOf } from '../system-errors.ts';
import type { Item } from './items.ts';

/** The articles that are staged below some paths, as the index holds them. */
export async function* stagedItems(
  paths: readonly string[],
  configurations: Configurations,
): AsyncGenerator<Item> {
  try {
    const repository = new Repository();
    for (const { place, mode, bytes } of repository.staged(paths)) {
      const path = join(repository.root, place);
      const { mandate, excluded } = await configurations.of(path);
      if (!isWanted(path, paths) || excluded) continue;
      const task = { name: nameOf(path), path, bytes, named: false, mandate, size: bytes.length };
      yield { kind: 'task', task: { ...task, staged: { place, mode } } };
    }
  } catch (error) {
    yield { kind: 'trouble', name: '--staged', why: sentenceOf(error) };
  }
}

/** The articles that differ from a revision below some paths, each with the lines that do. */
export async function* changedItems(
  revision: string,
  paths: readonly string[],
  configurations: Configurations,
): AsyncGenerator<Item> {
  try {
    const repository = new Repository();
    for (const [place, lines] of repository.changedSince(revision, paths)) {
      const path = join(repository.root, place);
      const { mandate, excluded } = await configurations.of(path);
      if (!isWanted(path, paths) || excluded) continue;
      const task = { name: nameOf(path), path, named: false, mandate, size: 0 };
      yield { kind: 'task', task: lines ? { ...task, lines } : task };
    }
  } catch (error) {
    yield { kind: 'trouble', name: '--since', why: sentenceOf(error) };
  }
}

/** A file of records is no article that anybody means unless it is asked for: most of them are settings and data. */
function isWanted(path: string, paths: readonly string[]): boolean {
  return isArticleName(path) || paths.some((argument) => asksFor(argument, path));
}

/** A path as a person standing in the working folder would write it. */
function nameOf(path: string): string {
  return relative(process.cwd(), path).replaceAll(sep, '/');
}

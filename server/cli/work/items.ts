import { statSync } from 'node:fs';
import { isArticleName } from '../../formats/article-name.ts';
import { compressionOf, formatOf } from '../../formats/format-name.ts';
import type { Configurations } from '../configuration.ts';
import { whatIsAsked, type FoundFile } from '../files.ts';
import type { Task } from './job.ts';
import { fileItems, inputItems, type InParts } from './parts.ts';

/** What a run comes across, in the order in which it is to be told. */
export type Item =
  | { readonly kind: 'task'; readonly task: Task }
  /** A file that is no article by its name, or that a configuration leaves out. */
  | { readonly kind: 'other' }
  /** A file that was come across before; if it was taken for no article then, it is asked for now. */
  | { readonly kind: 'again'; readonly task: Task }
  /** Something that can’t be read. */
  | { readonly kind: 'trouble'; readonly name: string; readonly why: string }
  /** Nothing more is there at the moment, so that what was begun is to be finished and told. */
  | { readonly kind: 'wait' }
  /** What follows is what a folder or a glob stands for, up to its `end`. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'end'; readonly argument: string; readonly of: 'folder' | 'glob' };

/** How items are come by. */
export interface ItemOptions {
  /** The path that standard input counts as having. */
  readonly stdinPath?: string;
  /** Whether `.gitignore` and `.copydeskignore` count; they do unless this is false. */
  readonly ignore?: boolean;
  /** Whether a file that is named itself is left alone, too, where it is no article or the configuration leaves it out. */
  readonly onlyArticles?: boolean;
  /** What may be handed out in parts, where its format is read record by record. */
  readonly inParts?: InParts;
}

/**
 * What paths stand for. A file that is named itself counts as an article whatever it is called; one found
 * in a folder or by a glob only if it is one.
 */
export async function* itemsOf(
  paths: readonly string[],
  configurations: Configurations,
  options: ItemOptions,
): AsyncGenerator<Item> {
  // A folder holds each file once, so only several paths can name one twice.
  const seen = paths.length > 1 ? new Set<string>() : undefined;
  const taskOf = async ({ path, name }: FoundFile, named: boolean, size: number): Promise<Task> => ({
    name,
    path,
    named,
    size,
    mandate: (await configurations.of(path)).mandate,
  });
  for (const argument of paths) {
    const troubles: Item[] = [];
    const asked = whatIsAsked(argument, {
      unreadable: (name, why) => troubles.push({ kind: 'trouble', name, why }),
      ignoring: options.ignore !== false,
      recording: configurations.recording,
    });
    if (asked.kind === 'nothing') yield { kind: 'trouble', name: argument, why: asked.why };
    else if (asked.kind === 'input') yield* inputItems(configurations, options.stdinPath, options.inParts);
    else if (asked.kind === 'file') {
      const { file, size } = asked;
      if (options.onlyArticles === true && (await isLeftOut(file, configurations))) {
        yield { kind: 'other' };
        continue;
      }
      const again = seen?.has(file.path) === true;
      seen?.add(file.path);
      const task = await taskOf(file, options.onlyArticles !== true, size);
      if (again) yield { kind: 'again', task };
      else yield* fileItems(task, configurations, options.inParts);
    } else {
      yield { kind: 'begin' };
      for (const file of asked.files) {
        yield* troubles.splice(0);
        // A format other than plain text is come across only where a glob asks for it.
        const asksForIt = formatOf(file.path) !== 'text' || compressionOf(file.path) !== undefined;
        if (await isLeftOut(file, configurations, asksForIt)) yield { kind: 'other' };
        else {
          const again = seen?.has(file.path) === true;
          seen?.add(file.path);
          const task = await taskOf(file, false, asksForIt ? sizeOf(file.path) : 0);
          if (again) yield { kind: 'again', task };
          else yield* fileItems(task, configurations, options.inParts);
        }
      }
      yield* troubles.splice(0);
      yield { kind: 'end', argument, of: asked.kind };
    }
  }
}

/** How many files paths stand for, at most: looked at by name alone, to say how much there is to do. */
export function countFiles(paths: readonly string[], ignoring: boolean): number {
  let count = 0;
  for (const argument of paths) {
    const asked = whatIsAsked(argument, { unreadable: () => undefined, ignoring });
    if (asked.kind === 'file' || asked.kind === 'input') count++;
    else if (asked.kind !== 'nothing')
      for (const { path, left } of asked.files) if (left !== true && isArticleName(path)) count++;
  }
  return count;
}

/** Whether a file is no article by its name, or somebody leaves it out. */
async function isLeftOut(
  { path, left }: FoundFile,
  configurations: Configurations,
  whateverName = false,
): Promise<boolean> {
  const isOther = left === true || (!whateverName && !isArticleName(path));
  return isOther || (await configurations.of(path)).excluded;
}

/** Bytes of a file; 0 where it can't be told, which reading it says. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

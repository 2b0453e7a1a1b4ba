import { dirname, relative, sep } from 'node:path';
import { keptEntries, type KeptEntry } from '../core/engine/kept.ts';
import { readKept } from '../formats/corpus-node.ts';
import { grouped } from './report/words.ts';
import type { Session } from './session.ts';
import type { Result } from './work/run.ts';

/** Files of exceptions of a run, and which of their exceptions keep nothing any more. */
export class Staleness {
  readonly #files = new Map<string, { readonly checked: Set<string>; readonly used: Set<string> }>();

  add({ task, told, mandate }: Result): void {
    if (!mandate.kept || task.path === undefined) return;
    let file = this.#files.get(mandate.kept.path);
    if (!file) this.#files.set(mandate.kept.path, (file = { checked: new Set(), used: new Set() }));
    file.checked.add(placeOf(mandate.kept.path, task.path));
    for (const { kept } of told.sums) for (const mark of kept) file.used.add(mark);
  }

  /**
   * By file of exceptions, the entries that kept something in an article of this run and do so no more,
   * wherever in the run the passage may have moved.
   */
  *stale(): Generator<{ path: string; stale: { entry: KeptEntry; line: number }[] }> {
    for (const [path, { checked, used }] of this.#files) {
      const stale = [];
      const isStale = (mark: string, file: string | undefined): boolean =>
        file !== undefined && checked.has(file) && !used.has(mark);
      for (const found of keptEntries(readKept(path), isStale)) stale.push(found);
      if (stale.length > 0) yield { path, stale };
    }
  }

  /** Says which exceptions may be deleted. */
  async tell(session: Session): Promise<void> {
    for (const { path, stale } of this.stale()) {
      const [first] = stale;
      const name = relative(process.cwd(), path);
      const many = stale.length === 1 ? 'An exception keeps' : `${grouped(stale.length)} exceptions keep`;
      const which = stale.length === 1 ? '' : ', the first one here';
      await session.note(
        `${name}:${String(first?.line ?? 1)}`,
        `${many} nothing any more${which} (${first?.entry.rule ?? ''} in ${first?.entry.file ?? ''}): the passage changed or went. “copydesk keep --tidy PATHS” deletes what is stale.`,
      );
    }
  }
}

/** Where an article stands, as its exceptions say it: from the folder of the corpus, with `/` between folders. */
export function placeOf(keptPath: string, path: string): string {
  return relative(dirname(dirname(keptPath)), path).replaceAll(sep, '/');
}

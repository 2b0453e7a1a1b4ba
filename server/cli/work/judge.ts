import { analyse, createMemory, LineIndex, type Analysis, type Edit, type ParseMemory } from '../../index.ts';
import { fixAll, type FixResult } from '../../core/engine/fix.ts';
import { possibleFindings } from '../../formats/record-judging.ts';
import { keptOf } from '../kept-file.ts';
import { entriesOf } from '../report/formats.ts';
import type { Judged } from '../report/report.ts';
import type { ArticleView } from './article-view.ts';
import type { Job, Mandate, Sum, Task } from './job.ts';

/** What stands in an article, and what of it is kept. */
export interface Seen extends Analysis {
  readonly kept: readonly string[];
}

/** Judges an article. Fixes that its file can't hold are left out. */
export function look({ settings, kept }: Mandate, view: ArticleView, memory?: ParseMemory): Seen {
  const seen = possible({ ...analyse(view.text, settings, memory), kept: [] }, view);
  if (!kept) return seen;
  const parted = keptOf(kept).part(view.text, seen.findings);
  return { ...seen, findings: parted.open, kept: parted.kept };
}

/** The same without the fixes that an article's file can't hold. */
export function possible(seen: Seen, view: ArticleView): Seen {
  return { ...seen, findings: possibleFindings(seen.findings, (edits) => view.editsInFile(edits)) };
}

/** What of an article counts where only some lines of its file do. */
export function within(lines: Task['lines'], view: ArticleView, seen: Seen): Seen {
  if (!lines) return seen;
  const findings = seen.findings.filter((finding) => {
    const [first, last] = [view.placeAt(finding.start).line + 1, view.placeAt(finding.end).line + 1];
    return lines.some(([from, to]) => from <= last && first <= to);
  });
  return { ...seen, findings };
}

/** A fixed article. */
export interface Fixed {
  readonly result: FixResult;
  /** What was seen before anything was fixed, and in the fixed text. */
  readonly before: Seen;
  readonly after: Seen;
  /** The edits that make the fixes, of the unit that the article stands in. */
  readonly edits: readonly Edit[];
}

/**
 * Makes the fixes of an article again and again until none is left. Where its file can't hold all of that
 * together, only those of the first round.
 */
export function fixArticle(job: Job, mandate: Mandate, view: ArticleView): Fixed {
  for (const rounds of [Infinity, 1]) {
    const memory = createMemory();
    const views: Seen[] = [];
    const result = fixAll(
      view.text,
      (current) => {
        // What comes up only in a fixed text is judged by itself: where it stands is known when all is done.
        const seen = look(mandate, current === view.text ? view : { ...view, ...textOnly(current) }, memory);
        views.push(seen);
        return views.length > rounds ? [] : seen.findings;
      },
      { safeties: job.safeties },
    );
    const edits = view.editsInUnit(result.edits);
    const [before] = views;
    const after = views.at(-1);
    if (edits && before && after) return { result, before, after, edits };
  }
  const seen = look(mandate, view);
  const result: FixResult = { text: view.text, edits: [], fixed: new Map(), findings: seen.findings };
  return { result, before: seen, after: seen, edits: [] };
}

function textOnly(text: string): Pick<ArticleView, 'text' | 'editsInFile'> {
  return { text, editsInFile: (edits) => edits };
}

/** The report's entries for an article. */
export function piecesOf(job: Job, name: string, view: ArticleView, { findings, article }: Seen): string[] {
  const { quotations } = article;
  let index: LineIndex | undefined;
  const judged: Judged = {
    name,
    ...view,
    findings,
    quotations,
    lines: () => (index ??= new LineIndex(view.text)),
  };
  return [...entriesOf(job)(judged)];
}

export function sumOf({ findings, article, kept }: Seen, { record }: Pick<ArticleView, 'record'>): Sum {
  return {
    ...(record !== undefined && { record }),
    findings: findings.length,
    severities: countBy(findings.map(({ severity }) => severity)),
    fixable: countBy(findings.flatMap(({ fixes: [first] }) => (first ? [first.safety] : []))),
    rules: countBy(findings.map(({ rule }) => rule)),
    language: article.language,
    quotations: article.quotations.length,
    kept,
  };
}

function countBy<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

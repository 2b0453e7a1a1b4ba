import {
  type CancellationToken,
  type FoldingRange,
  type Position,
  type Range,
  type SelectionRange,
  type SemanticTokens,
} from 'vscode-languageserver';
import { toLines, toSpan } from '../convert.ts';
import { foldsOf } from '../folding.ts';
import type { JudgedArticle } from '../judgements.ts';
import { selectionsAt } from '../selection.ts';
import { semanticTokensOf } from '../semantic-tokens.ts';
import { RecordDocument } from './record-document.ts';
import type { RecordsTable } from './records-table.ts';

/** What is answered of a file of records, where of an article something is answered. */
export type OfRecords<P, R> = (records: RecordsTable, params: P, token: CancellationToken) => R | Promise<R>;

/** A longer file, in UTF-16 units, is coloured only where it is looked at. */
const longestColoured = 1_000_000;

/** So many records of a range are looked at at once. */
const mostRecords = 100;

/** The article that a place of the file is in; undefined beside articles, in a key or in another field. */
export function articleAt(records: RecordsTable, position: Position): JudgedArticle | undefined {
  return articlesIn(records, { start: position, end: position })[0];
}

/** The articles that a range of the file touches. */
export function articlesIn(records: RecordsTable, range: Range): JudgedArticle[] {
  return records
    .within(toSpan(records.file, range))
    .slice(0, mostRecords)
    .flatMap((entry) => records.article(entry) ?? [])
    .filter(({ document }) => document instanceof RecordDocument && document.isIn(range));
}

/** Rows of several lines; of a file that is one article what may be folded in it. JSON an editor folds itself. */
export function recordsFolds(records: RecordsTable): FoldingRange[] {
  const { format, entries, file } = records;
  if (format === 'markdown') return entries.flatMap((entry) => foldsOfArticle(records.article(entry)));
  if (format !== 'csv' && format !== 'tsv') return [];
  return entries.flatMap((entry) => {
    const { first, last } = toLines(file, entry);
    return last > first ? [{ startLine: first, endLine: last }] : [];
  });
}

function foldsOfArticle(judged: JudgedArticle | undefined): FoldingRange[] {
  return judged ? foldsOf(judged) : [];
}

/** For each place what a growing selection takes in, as far as each is within the next in the file too. */
export function recordsSelections(records: RecordsTable, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const judged = articleAt(records, position);
    const [selection] = judged ? selectionsAt(judged, [position]) : [];
    return selection ? nested(selection) : { range: { start: position, end: position } };
  });
}

/** A selection without what, through the order of the fields in the file, would be no part of what is around it. */
function nested({ range, parent }: SelectionRange): SelectionRange {
  let next = parent;
  while (next && !holds(next.range, range)) next = next.parent;
  return next ? { range, parent: nested(next) } : { range };
}

function holds(outer: Range, inner: Range): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

/** The colours of a range; of all of it, or null where that is much, so that an editor asks for what it shows. */
export function recordsTokens(records: RecordsTable, range?: Range): SemanticTokens {
  if (range) return semanticTokensOf(articlesIn(records, range), range);
  if (records.file.getText().length > longestColoured) return null as never;
  return semanticTokensOf(records.entries.flatMap((entry) => records.article(entry) ?? []));
}

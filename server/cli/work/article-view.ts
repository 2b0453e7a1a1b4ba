import type { Edit, Span } from '../../index.ts';
import type { About } from '../../formats/record.ts';
import type { SourceMap } from '../../formats/source-map.ts';
import type { Place } from '../../core/text/line-index.ts';
import type { Unit } from './units.ts';

/** An article, and where it stands in its file. */
export interface ArticleView {
  readonly text: string;
  /** Which of its file's records it is, from 1, if there are several. */
  readonly record?: number;
  /** Who wrote it and when, as its file says it. */
  readonly about?: About;
  /** Whether its file holds nothing else, so that every edit of it can be made. */
  readonly whole?: true;
  /** A span of the article as one of the file's decoded text. */
  inFile(this: void, span: Span): Span;
  /** The place in the file of an offset of the article. */
  placeAt(this: void, offset: number): Place;
  /** The place of an offset of the file's decoded text. */
  placeInFile(this: void, offset: number): Place;
  /** Edits of the article as edits of the file; undefined where the file can't hold what they make. */
  editsInFile(this: void, edits: readonly Edit[]): readonly Edit[] | undefined;
  /** The same, in offsets of the unit. */
  editsInUnit(this: void, edits: readonly Edit[]): readonly Edit[] | undefined;
}

/** A file that is one article, word for word. */
export function wholeView({ text, placeAt }: Pick<Unit, 'text' | 'placeAt'>): ArticleView {
  return {
    text,
    whole: true,
    inFile: (span) => span,
    placeAt,
    placeInFile: placeAt,
    editsInFile: (edits) => edits,
    editsInUnit: (edits) => edits,
  };
}

/** An article of a unit. */
export function viewOf(map: SourceMap, unit: Unit, record: number | undefined): ArticleView {
  const moved = <Moved extends Span>(span: Moved): Moved => ({
    ...span,
    start: span.start + unit.offset,
    end: span.end + unit.offset,
  });
  const editsInUnit = (edits: readonly Edit[]): readonly Edit[] | undefined => map.edits(edits);
  return {
    text: map.text,
    ...(record !== undefined && { record }),
    inFile: (span) => moved(map.span(span)),
    placeAt: (offset) => unit.placeAt(map.span({ start: offset, end: offset + 1 }).start),
    placeInFile: (offset) => unit.placeAt(offset - unit.offset),
    editsInFile: (edits) => editsInUnit(edits)?.map(moved),
    editsInUnit,
  };
}

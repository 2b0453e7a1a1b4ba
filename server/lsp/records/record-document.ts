import { LSPErrorCodes, ResponseError, type Position, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceMap } from '../../formats/source-map.ts';
import { applyEdits, type Edit, type Span } from '../../index.ts';
import { recordIn } from './split.ts';
import type { FieldNames } from '../../formats/field-names.ts';

/** An article of a document and how it stands there. */
interface Origin {
  readonly file: TextDocument;
  /** Where the offsets of the map begin in the document. */
  readonly base: number;
  /** Spans of the article that were looked up before, in offsets of the map. */
  readonly known: ReadonlyMap<object, Span> | undefined;
  /** Read when it is needed: most records are looked at for where their problems stand alone. */
  map(this: void): SourceMap;
  /** Whether the record is a line, which is read again by itself at little cost. */
  readonly readsLine: boolean;
  /** The text of the article after edits, in offsets of the map, to see whether it reads as it was meant. */
  readBack(this: void, edits: readonly Edit[]): string | undefined;
}

/**
 * The article of a record as a document of its own, for everything that is said of articles: its text is the
 * article's, its positions are those of the raw text in the file, and its edits are written as they must be
 * written there.
 */
export class RecordDocument implements TextDocument {
  readonly #origin: Origin;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  get uri(): string {
    return this.#origin.file.uri;
  }

  get languageId(): string {
    return this.#origin.file.languageId;
  }

  get version(): number {
    return this.#origin.file.version;
  }

  get lineCount(): number {
    return this.#origin.file.lineCount;
  }

  getText(): string {
    return this.#origin.map().text;
  }

  getLineRange(line: number): Range {
    return this.#origin.file.getLineRange(line);
  }

  getEOLCharacters(line: number): string {
    return this.#origin.file.getEOLCharacters(line);
  }

  positionAt(offset: number): Position {
    return this.rangeOf({ start: offset, end: offset }).start;
  }

  offsetAt(position: Position): number {
    return this.spanOf({ start: position, end: position }).start;
  }

  /** Where a span of the article stands in the file. */
  rangeOf(span: Span): Range {
    const { file, base, known, map } = this.#origin;
    const { start, end } = known?.get(span) ?? map().span(span);
    return { start: file.positionAt(base + start), end: file.positionAt(base + end) };
  }

  /** Whether some of the article stands in a range of the file. */
  isIn(range: Range): boolean {
    return this.#within(range) !== undefined;
  }

  /** What of the article stands in a range of the file; its beginning where nothing does. */
  spanOf(range: Range): Span {
    return this.#within(range) ?? { start: 0, end: 0 };
  }

  /**
   * Edits of the article as edits of the file; undefined where the file can't hold what they make. Whether it
   * reads as it was meant is looked at here only where that costs little.
   */
  rawEdits(edits: readonly Edit[]): Edit[] | undefined {
    const { base, map, readsLine, readBack } = this.#origin;
    const raw = map().edits(edits);
    if (!raw || (readsLine && readBack(raw) !== applyEdits(this.getText(), edits))) return undefined;
    return raw.map((edit) => ({ ...edit, start: base + edit.start, end: base + edit.end }));
  }

  /** The same, read back in any case. @throws ResponseError where the file can't hold it. */
  editsInFile(edits: readonly Edit[]): Edit[] {
    const { readsLine, readBack } = this.#origin;
    const raw = this.rawEdits(edits);
    if (raw && (readsLine || readBack(raw) === applyEdits(this.getText(), edits))) return raw;
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      'The file can’t hold this change: its fields would run into each other, or it would not read as it was meant. Change it in the file by hand.',
    );
  }

  /** Where each field of the article begins and ends in it. */
  get fields(): readonly Span[] {
    return this.#origin.map().fields;
  }

  /** A span of the file, in its own offsets, as a range. */
  rangeInFile({ start, end }: Span): Range {
    const { file } = this.#origin;
    return { start: file.positionAt(start), end: file.positionAt(end) };
  }

  #within({ start, end }: Range): Span | undefined {
    const { file, base, map } = this.#origin;
    return map().spanWithin({ start: file.offsetAt(start) - base, end: file.offsetAt(end) - base });
  }
}

/** Reads a line of JSON Lines again after edits of it. */
export function readLineBack(line: string, fields: FieldNames, edits: readonly Edit[]): string | undefined {
  const record = recordIn(applyEdits(line, edits), fields);
  return record.kind === 'article' ? record.map.text : undefined;
}

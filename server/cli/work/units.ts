import { LineIndex } from '../../index.ts';
import type { Place } from '../../core/text/line-index.ts';
import type { Context } from '../../formats/cut/context.ts';
import { cutterOf } from '../../formats/cut/cutter-of.ts';
import type { Pieces } from '../../formats/cut/record-cutter.ts';
import { decode, encode, UnreadableText, type Decoded, type Encoding } from '../../formats/decode.ts';
import type { FieldNames } from '../../formats/field-names.ts';
import type { Format } from '../../formats/format-name.ts';
import { readPiece } from '../../formats/read-piece.ts';
import type { SourceRecords } from '../../formats/record.ts';
import { beginning, MovingPosition, type Position } from '../position.ts';
import { damaged, damagedText, sayDamaged, withoutDamaged, withStretches } from './damaged-text.ts';
import type { Part } from './job.ts';

/** A stretch of a file that is read and written by itself: one record, or all of the file. */
export interface Unit {
  readonly text: string;
  /** Why it is no text or no record, for a person. */
  readonly unread?: {
    readonly why: string;
    /** Whether they stand between records, and are none themselves. */
    readonly between?: true;
  };
  /** Where it begins in its file. */
  readonly start: Position;
  /** What has to be added to offsets of `text` to get those of the file’s. */
  readonly offset: number;
  /** Whether there is no record in it. */
  readonly blank: boolean;
  /** What it takes to read it without its file. */
  readonly context?: Context;
  /** The character that stands in `text` for bytes that are none. */
  readonly damage?: string;
  /** The place in the file of an offset of `text`. */
  placeAt(this: void, offset: number): Place;
}

/** A file, or a part of one, as units. */
export interface Content {
  readonly units: readonly Unit[];
  /** Its text, as far as it is one. */
  readonly decoded: Decoded;
  /** The bytes of the file with other texts in the place of its units’, in their order. */
  encode(this: void, texts: readonly string[]): Uint8Array;
}

/** What is to be read, and how. */
interface Reading {
  readonly format: Format;
  readonly fields: FieldNames;
  /** Of which part of a file the bytes are. */
  readonly part?: Part | undefined;
  /** The encoding that the configuration or the command line says it is in. */
  readonly declared: Encoding | undefined;
}

/**
 * The units of a file.
 *
 * @throws UnreadableText if its bytes are no text; of a file of records only those concerned are unread.
 */
export function contentOf(bytes: Uint8Array, { format, fields, part, declared }: Reading): Content {
  if (part) return piecesContent([{ ...part, bytes }], format, part);
  let decoded: Decoded;
  try {
    decoded = decode(bytes, declared);
  } catch (error) {
    if (!(error instanceof UnreadableText) || declared !== undefined) throw error;
    const content = damagedContent(bytes, format, fields) ?? markedContent(bytes, format, fields);
    if (!content) throw error;
    return content;
  }
  const { text } = decoded;
  const texts = format === 'json-lines' ? linesOf(text) : [text];
  const position = new MovingPosition(beginning, format);
  const units = texts.map((one) => {
    const unit = unitOf(one, position.now, format);
    position.pass(one);
    return format === 'json-lines' ? { ...unit, blank: /^[ \t\r\n]*$/.test(one) } : unit;
  });
  return { units, decoded, encode: (changed) => encode({ ...decoded, text: changed.join('') }) };
}

/** A file of records of which some are no text; undefined where they can’t be told apart. */
function damagedContent(bytes: Uint8Array, format: Format, fields: FieldNames): Content | undefined {
  const cutter = cutterOf(format, fields);
  if (!cutter) return undefined;
  const content = piecesContent([...cutter.add(bytes), ...cutter.end()], format, beginning);
  const records = content.units.filter(({ blank }) => !blank);
  const read = records.filter(({ unread }) => !unread);
  // Where nothing else than ASCII could be read, all of the file is in another encoding.
  const isForeign = read.length * 2 < records.length && read.every(({ text }) => !/[^\0-\u007F]/.test(text));
  return read.length === 0 || isForeign ? undefined : content;
}

/** A file of several articles of which some are no text, all in one unit; undefined where there is no other. */
function markedContent(bytes: Uint8Array, format: Format, fields: FieldNames): Content | undefined {
  const damage = damagedText(bytes);
  if (!damage) return undefined;
  const unit = { ...unitOf(damage.text, beginning, format), damage: damage.mark };
  const { records } = recordsIn(unit, format, fields);
  if (records.length < 2 || !records.some(({ kind }) => kind === 'article')) return undefined;
  return {
    units: [unit],
    decoded: { text: damage.text, encoding: 'utf-8', mark: false },
    encode: ([text = '']) => withStretches(text, damage),
  };
}

/** The articles in a unit; one that bytes stand in which are no text is a bad one. */
export function recordsIn(unit: Unit, format: Format, fields: FieldNames): SourceRecords {
  const { text, context, damage } = unit;
  const read = readPiece(text, format, fields, context);
  return damage === undefined ? read : { ...read, records: withoutDamaged(read.records, text, damage) };
}

function piecesContent(all: readonly Pieces[], format: Format, start: Position): Content {
  const position = new MovingPosition(start, format);
  const units: Unit[] = [];
  const parts: Uint8Array[] = [];
  for (const { bytes, pieces, context } of all) {
    let at = 0;
    for (const { length, record, why, told } of pieces) {
      const own = bytes.subarray(at, at + length);
      const read = textOf(own);
      const said = why ?? (told === true ? undefined : read.why);
      parts.push(own);
      units.push({
        ...unitOf(read.text, position.now, format),
        blank: !record && said === undefined,
        ...(said !== undefined && { unread: { why: said, ...(!record && { between: true }) } }),
        ...(context && { context }),
      });
      position.pass(read.text);
      at += length;
    }
  }
  return {
    units,
    decoded: { text: units.map(({ text }) => text).join(''), encoding: 'utf-8', mark: false },
    encode: (changed) =>
      Buffer.concat(
        changed.map((text, index) =>
          text === units[index]?.text ? (parts[index] ?? Buffer.from(text)) : Buffer.from(text),
        ),
      ),
  };
}

/** The text of bytes, and why they are none, for a person. */
function textOf(bytes: Uint8Array): { readonly text: string; readonly why?: string } {
  try {
    const text = strict.decode(bytes);
    return text.includes('\0') ? { text, why: sayDamaged('a NUL byte') } : { text };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: lossy.decode(bytes), why: damaged };
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossy = new TextDecoder('utf-8', { ignoreBOM: true });

/** A unit with a text that stands at a position of its file. */
function unitOf(text: string, start: Position, format: Format): Unit {
  // A mark at the beginning of the file is no part of its text.
  const marked = start.offset === 0 && start.line === 0 && text.startsWith('\uFEFF') ? 1 : 0;
  let index: LineIndex | undefined;
  const placeAt = (offset: number): Place => {
    // There are no lines within one of JSON Lines.
    const place =
      format === 'json-lines'
        ? { line: 0, character: offset }
        : (index ??= new LineIndex(text)).placeAt(offset);
    const character = place.line === 0 ? start.character + place.character - marked : place.character;
    return { line: start.line + place.line, character };
  };
  return { text, start, offset: start.offset - marked, blank: false, placeAt };
}

/** The unit with another text, in a file that has become another before it. */
export function movedUnit(unit: Unit, text: string, start: Position, format: Format): Unit {
  return { ...unit, ...unitOf(text, start, format), blank: unit.blank };
}

/** Lines with their line breaks. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

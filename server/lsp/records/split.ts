import type { FieldNames } from '../../formats/field-names.ts';
import { readJsonLine } from '../../formats/json-records.ts';
import { readRecords } from '../../formats/read-records.ts';
import type { SourceRecord } from '../../formats/record.ts';
import type { RecordsFormat } from './records-format.ts';

/** Where a record stands in its document. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** What was read there, in offsets of the document; left out where it is read when it is looked at. */
  readonly source?: SourceRecord;
}

/**
 * The records of a document. Of JSON Lines each is a line that is read only when it is looked at, for there
 * may be very many; other formats can't be told into records without being read whole.
 */
export function placesOf(text: string, format: RecordsFormat, fields: FieldNames): Place[] {
  if (format === 'json-lines') return linesOf(text);
  return readRecords(text, format, fields).records.map((source) => {
    if (source.kind === 'bad') return { start: source.at, end: source.at, source };
    return { ...source.map.hull(), source };
  });
}

/** What stands in a line of JSON Lines, in offsets of the line. */
export function recordIn(line: string, fields: FieldNames): SourceRecord {
  return (
    readJsonLine(line, fields).records[0] ?? { kind: 'bad', at: 0, why: 'There is no record on this line.' }
  );
}

/** The lines in which there is something, without their line breaks. */
function linesOf(text: string): Place[] {
  const places: Place[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const next = found < 0 ? text.length : found + 1;
    let end = found < 0 ? text.length : found;
    if (text.charAt(end - 1) === '\r' && end > start) end--;
    if (end > start && !/^[ \t\r]*$/.test(text.slice(start, Math.min(end, start + 64))))
      places.push({ start, end });
    else if (end - start > 64 && text.slice(start, end).trim() !== '') places.push({ start, end });
    start = next;
  }
  return places;
}

import { cutterOf } from './cut/cutter-of.ts';
import type { FieldNames } from './field-names.ts';
import type { Format } from './format-name.ts';
import { readPiece } from './read-piece.ts';
import type { Guess, SourceRecord, SourceRecords } from './record.ts';

/**
 * The records of a file that can't be read as a whole, each by itself: what is wrong is in some of them. Undefined
 * where its records can't be told from each other.
 *
 * @param mistake What keeps the file from being read, for where no record is bad by itself.
 */
export function recovered(
  text: string,
  format: Format,
  fields: FieldNames,
  mistake: { readonly at: number; readonly why: string },
): SourceRecords | undefined {
  const cutter = cutterOf(format, fields);
  if (!cutter) return undefined;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const records: SourceRecord[] = [];
  let guessed: Guess | undefined;
  let offset = 0;
  const bytes = new TextEncoder().encode(text);
  for (const { bytes: all, pieces, context } of [...cutter.add(bytes), ...cutter.end()]) {
    // The cutter found no list either.
    if (!context && pieces.some(({ record, why }) => record && why === undefined)) return undefined;
    let at = 0;
    for (const { length, record, why } of pieces) {
      const piece = decoder.decode(all.subarray(at, at + length));
      if (why !== undefined) records.push({ kind: 'bad', at: offset, why });
      else if (record) {
        const read = readPiece(piece, format, fields, context);
        guessed ??= read.guessed;
        for (const one of read.records) records.push(moved(one, offset));
      }
      at += length;
      offset += piece.length;
    }
  }
  if (!records.some(({ kind }) => kind === 'bad')) records.push({ kind: 'bad', ...mistake });
  return guessed ? { records, guessed } : { records };
}

function moved(record: SourceRecord, by: number): SourceRecord {
  return record.kind === 'bad' ? { ...record, at: record.at + by } : { ...record, map: record.map.moved(by) };
}

import assert from 'node:assert/strict';
import { cutterOf } from '../../server/formats/cut/cutter-of.ts';
import type { Format } from '../../server/formats/format-name.ts';
import { readPiece } from '../../server/formats/read-piece.ts';
import { readRecords } from '../../server/formats/read-records.ts';
import type { SourceArticle } from '../../server/formats/record.ts';

/** What a record came to, with its place in the file. */
export type Seen =
  | { readonly text: string; readonly start: number; readonly end: number; readonly language?: string }
  | { readonly why: string };

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The records of a file whose bytes come in portions, each read by itself. Every byte must be in a piece. */
export function cut(text: string | Uint8Array, format: Format, portion: number, longest?: number): Seen[] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const cutter = cutterOf(format, {}, longest);
  assert.ok(cutter);
  const seen: Seen[] = [];
  const whole: Uint8Array[] = [];
  let offset = 0;
  const take = (all: ReturnType<typeof cutter.add>): void => {
    for (const { bytes: own, pieces, context } of all) {
      assert.deepEqual(Buffer.from(decoder.decode(own)), Buffer.from(own), 'Half of a character is in it.');
      whole.push(own);
      let at = 0;
      for (const { length, record, why } of pieces) {
        const piece = decoder.decode(own.subarray(at, at + length));
        if (why !== undefined) seen.push({ why });
        else if (record)
          for (const one of readPiece(piece, format, {}, context).records) {
            if (one.kind === 'bad') seen.push({ why: one.why });
            else {
              seen.push(seenIn(one, offset));
            }
          }
        at += length;
        offset += piece.length;
      }
      assert.equal(at, own.length);
    }
  };
  for (let at = 0; at < bytes.length; at += portion) take(cutter.add(bytes.slice(at, at + portion)));
  take(cutter.end());
  assert.deepEqual(Buffer.concat(whole), Buffer.from(bytes));
  return seen;
}

function seenIn({ map, language }: SourceArticle, offset: number): Seen {
  const { start, end } = map.hull();
  // What has no text stands nowhere.
  const place = map.text === '' ? { start: 0, end: 0 } : { start: start + offset, end: end + offset };
  return { text: map.text, ...place, ...(language !== undefined && { language }) };
}

/** The same of a file that is read as a whole. */
export function read(text: string, format: Format): Seen[] {
  return readRecords(text, format, {}).records.map((record) => {
    if (record.kind === 'bad') return { why: record.why };
    return seenIn(record, 0);
  });
}

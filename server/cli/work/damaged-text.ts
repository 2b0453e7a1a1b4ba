import type { SourceRecord } from '../../formats/record.ts';

/** A text of UTF-8 in which bytes that are none stand as one mark for each stretch of them. */
export interface DamagedText {
  readonly text: string;
  /** A character that no text holds. */
  readonly mark: string;
  readonly stretches: readonly Uint8Array[];
}

/** What Unicode says is no character. */
const marks = Array.from({ length: 32 }, (_, index) => String.fromCharCode(0xfdd0 + index));

/** Takes bytes that are no UTF-8, and NUL, out of a text; undefined where the text uses up all marks. */
export function damagedText(bytes: Uint8Array): DamagedText | undefined {
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const mark = marks.find((one) => !lossy.includes(one));
  if (mark === undefined) return undefined;
  const stretches: Uint8Array[] = [];
  let text = '';
  let at = 0;
  for (const part of lossy.split(/[\uFFFD\0]/)) {
    const length = Buffer.byteLength(part);
    text += part;
    at += length;
    if (at >= bytes.length) break;
    const isOwn = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
    if (isOwn) {
      text += '\uFFFD';
      at += 3;
      continue;
    }
    const end = bytes[at] === 0 ? at + 1 : endOfBad(bytes, at);
    stretches.push(bytes.subarray(at, end));
    text += mark;
    at = end;
  }
  return { text, mark, stretches };
}

/** Where a stretch ends that a decoder replaces with one character: a sequence as far as it is well begun. */
function endOfBad(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  const one = new TextDecoder('utf-8', { ignoreBOM: true });
  // Bytes that would go on with what was begun belong to it.
  while (end < at + 3 && end < bytes.length && one.decode(bytes.subarray(at, end + 1)) === '\uFFFD') end++;
  return end;
}

/** The bytes of a text from which others were taken, with these in their places. */
export function withStretches(text: string, { mark, stretches }: DamagedText): Uint8Array {
  const parts = text.split(mark);
  if (parts.length !== stretches.length + 1) throw new RangeError('A damaged place was changed.');
  return Buffer.concat(
    parts.flatMap((part, index) => [Buffer.from(part), stretches[index] ?? Buffer.alloc(0)]),
  );
}

/** Articles without those in which a mark stands; one that stands in none is told by itself. */
export function withoutDamaged(records: readonly SourceRecord[], text: string, mark: string): SourceRecord[] {
  const places: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) places.push(at);
  const outside = new Set(places);
  const result = records.map((record): SourceRecord => {
    if (record.kind === 'bad') return record;
    const { start, end } = record.map.hull();
    const own = places.filter((at) => start <= at && at < end);
    for (const at of own) outside.delete(at);
    const [first] = own;
    return first === undefined ? record : { kind: 'bad', at: first, why: damaged };
  });
  const [first] = outside;
  if (first !== undefined) result.push({ kind: 'bad', at: first, why: damaged, between: true });
  return result;
}

/** What is said of bytes that are no text. */
export const damaged = sayDamaged('bytes that are not UTF-8');

export function sayDamaged(what: string): string {
  return `It holds ${what}, so it can’t be read without loss. Have it written again in UTF-8.`;
}

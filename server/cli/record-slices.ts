import { cutterOf } from '../formats/cut/cutter-of.ts';
import type { Pieces, RecordCutter } from '../formats/cut/record-cutter.ts';
import type { FieldNames } from '../formats/field-names.ts';
import type { Format } from '../formats/format-name.ts';
import { readPiece } from '../formats/read-piece.ts';
import { beginning, MovingPosition } from './position.ts';
import type { Part } from './work/job.ts';

/** Whole records of a file, and what goes before them. */
export interface Slice {
  readonly bytes: Uint8Array;
  readonly part: Part;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossy = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Cuts a stream of records into slices of whole ones and counts what goes before each, so that a file of any
 * size is judged slice by slice.
 */
export class RecordSlices {
  readonly #cutter: RecordCutter;
  readonly #format: Format;
  readonly #fields: FieldNames;
  readonly #position: MovingPosition;
  #record = 0;

  /** @throws RangeError for a format whose records don’t follow one after the other. */
  constructor(format: Format, fields: FieldNames) {
    const cutter = cutterOf(format, fields);
    if (!cutter) throw new RangeError(`Files of the format “${format}” are not cut.`);
    this.#cutter = cutter;
    this.#format = format;
    this.#fields = fields;
    this.#position = new MovingPosition(beginning, format);
  }

  /** How many lines have come whole. */
  get lines(): number {
    return this.#position.now.line;
  }

  /** The records that these bytes complete. */
  add(bytes: Uint8Array): Slice[] {
    return this.#cutter.add(bytes).map((pieces) => this.#slice(pieces));
  }

  /** What is left when no more bytes come. */
  end(): Slice[] {
    return this.#cutter.end().map((pieces) => this.#slice(pieces));
  }

  #slice({ bytes, pieces, context }: Pieces): Slice {
    const part = { ...this.#position.now, record: this.#record, pieces, ...(context && { context }) };
    this.#record += this.#recordsIn({ bytes, pieces, ...(context && { context }) });
    this.#position.pass(lossy.decode(bytes));
    return { bytes, part };
  }

  #recordsIn({ bytes, pieces, context }: Pieces): number {
    // An element may hold no article or several, a record of an archive none; of others each is one.
    const oneEach = this.#format !== 'xml' && this.#format !== 'wet';
    if (oneEach) return pieces.filter(({ record }) => record).length;
    let [count, at] = [0, 0];
    for (const { length, record, why } of pieces) {
      if (why !== undefined) count++;
      else if (record) {
        const text = textOf(bytes.subarray(at, at + length));
        count += text === undefined ? 1 : readPiece(text, this.#format, this.#fields, context).records.length;
      }
      at += length;
    }
    return count;
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = strict.decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

import type { Part } from './work/job.ts';

/** Whole lines of a file, and what goes before them. */
export interface Slice {
  readonly bytes: Uint8Array;
  readonly part: Part;
}

const lineFeed = 10;

/**
 * Cuts a stream of JSON Lines into slices of whole lines and counts what goes before each, so that a file of
 * any size is judged slice by slice. Remembers no more than the line that is not yet whole.
 */
export class LineSlices {
  #rest: Uint8Array[] = [];
  #offset = 0;
  #line = 0;
  #record = 0;
  #begun = false;

  /** How many lines have come whole. */
  get lines(): number {
    return this.#line;
  }

  /** The lines that these bytes complete; undefined if they complete none. */
  add(bytes: Uint8Array): Slice | undefined {
    const end = bytes.lastIndexOf(lineFeed) + 1;
    if (end === 0) {
      this.#rest.push(bytes);
      return undefined;
    }
    const whole = Buffer.concat([...this.#rest, bytes.subarray(0, end)]);
    this.#rest = end < bytes.length ? [bytes.subarray(end)] : [];
    return this.#slice(whole);
  }

  /** What is left when no more bytes come: a last line without a break. */
  end(): Slice | undefined {
    const whole = Buffer.concat(this.#rest);
    this.#rest = [];
    return whole.length > 0 ? this.#slice(whole) : undefined;
  }

  #slice(bytes: Uint8Array): Slice {
    const part = { offset: this.#offset, line: this.#line, record: this.#record };
    let units = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).length;
    if (!this.#begun && startsWithMark(bytes)) units--;
    this.#begun = true;
    this.#offset += units;
    for (let start = 0; start < bytes.length;) {
      const found = bytes.indexOf(lineFeed, start);
      const end = found < 0 ? bytes.length : found;
      if (!isBlank(bytes, start, end)) this.#record++;
      if (found >= 0) this.#line++;
      start = end + 1;
    }
    return { bytes, part };
  }
}

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Whether a line has nothing on it that JSON would see. */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== 32 && byte !== 9 && byte !== 13) return false;
  }
  return true;
}

/** How many lines of a text in UTF-8 end. */
export function lineCount(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}

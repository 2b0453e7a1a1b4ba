import { headerAt, longestHeader } from '../wet-records.ts';
import { RecordCutter } from './record-cutter.ts';

const [lineFeed, carriageReturn] = [10, 13];

/** Few headers are longer, in bytes. */
const usualHeader = 2_048;

/** Cuts a WET file into the records of its archive, each with its header. */
export class WetCutter extends RecordCutter {
  /** How many bytes the record at hand has with its header, once that is known. */
  #length: number | undefined;

  protected override scan(over: boolean): void {
    while (this.bytes.length > 0 && (this.#length === undefined ? this.#begin(over) : this.#go(over)));
  }

  /** Reads a header; what stands before the next one where none begins here is cut off. */
  #begin(over: boolean): boolean {
    const { bytes } = this;
    let blank = 0;
    while (bytes[blank] === lineFeed || bytes[blank] === carriageReturn) blank++;
    if (blank > 0) {
      this.cut(blank, false);
      return true;
    }
    const usual = latin(bytes.subarray(0, usualHeader));
    const marked = usual.startsWith('\u00EF\u00BB\u00BF') ? 3 : 0;
    const known = headerAt(usual, marked);
    const window = known ? usual : latin(bytes.subarray(0, longestHeader));
    const header = known ?? headerAt(window, marked);
    if (header) {
      this.#length = header.end + header.length;
      return true;
    }
    const begun = window.slice(marked, marked + heading.length - 1);
    if (!over && bytes.length < longestHeader && heading.endsWith(begun, begun.length + 1)) return false;
    return this.#skip(over);
  }

  /** Goes on to the next header. */
  #skip(over: boolean): boolean {
    const next = indexOfHeader(this.bytes, Math.max(1, this.at));
    if (next >= 0) {
      this.at = next;
      this.cut(next, true);
      return true;
    }
    this.at = over ? this.bytes.length : Math.max(1, this.bytes.length - heading.length);
    if (over) this.cut(this.bytes.length, true);
    return false;
  }

  /** Cuts the record at hand if it has come whole. */
  #go(over: boolean): boolean {
    const { bytes } = this;
    const length = this.#length ?? 0;
    const following = bytes[length];
    if (bytes.length <= length && !over && length <= this.longest) return false;
    this.#length = undefined;
    // A number that is wrong ends in the middle of a character, or nowhere.
    if (bytes.length < length || (following !== undefined && (following & 0xc0) === 0x80))
      return this.#skip(over);
    this.at = length;
    this.cut(length, true);
    return true;
  }
}

const heading = '\nWARC/';

/** Where the next line begins with which a header does; -1 if there is none. */
function indexOfHeader(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(lineFeed, from); at >= 0; at = bytes.indexOf(lineFeed, at + 1))
    if (latin(bytes.subarray(at, at + heading.length)) === heading) return at + 1;
  return -1;
}

/** Bytes as text of a character each. */
function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

import { delimiterOf, headerOf, headerSample, noDelimiter } from '../csv-records.ts';
import { csvRows } from '../csv-rows.ts';
import type { FieldNames } from '../field-names.ts';
import { RecordCutter } from './record-cutter.ts';

const [lineFeed, carriageReturn, mark] = [10, 13, 34];

/** Where the next byte of a row stands. */
type State = 'cell' | 'open' | 'quoted' | 'closed' | 'mistaken';

/** Cuts a table (RFC 4180) into rows, as `csvRows` reads them. */
export class CsvCutter extends RecordCutter {
  readonly #fields: FieldNames;
  readonly #asked: string | undefined;
  #delimiter: string | undefined;
  #state: State = 'cell';
  /** Whether a row has come, which names the columns. */
  #named = false;
  /** Whether the first row says nothing, so that nothing can be read. */
  #lost = false;

  /** @param delimiter What parts cells; found from the first row if left out. */
  constructor(fields: FieldNames, delimiter?: string, longest?: number) {
    super(longest);
    this.#fields = fields;
    this.#asked = delimiter;
  }

  protected override scan(over: boolean): void {
    if (this.#delimiter === undefined && !this.#findDelimiter(over)) return;
    while (!this.#lost && this.#row(over));
    if (this.#lost) this.pass(this.bytes.length);
  }

  /** Whether enough has come to tell what parts cells. */
  #findDelimiter(over: boolean): boolean {
    const { bytes } = this;
    const most = headerSample * 4;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, most));
    if (!over && bytes.length < most) {
      const [first] = csvRows(text, noDelimiter);
      if (!first || (first.end >= text.length && !text.endsWith('\n'))) return false;
    }
    this.#delimiter = this.#asked ?? delimiterOf(text);
    this.at = text.startsWith('\uFEFF') ? 3 : 0;
    return true;
  }

  /** Goes on to the end of a row and cuts it; false where it has not come whole. */
  #row(over: boolean): boolean {
    const { bytes } = this;
    const delimiter = this.#delimiter?.charCodeAt(0);
    for (; this.at < bytes.length; this.at++) {
      if (this.#state === 'quoted') {
        const found = bytes.indexOf(mark, this.at);
        this.at = found < 0 ? bytes.length : found;
        if (found < 0 || (found + 1 === bytes.length && !over)) return false;
        if (bytes[found + 1] === mark) this.at++;
        else this.#state = 'closed';
        continue;
      }
      const byte = bytes[this.at];
      if (byte === lineFeed) return this.#end(this.at + 1);
      if (byte === carriageReturn) {
        if (this.at + 1 === bytes.length && !over) return false;
        return this.#end(this.at + (bytes[this.at + 1] === lineFeed ? 2 : 1));
      }
      if (this.#state === 'mistaken') continue;
      if (byte === delimiter) this.#state = 'cell';
      else if (this.#state === 'closed') this.#state = 'mistaken';
      else if (this.#state === 'cell') this.#state = byte === mark ? 'quoted' : 'open';
    }
    return over && bytes.length > 0 && this.#end(bytes.length);
  }

  #end(length: number): boolean {
    this.#state = 'cell';
    this.at = length;
    if (!this.#named) this.#takeHeader(length);
    else this.cut(length, this.passing || this.#isFilled(length));
    return true;
  }

  /** Whether there is more in a row than its break. */
  #isFilled(length: number): boolean {
    const [first] = this.bytes;
    return length > 2 || (first !== lineFeed && first !== carriageReturn);
  }

  #takeHeader(length: number): void {
    const delimiter = this.#delimiter ?? ',';
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes.subarray(0, length));
    const [row] = csvRows(text, delimiter);
    this.#lost = this.passing;
    this.#named = row !== undefined || this.passing;
    const header = row && !this.passing ? headerOf(text, row, this.#fields, delimiter) : undefined;
    if (header && 'why' in header) {
      this.#lost = true;
      this.cut(length, true, header.why);
    } else {
      this.cut(length, false);
      if (header) this.tell(header);
    }
  }
}

import { fieldWith, type FieldNames } from '../field-names.ts';
import { closeList, colon, comma, JsonWalker, openList, openObject } from './json-walker.ts';
import { RecordCutter } from './record-cutter.ts';

/**
 * Where the next byte stands: before everything, in the object around the list, between two records, in one,
 * in the object after the list, after everything.
 */
type State = 'start' | 'before' | 'between' | 'record' | 'after' | 'end';

/**
 * Cuts a JSON file into the elements of its list of records: an array, or the first array of objects in an
 * object. A file that has none is one piece. Where a record is not closed, the next one begins where none
 * could begin within it.
 */
export class JsonCutter extends RecordCutter {
  readonly #fields: FieldNames;
  #state: State = 'start';
  #around = new JsonWalker();
  #record = new JsonWalker();
  /** Names of the object around the list, and where the latest of its texts begins. */
  readonly #names: string[] = [];
  #textAt = 0;
  /** Whether a list has just begun that may be one of records. */
  #listBegins = false;
  /** What has to come between two records. */
  #wanted: 'first' | 'comma' | 'record' | 'any' = 'first';
  #why: string | undefined;

  constructor(fields: FieldNames, longest?: number) {
    super(longest);
    this.#fields = fields;
  }

  protected override scan(): void {
    while (this.at < this.bytes.length) {
      const walker = this.#state === 'record' ? this.#record : this.#around;
      this.at = walker.restOfText(this.bytes, this.at);
      if (this.at === this.bytes.length) break;
      const byte = this.bytes[this.at] ?? 0;
      if (this.#state === 'record') this.#inRecord(byte);
      else if (this.#state === 'between') this.#between(byte);
      else if (this.#state === 'start') this.#start(byte);
      else if (this.#state === 'end') this.#end(byte);
      else this.#inObject(byte);
    }
    if (this.#state !== 'record' && this.#state !== 'before' && this.#state !== 'start')
      this.cut(this.at, false);
  }

  protected override finish(): void {
    if (this.#state === 'between' || this.#state === 'after') this.cut(0, true, cutOff);
  }

  #start(byte: number): void {
    this.at++;
    // Space, and the three bytes of a byte order mark.
    if (byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf) return;
    this.#around.take(byte);
    if (byte === openList) this.#beginList();
    else this.#state = 'before';
  }

  /** The object around the list, before or after it. */
  #inObject(byte: number): void {
    const walker = this.#around;
    if (this.#listBegins && byte > 0x20) {
      this.#listBegins = false;
      if (byte === openObject) {
        if (this.#state === 'after') this.#sayUnread(`A second list of records begins here. ${ambiguous}`);
        else if (fieldWith('body', this.#names, this.#fields) === undefined) {
          this.#beginList();
          return;
        }
      }
    }
    const { inText, last } = walker;
    const depth = walker.open.length;
    walker.take(byte);
    if (!inText && walker.inText) this.#textAt = this.at + 1;
    if (inText && !walker.inText && depth === 1 && last !== colon && this.#state === 'before')
      this.#names.push(new TextDecoder().decode(this.bytes.subarray(this.#textAt, this.at)));
    this.#listBegins ||= depth === 1 && walker.open.length === 2 && byte === openList;
    this.at++;
    if (depth > 0 && walker.open.length === 0 && this.#state === 'after') this.#state = 'end';
  }

  #beginList(): void {
    this.cut(this.at, false);
    this.tell({ kind: 'list' });
    this.#state = 'between';
  }

  #between(byte: number): void {
    if (byte === comma && (this.#wanted === 'comma' || this.#wanted === 'any')) {
      this.#wanted = 'record';
      this.at++;
    } else if (byte === closeList) {
      if (this.#wanted === 'record')
        this.#sayUnread('After the last record stands a comma, where JSON has none.');
      this.at++;
      this.#around.take(byte);
      this.#state = this.#around.open.length === 0 ? 'end' : 'after';
    } else if (byte <= 0x20) this.at++;
    else {
      this.#why = this.#wanted === 'comma' ? noComma : undefined;
      if (byte === comma) {
        this.#sayUnread('A comma stands here where a record should.');
        this.at++;
        return;
      }
      this.cut(this.at, false);
      this.#record = new JsonWalker();
      this.#state = 'record';
    }
  }

  #inRecord(byte: number): void {
    const walker = this.#record;
    const isFirst = walker.last === 0;
    // A number, or a word that means nothing, ends where something else begins.
    const isWord = walker.open.length === 0 && !walker.inText && !isFirst;
    if (isWord && (byte <= 0x20 || byte === comma || byte === closeList)) this.#endRecord(this.at, 'comma');
    else if (walker.isOut(byte)) this.#endRecord(this.at, 'any');
    else {
      const within = walker.inText || walker.open.length > 0;
      walker.take(byte);
      this.at++;
      if (within && !walker.inText && walker.open.length === 0) this.#endRecord(this.at, 'comma');
    }
  }

  #endRecord(length: number, wanted: 'comma' | 'any'): void {
    this.cut(length, true, this.passing ? undefined : this.#why);
    this.#wanted = wanted;
    this.#state = 'between';
  }

  /** What comes after the list, or the object around it. */
  #end(byte: number): void {
    if (byte > 0x20 && this.#why !== goesOn) {
      this.#sayUnread(goesOn);
      this.#why = goesOn;
    }
    this.at++;
  }

  /** Tells what is wrong at the next byte. */
  #sayUnread(why: string): void {
    this.cut(this.at, false);
    this.cut(0, true, why);
  }
}

const cutOff =
  'The list of records is cut off here: nothing closes it. Have it written again by the program that made it.';
const goesOn = 'Something follows the end of the JSON here. It stays as it is.';
const noComma =
  'There is no comma before this record, so it is not certain to be one. Have it written again by the program that made it.';
const ambiguous = 'It is not certain which one holds the articles, so this one was left as it is.';

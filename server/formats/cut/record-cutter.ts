import type { Context } from './context.ts';

/** What a stretch of a file is. */
export interface Piece {
  /** In bytes; pieces follow each other without a gap. */
  readonly length: number;
  /** Whether a record may be in it; else it stands between records and only goes along. */
  readonly record: boolean;
  /** Why it can’t be read, for a person, where that is known before it is. */
  readonly why?: string;
  /** Whether nothing is to be said of it, whatever is in it: it belongs to what has been told already. */
  readonly told?: true;
}

/** Pieces that have come whole. */
export interface Pieces {
  /** All their bytes, which nobody overwrites. */
  readonly bytes: Uint8Array;
  readonly pieces: readonly Piece[];
  /** What it takes to read them by themselves. */
  readonly context?: Context;
}

/** A longer record, in bytes, is passed by: it is a mark that was never closed, and would fill the memory. */
const longestRecord = 100_000_000;

/** Room is made for twice of what is longer than this, so that appending to it takes linear time. */
const long = 1_000_000;

/**
 * Cuts a stream of bytes in UTF-8 into pieces that hold a record each, so that a file of any size can be read.
 * Remembers no more than the record that is not yet whole. The marks that part records are ASCII in every
 * format, so damaged bytes between them do no harm.
 */
export abstract class RecordCutter {
  /** What has come and is in no piece yet; begins where the next piece does. */
  protected bytes: Uint8Array = new Uint8Array();
  /** Up to where `bytes` has been looked at. */
  protected at = 0;
  protected readonly longest: number;
  #room: Uint8Array | undefined;
  #used = 0;
  #done: Pieces[] = [];
  #start = 0;
  #pieces: Piece[] = [];
  #context: Context | undefined;
  /** Whether the record at hand was too long, so that what is left of it goes by. */
  #passing = false;
  #over = false;

  constructor(longest = longestRecord) {
    this.longest = longest;
  }

  /** What these bytes complete. */
  add(bytes: Uint8Array): Pieces[] {
    this.#append(bytes);
    this.scan(false);
    if (this.bytes.length > this.longest && this.at > 0) this.#passLong();
    return this.#take();
  }

  /** What is left when no more bytes come. */
  end(): Pieces[] {
    this.#over = true;
    this.scan(true);
    if (this.bytes.length > 0) this.cut(this.bytes.length, true);
    this.finish();
    return this.#take();
  }

  /** Looks on from `at`, and cuts what is whole; with `over` no more bytes will come. */
  protected abstract scan(over: boolean): void;

  /** Called when all is cut. */
  protected finish(): void {
    // Most formats may end anywhere between two records.
  }

  /** Whether the beginning of the record at hand has gone by, because it is too long. */
  protected get passing(): boolean {
    return this.#passing;
  }

  /** Makes a piece of the first `most` bytes, or of a few less where they would end in the middle of a character. */
  protected cut(most: number, record: boolean, why?: string): void {
    const passed = this.#passing;
    const isOpen = (passed || !record) && most === this.bytes.length && !this.#over;
    const length = isOpen ? wholeCharacters(this.bytes) : most;
    if (length === 0 && why === undefined) return;
    this.#passing = false;
    if (passed) this.#add({ length, record: false, told: true });
    else this.#add({ length, record, ...(why !== undefined && { why }) });
    this.bytes = this.bytes.subarray(length);
    this.at = Math.max(0, this.at - length);
  }

  /** Says what it takes to read the pieces that follow. */
  protected tell(context: Context): void {
    this.#bundle();
    this.#context = context;
  }

  /** Has the first bytes go by, of which nothing more is to be said. */
  protected pass(length: number): void {
    this.#passing = true;
    this.cut(length, false);
  }

  #add(piece: Piece): void {
    const last = this.#pieces.at(-1);
    const goesAlong = !piece.record && piece.why === undefined && last?.record === false;
    if (goesAlong && last.told === piece.told)
      this.#pieces[this.#pieces.length - 1] = { ...last, length: last.length + piece.length };
    else this.#pieces.push(piece);
  }

  #passLong(): void {
    const { at } = this;
    if (this.#passing) this.cut(at, false);
    else this.cut(at, true, tooLong(this.longest));
    this.#passing = true;
  }

  #append(bytes: Uint8Array): void {
    const rest = this.bytes;
    if (rest.length === 0) {
      [this.bytes, this.#room] = [bytes, undefined];
    } else if (this.#room && this.#used + bytes.length <= this.#room.length) {
      this.#room.set(bytes, this.#used);
      this.bytes = this.#room.subarray(this.#used - rest.length, this.#used + bytes.length);
      this.#used += bytes.length;
    } else {
      const length = rest.length + bytes.length;
      const room = new Uint8Array(length > long ? length * 2 : length);
      room.set(rest);
      room.set(bytes, rest.length);
      [this.bytes, this.#room, this.#used] = [room.subarray(0, length), room, length];
    }
    this.#start = this.bytes.byteOffset;
  }

  /** Puts the pieces that have been cut together. */
  #bundle(): void {
    const length = this.#pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (this.#pieces.length > 0) {
      const context = this.#context;
      const bytes = new Uint8Array(this.bytes.buffer, this.#start, length);
      this.#done.push({ bytes, pieces: this.#pieces, ...(context && { context }) });
    }
    this.#start += length;
    this.#pieces = [];
  }

  #take(): Pieces[] {
    this.#bundle();
    const done = this.#done;
    this.#done = [];
    return done;
  }
}

/** The offset before a character at the end of bytes that has not come whole. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - 3; at--) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return at + length > bytes.length ? at : bytes.length;
  }
  return bytes.length;
}

function tooLong(longest: number): string {
  return `The record that begins here is longer than ${String(longest / 1e6)} MB, so what closes it is missing or it is none. It was left as it is.`;
}

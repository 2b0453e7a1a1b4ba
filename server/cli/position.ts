import type { Place } from '../core/text/line-index.ts';
import type { Format } from '../formats/format-name.ts';

/** Where something begins in a file: UTF-16 units of its decoded text, and the line and character. */
export interface Position extends Place {
  readonly offset: number;
}

export const beginning: Position = { offset: 0, line: 0, character: 0 };

/** A position that goes forward through a file, stretch by stretch. */
export class MovingPosition {
  #offset: number;
  #line: number;
  #character: number;
  /** Lines of JSON Lines end with LF alone. */
  readonly #onlyFeeds: boolean;
  #returned = false;

  constructor({ offset, line, character }: Position, format: Format) {
    [this.#offset, this.#line, this.#character] = [offset, line, character];
    this.#onlyFeeds = format === 'json-lines';
  }

  get now(): Position {
    return { offset: this.#offset, line: this.#line, character: this.#character };
  }

  /** Goes over a text. A byte order mark with which the file begins is no part of it. */
  pass(text: string): void {
    if (text === '') return;
    const marked = this.#offset === 0 && this.#line === 0 && text.startsWith('\uFEFF');
    let last = this.#lastBreak(text);
    if (this.#returned && text.startsWith('\n')) {
      // It belongs to the return before it, which has been counted.
      this.#line--;
      last = Math.max(last, 1);
    }
    this.#returned = !this.#onlyFeeds && text.endsWith('\r');
    this.#offset += text.length - (marked ? 1 : 0);
    this.#character = last > 0 ? text.length - last : this.#character + text.length - (marked ? 1 : 0);
  }

  /** Counts the lines that end in a text. @returns The offset after the last of their breaks; 0 if there is none. */
  #lastBreak(text: string): number {
    let last = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', last)) {
      last = at + 1;
      this.#line++;
    }
    if (this.#onlyFeeds) return last;
    for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
      if (text.charCodeAt(at + 1) === 10) continue;
      this.#line++;
      last = Math.max(last, at + 1);
    }
    return last;
  }
}

/** A place as people count it; both numbers start at 0 and `character` counts UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * Offsets to lines and back. A line ends with LF, CRLF or a CR alone, as in the Language Server Protocol.
 * Building it is linear in the text, each question logarithmic in the lines.
 */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let offset = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) this.#starts.push(offset + 1);
    }
  }

  /** How many lines there are; a text without a line break has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The place of an offset; an offset outside the text counts as its nearest end. */
  placeAt(offset: number): Place {
    const wanted = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: wanted - (this.#starts[low] ?? 0) };
  }

  /** The offset at which a line begins; past the last line, the length of the text. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#length;
  }
}

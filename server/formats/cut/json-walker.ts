export const [openList, closeList, openObject] = [0x5b, 0x5d, 0x7b];
export const [colon, comma] = [0x3a, 0x2c];
const [closeObject, quote, backslash, lineFeed] = [0x7d, 0x22, 0x5c, 0x0a];

/** Follows texts and brackets through the bytes of JSON, and through what is only nearly JSON. */
export class JsonWalker {
  /** The brackets that are open. */
  readonly open: number[] = [];
  /** The last byte that is no space, before the one at hand; of a text its mark. */
  last = 0;
  inText = false;
  #escaped = false;

  /** Whether at this byte something begins that can’t begin here, so that what is around it was not closed. */
  isOut(byte: number): boolean {
    if (this.inText || (byte !== openObject && byte !== openList)) return false;
    return this.open.at(-1) === openObject && this.last !== colon;
  }

  /** The offset of the next byte that may end the text at hand, or that escapes one. */
  restOfText(bytes: Uint8Array, from: number): number {
    if (!this.inText || this.#escaped) return from;
    let at = from;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === quote || byte === backslash || byte === lineFeed) break;
    }
    return at;
  }

  /** Goes over a byte. */
  take(byte: number): void {
    if (this.inText) {
      if (this.#escaped) this.#escaped = false;
      else if (byte === backslash) this.#escaped = true;
      // No text goes over the end of a line, so one that would was not closed.
      else if (byte === quote || byte === lineFeed) this.inText = false;
      return;
    }
    if (byte <= 0x20) return;
    if (byte === quote) [this.inText, this.#escaped] = [true, false];
    else if (byte === openObject || byte === openList) this.open.push(byte);
    else if (byte === closeObject || byte === closeList)
      this.#close(byte === closeObject ? openObject : openList);
    this.last = byte;
  }

  #close(opened: number): void {
    const place = this.open.lastIndexOf(opened);
    if (place >= 0) this.open.length = place;
  }
}

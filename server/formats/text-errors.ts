/** Bytes that can't be read without loss. The message is a sentence for the person whose file it is. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText';
  /** Offset of the first byte that can't be read. */
  readonly byte: number;
  /** The line it is in, from 1; lines end with LF, CRLF or CR. */
  readonly line: number;

  constructor(message: string, byte: number, line: number) {
    super(message);
    this.byte = byte;
    this.line = line;
  }
}

/** A text that its file's encoding can't hold. The message is a sentence for the person whose file it is. */
export class UnwritableText extends Error {
  override readonly name = 'UnwritableText';
}

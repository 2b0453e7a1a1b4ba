import { guessForeign } from './foreign-encoding.ts';
import { decodeSingleByte, encodeSingleByte } from './single-byte.ts';
import { UnreadableText } from './text-errors.ts';

/** The encodings of Unicode. */
export type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How an article's bytes spell its text: in Unicode, or in the single-byte encoding of a name that is known. */
export type Encoding = UnicodeEncoding | (string & {});

function isUnicode(encoding: Encoding): encoding is UnicodeEncoding {
  return encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be';
}

/** A text and what it takes to write it back as it was. */
export interface Decoded {
  /** The text; a byte order mark is no part of it, so offsets do not count one. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether the bytes begin with a byte order mark. */
  readonly mark: boolean;
}

export { UnreadableText } from './text-errors.ts';

const marks: readonly { readonly encoding: UnicodeEncoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * The text of a file's bytes: what its byte order mark says, else the encoding that somebody declared, else UTF-8.
 * Nothing is guessed and nothing is replaced, so `encode` gives the same bytes back.
 *
 * @param declared One of `encodingNames`.
 * @throws UnreadableText where that can't be had.
 */
export function decode(bytes: Uint8Array, declared?: Encoding): Decoded {
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (!marked && declared !== undefined && !isUnicode(declared)) {
    const text = decodeSingleByte(bytes, declared);
    refuseNul(text, bytes, 'utf-8', 0);
    return { text, encoding: declared, mark: false };
  }
  const foreign = declared === undefined ? guessForeign(bytes, marked !== undefined) : undefined;
  if (foreign !== undefined) {
    throw new UnreadableText(
      `It looks like ${foreign}, and Copydesk reads UTF-8, or UTF-16 that begins with a byte order mark; ` +
        'a wrong guess would damage the article. Save the file as UTF-8, or declare its encoding.',
      0,
      1,
    );
  }
  const unmarked = declared !== undefined && isUnicode(declared) ? declared : 'utf-8';
  const encoding = marked?.encoding ?? unmarked;
  const start = marked?.bytes.length ?? 0;
  const text = decodeStrictly(bytes.subarray(start), encoding, start);
  refuseNul(text, bytes, encoding, start);
  return { text, encoding, mark: marked !== undefined };
}

/**
 * The bytes of a text in the encoding it came in.
 *
 * @throws RangeError if the text holds half of a surrogate pair, which no encoding can spell.
 * @throws UnwritableText if it holds a character that the encoding does not have.
 */
export function encode({ text, encoding, mark }: Decoded): Uint8Array {
  if (!isWellFormed(text)) throw new RangeError('The text holds half of a character and can’t be encoded.');
  if (!isUnicode(encoding)) return encodeSingleByte(text, encoding);
  const bytes = encoding === 'utf-8' ? new TextEncoder().encode(text) : encodeWide(text, encoding);
  const prefix = mark ? (marks.find((candidate) => candidate.encoding === encoding)?.bytes ?? []) : [];
  if (prefix.length === 0) return bytes;
  const result = new Uint8Array(prefix.length + bytes.length);
  result.set(prefix);
  result.set(bytes, prefix.length);
  return result;
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function encodeWide(text: string, encoding: UnicodeEncoding): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
  }
  return new Uint8Array(view.buffer);
}

/** `start` is where `bytes` begin in the file. */
function decodeStrictly(bytes: Uint8Array, encoding: UnicodeEncoding, start: number): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // Anything else (a text too long for the runtime) has nothing to do with the encoding.
    if (!(error instanceof TypeError)) throw error;
  }
  const { byte, before } = firstBad(bytes, encoding);
  const line = lineAfter(before);
  const name = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
  const advice =
    encoding === 'utf-8'
      ? 'Find out which encoding the file is in; save it as UTF-8, or declare that encoding.'
      : 'The file is cut off or damaged; fetch it again or save it as UTF-8.';
  throw new UnreadableText(
    `Byte ${String(start + byte)} (line ${String(line)}) is not valid ${name}, so the file can’t be read without loss. ${advice}`,
    start + byte,
    line,
  );
}

/** Offset of the first byte that can't be decoded, and the text before it. */
function firstBad(bytes: Uint8Array, encoding: UnicodeEncoding): { byte: number; before: string } {
  const lossy = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const spelled = new TextEncoder();
  let byte = 0;
  let done = 0;
  for (let found = lossy.indexOf('\uFFFD'); found >= 0; found = lossy.indexOf('\uFFFD', found + 1)) {
    const stretch = lossy.slice(done, found);
    byte += encoding === 'utf-8' ? spelled.encode(stretch).length : stretch.length * 2;
    // The article itself may hold the replacement character; only one that the bytes do not spell is bad.
    if (!spellsReplacement(bytes, byte, encoding)) return { byte, before: lossy.slice(0, found) };
    byte += encoding === 'utf-8' ? 3 : 2;
    done = found + 1;
  }
  return { byte: bytes.length, before: lossy };
}

function spellsReplacement(bytes: Uint8Array, at: number, encoding: UnicodeEncoding): boolean {
  const spelled = { 'utf-8': [0xef, 0xbf, 0xbd], 'utf-16le': [0xfd, 0xff], 'utf-16be': [0xff, 0xfd] }[
    encoding
  ];
  return spelled.every((byte, index) => bytes[at + index] === byte);
}

/** NUL is no character of any article; where it stands the file is damaged or no text at all. */
function refuseNul(text: string, bytes: Uint8Array, encoding: UnicodeEncoding, start: number): void {
  const found = text.indexOf('\0');
  if (found < 0) return;
  const byte = encoding === 'utf-8' ? bytes.indexOf(0) : start + found * 2;
  const line = lineAfter(text.slice(0, found));
  throw new UnreadableText(
    `Byte ${String(byte)} (line ${String(line)}) is NUL, which no article holds: the file is damaged or no text. ` +
      'Fetch it again, or delete the character in an editor that shows it.',
    byte,
    line,
  );
}

/** The line, from 1, of what comes right after `before`. */
function lineAfter(before: string): number {
  return before.split(/\r\n|\r|\n/).length;
}

import { LineIndex } from '../../index.ts';
import { decode, encode, UnreadableText, type Decoded, type Encoding } from '../../formats/decode.ts';
import type { Format } from '../../formats/format-name.ts';
import type { Place } from '../../core/text/line-index.ts';
import type { Part } from './job.ts';

/** A stretch of a file that is read and written by itself: a line of JSON Lines, of other formats all of it. */
export interface Unit {
  readonly text: string;
  /** Its bytes, where they are no text; `why` says so for a person. */
  readonly unread?: { readonly bytes: Uint8Array; readonly why: string };
  /** UTF-16 units of the file before it. */
  readonly offset: number;
  /** Whether there is anything in it. */
  readonly blank: boolean;
  /** The place in the file of an offset of `text`. */
  placeAt(this: void, offset: number): Place;
}

/** A file, or a part of one, as units. */
export interface Content {
  readonly units: readonly Unit[];
  /** Its text, as far as it is one. */
  readonly decoded: Decoded;
  /** The bytes of the file with other texts in the place of its units’, in their order. */
  encode(this: void, texts: readonly string[]): Uint8Array;
}

/**
 * The units of a file.
 *
 * @param declared The encoding that the configuration or the command line says it is in.
 * @throws UnreadableText if its bytes are no text; of JSON Lines only the lines concerned are unread.
 */
export function contentOf(
  bytes: Uint8Array,
  format: Format,
  part: Part | undefined,
  declared: Encoding | undefined,
): Content {
  if (format !== 'json-lines') {
    const decoded = decode(bytes, declared);
    let index: LineIndex | undefined;
    const placeAt = (offset: number): Place => (index ??= new LineIndex(decoded.text)).placeAt(offset);
    const unit = { text: decoded.text, offset: 0, blank: false, placeAt };
    return { units: [unit], decoded, encode: ([text = '']) => encode({ ...decoded, text }) };
  }
  const before = part ?? { offset: 0, line: 0, record: 0 };
  let decoded: Decoded;
  try {
    decoded = decode(bytes, declared);
  } catch (error) {
    if (!(error instanceof UnreadableText) || declared !== undefined) throw error;
    return damaged(bytes, before);
  }
  // Programs that join files leave byte order marks in the middle; there they count as characters.
  if (decoded.mark && before.offset > 0)
    decoded = { text: `\uFEFF${decoded.text}`, encoding: decoded.encoding, mark: false };
  const whole = decoded;
  return {
    units: lineUnits(linesOf(whole.text), before, () => undefined),
    decoded: whole,
    encode: (texts) => encode({ ...whole, text: texts.join('') }),
  };
}

/** The units of JSON Lines of which some are no UTF-8: those are left as they are, byte for byte. */
function damaged(bytes: Uint8Array, before: Part): Content {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start) + 1 || bytes.length;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const unread = new Map<number, { bytes: Uint8Array; why: string }>();
  const texts = lines.map((line, index) => {
    try {
      const text = strict.decode(line);
      if (!text.includes('\0')) return text;
      unread.set(index, { bytes: line, why: sayDamaged('a NUL byte') });
      return text;
    } catch {
      unread.set(index, { bytes: line, why: sayDamaged('bytes that are not UTF-8') });
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(line);
    }
  });
  return {
    units: lineUnits(texts, before, (index) => unread.get(index)),
    decoded: { text: texts.join(''), encoding: 'utf-8', mark: false },
    encode: (changed) =>
      Buffer.concat(changed.map((text, index) => unread.get(index)?.bytes ?? Buffer.from(text))),
  };
}

function sayDamaged(what: string): string {
  return `It holds ${what}, so it can’t be read without loss. Have it written again in UTF-8.`;
}

function lineUnits(
  texts: readonly string[],
  before: Part,
  unreadAt: (index: number) => Unit['unread'],
): Unit[] {
  // A mark at the beginning of the file is no part of its text.
  let offset = before.offset === 0 && texts[0]?.startsWith('\uFEFF') ? -1 : before.offset;
  return texts.map((text, index) => {
    const unread = unreadAt(index);
    const line = before.line + index;
    const unit: Unit = {
      text,
      offset,
      blank: /^[ \t\r\n]*$/.test(text),
      ...(unread && { unread }),
      placeAt: (character) => ({ line, character }),
    };
    offset += text.length;
    return unit;
  });
}

/** Lines with their line breaks. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

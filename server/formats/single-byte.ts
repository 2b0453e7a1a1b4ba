import { UnreadableText, UnwritableText } from './text-errors.ts';
import { singleBytePages } from '../core/text/single-byte-pages.ts';

interface Page {
  /** By byte: the code of its character; 0xFFFD for a byte that has none. */
  readonly codes: Uint16Array;
  readonly bytes: ReadonlyMap<number, number>;
}

const pages = new Map<string, Page>();

/** The characters of the Standard as they are written down: old versions of Node decode some of them wrongly. */
function pageOf(name: string): Page {
  let page = pages.get(name);
  if (!page) {
    const upper = singleBytePages[name] ?? '';
    const codes = Uint16Array.from({ length: 256 }, (_, byte) =>
      byte < 128 ? byte : upper.charCodeAt(byte - 128),
    );
    const bytes = new Map<number, number>();
    codes.forEach((code, byte) => {
      if (code !== missing) bytes.set(code, byte);
    });
    pages.set(name, (page = { codes, bytes }));
  }
  return page;
}

const missing = 0xfffd;

/**
 * The text of bytes in a single-byte encoding.
 *
 * @throws UnreadableText at a byte that stands for no character.
 */
export function decodeSingleByte(bytes: Uint8Array, name: string): string {
  const { codes } = pageOf(name);
  const units = new Uint16Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) {
    const code = codes[bytes[at] ?? 0] ?? missing;
    if (code === missing) {
      const line = textOf(units.subarray(0, at)).split(/\r\n|\r|\n/).length;
      throw new UnreadableText(
        `Byte ${String(at)} (line ${String(line)}) stands for no character in ${name}, so the file can’t be read without loss. ` +
          'Find out which encoding the file is in and name that.',
        at,
        line,
      );
    }
    units[at] = code;
  }
  return textOf(units);
}

/** The text of UTF-16 units; a spread of all at once would be too much for the stack. */
function textOf(units: Uint16Array): string {
  let text = '';
  const portion = 8192;
  for (let at = 0; at < units.length; at += portion)
    text += String.fromCharCode(...units.subarray(at, at + portion));
  return text;
}

/**
 * The bytes of a text in a single-byte encoding.
 *
 * @throws UnwritableText at a character that the encoding does not have.
 */
export function encodeSingleByte(text: string, name: string): Uint8Array {
  const { bytes } = pageOf(name);
  const result = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = bytes.get(text.charCodeAt(at));
    if (byte === undefined) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? missing);
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      throw new UnwritableText(
        `“${character}” (U+${code}) can’t be written in ${name}, so the file was left as it is. ` +
          'Save the file as UTF-8, or leave out the fix that puts the character in.',
      );
    }
    result[at] = byte;
  }
  return result;
}

/** What a mark of XML is. */
export type MarkKind = 'open' | 'close' | 'comment' | 'cdata' | 'instruction' | 'declaration';

const [less, greater, exclamation, question, slash, dash, bracket, closing] = [
  60, 62, 33, 63, 47, 45, 91, 93,
];
const [double, single] = [34, 39];

/** A longer tag or declaration, in bytes, is none. */
const longestTag = 1_000_000;

/**
 * The mark whose `<` stands at an offset of bytes in UTF-8; undefined where that is none.
 *
 * @param over Whether no more bytes will come.
 */
export function markAt(bytes: Uint8Array, at: number, over: boolean): MarkKind | 'unknown' | undefined {
  const next = bytes[at + 1];
  if (next === undefined) return over ? undefined : 'unknown';
  if (next === question) return 'instruction';
  if (next === slash) return 'close';
  if (next !== exclamation) return isNameStart(next) ? 'open' : undefined;
  if (!over && bytes.length < at + 9) return 'unknown';
  if (bytes[at + 2] === dash && bytes[at + 3] === dash) return 'comment';
  return bytes[at + 2] === bracket ? 'cdata' : 'declaration';
}

/** The offset after the mark of two bytes and a `>` that ends a comment and the like; -1 if it has not come. */
export function endingAfter(bytes: Uint8Array, from: number, kind: MarkKind): number {
  const byte = { comment: dash, cdata: closing, instruction: question }[kind as 'comment'];
  const twice = kind !== 'instruction';
  for (let at = bytes.indexOf(greater, from); at >= 0; at = bytes.indexOf(greater, at + 1))
    if (bytes[at - 1] === byte && (!twice || bytes[at - 2] === byte)) return at + 1;
  return -1;
}

/** The offset after a tag; -1 if its end has not come, undefined if it can’t be one. */
export function endOfTag(bytes: Uint8Array, start: number): number | undefined {
  let mark = 0;
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (mark > 0) {
      if (byte === mark) mark = 0;
    } else if (byte === greater) return at + 1;
    else if (byte === double || byte === single) mark = byte;
    // A tag that was not closed ends where the next one begins.
    else if (byte === less) return undefined;
  }
  return bytes.length - start > longestTag ? undefined : -1;
}

/** The same of the declaration of a document’s type, which may hold others. */
export function endOfDeclaration(bytes: Uint8Array, start: number): number | undefined {
  let [mark, depth] = [0, 0];
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (mark > 0) {
      if (byte === mark) mark = 0;
    } else if (byte === less && bytes[at + 1] === exclamation && bytes[at + 2] === dash) {
      const end = endingAfter(bytes, at + 6, 'comment');
      if (end < 0) break;
      at = end - 1;
    } else if (byte === double || byte === single) mark = byte;
    else if (byte === bracket) depth++;
    else if (byte === closing) depth--;
    else if (byte === greater && depth <= 0) return at + 1;
  }
  return bytes.length - start > longestTag ? undefined : -1;
}

/** Whether an element’s name may begin with a byte; what is beyond ASCII may. */
function isNameStart(byte: number): boolean {
  return (
    byte >= 0x80 ||
    byte === 0x3a ||
    byte === 0x5f ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a)
  );
}

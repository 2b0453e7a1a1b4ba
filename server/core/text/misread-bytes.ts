import { codePages } from './code-pages.ts';
import { dosCodePages } from './dos-code-pages.ts';

/** The encodings that UTF-8 is read in by mistake, by name. */
export const encodings: readonly string[] = [...Object.keys(codePages), ...Object.keys(dosCodePages)];

/** By encoding: the byte that each of its characters beyond ASCII is. */
export const bytesOf: readonly Map<number, number>[] = [
  ...Object.values(codePages),
  ...Object.values(dosCodePages),
].map(
  (characters) =>
    new Map(Array.from(characters, (character, index) => [character.charCodeAt(0), index + 128])),
);

// Latin-1 has control characters where Windows has letters and marks; programs mix the two up.
for (let byte = 0x80; byte <= 0x9f; byte++) bytesOf[0]?.set(byte, byte);

/** By UTF-16 unit: in which encodings (a bit each) it is a byte that begins a sequence, and one that goes on. */
export const begins = new Uint16Array(0x10000);
export const goesOn = new Uint16Array(0x10000);
bytesOf.forEach((bytes, index) => {
  const isDos = (encodings[index] ?? '') in dosCodePages;
  for (const [code, byte] of bytes) {
    const roles = byte <= 0xbf ? goesOn : begins;
    const isLead = byte >= 0xc2 && byte <= 0xf4 && (!isDos || isFrame(code) || isMarkLead(code));
    if (byte <= 0xbf || isLead) roles[code] = (roles[code] ?? 0) | (1 << index);
  }
});

/** A part of a frame: what DOS has where UTF-8 has the first byte of a letter. Letters themselves prove nothing. */
export function isFrame(code: number): boolean {
  return code >= 0x2500 && code <= 0x259f;
}

/** What DOS has where UTF-8 has the first byte of a quotation mark or a dash: “ΓÇ£” and “ÔÇ£” for “. */
function isMarkLead(code: number): boolean {
  return code === 0x393 || code === 0xd4;
}

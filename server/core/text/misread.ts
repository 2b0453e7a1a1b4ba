import { codePages } from './code-pages.ts';
import type { Span } from './span.ts';

/** UTF-8 that was read as another encoding, and what it was. */
export interface Misread extends Span {
  /** The encoding it was read in. */
  readonly encoding: string;
  /** The characters that it stands for. */
  readonly text: string;
}

/** A character that several others stand for. */
interface Sequence extends Span {
  readonly text: string;
  /** How much it speaks for a misreading: 1 is certain. */
  readonly weight: number;
}

const encodings = Object.keys(codePages);

const bytesOf: readonly Map<number, number>[] = Object.values(codePages).map(
  (characters) =>
    new Map(Array.from(characters, (character, index) => [character.charCodeAt(0), index + 128])),
);

// Latin-1 has control characters where Windows has letters and marks; programs mix the two up.
for (let byte = 0x80; byte <= 0x9f; byte++) bytesOf[0]?.set(byte, byte);

/** By UTF-16 unit: in which encodings (a bit each) it is a byte that begins a sequence, and one that goes on. */
const begins = new Uint16Array(0x10000);
const goesOn = new Uint16Array(0x10000);
bytesOf.forEach((bytes, index) => {
  for (const [code, byte] of bytes) {
    const roles = byte <= 0xbf ? goesOn : begins;
    if (byte <= 0xbf || (byte >= 0xc2 && byte <= 0xf4)) roles[code] = (roles[code] ?? 0) | (1 << index);
  }
});

/** Two damaged characters no further apart than this are one passage. UTF-16 units. */
const reach = 24;

/** A passage is believed misread from this weight on. */
const certain = 1;

/**
 * The passages of a text that are UTF-8 read in a single-byte encoding, such as “Ø§Ù„” for “ال”, each with
 * what it stands for. Each passage is judged by itself, because a page is often put together from sound and
 * damaged parts. Linear in the length of the text.
 */
export function findMisread(text: string): Misread[] {
  const starts = candidates(text);
  const found = encodings.flatMap((encoding, index) =>
    passages(text, sequencesAt(text, starts[index] ?? [], encoding, bytesOf[index] ?? new Map())).flatMap(
      (passage) => {
        const weight = passage.reduce((sum, sequence) => sum + sequence.weight, 0);
        const [first, last] = [passage[0], passage.at(-1)];
        if (!first || !last || weight < certain) return [];
        return [{ start: first.start, end: last.end, encoding, text: decoded(text, passage), weight }];
      },
    ),
  );
  // Where two encodings explain a place, the one that explains more of it is right.
  found.sort((one, other) => one.start - other.start);
  const weighed: (Misread & { weight: number })[] = [];
  for (const passage of found) {
    const last = weighed.at(-1);
    if (!last || last.end <= passage.start) weighed.push(passage);
    else if (passage.weight > last.weight) weighed.splice(-1, 1, passage);
  }
  const chosen: Misread[] = weighed.map(({ start, end, encoding, text: instead }) => ({
    start,
    end,
    encoding,
    text: instead,
  }));
  if (chosen.some(({ encoding }) => encoding === western)) chosen.push(...cutShort(text));
  return chosen.sort((one, other) => one.start - other.start);
}

const western = 'windows-1252';

/** «Ã » for «à»: the second byte is a no-break space, which programs turn into a space, or drop before one. */
function cutShort(text: string): Misread[] {
  return Array.from(text.matchAll(/(?<=^|[\s\p{Ll}'’])\u00C3 /gu), (match) => ({
    start: match.index,
    // «Ã s» is «às»: there the space is the second byte.
    end: match.index + (/^s\s/u.test(text.slice(match.index + 2, match.index + 4)) ? 2 : 1),
    encoding: western,
    text: 'à',
  }));
}

/** By encoding: where a character that may begin a sequence is followed by one that may go on with it. */
function candidates(text: string): number[][] {
  const starts = encodings.map((): number[] => []);
  // In any script far fewer characters go on with a sequence than begin one, so those are looked for first.
  for (let offset = 1; offset < text.length; offset++) {
    const second = goesOn[text.charCodeAt(offset)] ?? 0;
    if (second === 0) continue;
    let both = second & (begins[text.charCodeAt(offset - 1)] ?? 0);
    for (let index = 0; both > 0; index++, both >>= 1) if ((both & 1) === 1) starts[index]?.push(offset - 1);
  }
  return starts;
}

function sequencesAt(
  text: string,
  starts: readonly number[],
  encoding: string,
  bytes: ReadonlyMap<number, number>,
): Sequence[] {
  const found: Sequence[] = [];
  for (const start of starts) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const sequence = sequenceAt(text, start, bytes);
    const weight = sequence && weigh(text, sequence, sequence.text, encoding);
    if (sequence && typeof weight === 'number') found.push({ ...sequence, weight });
  }
  return found;
}

/** The character that the ones from an offset stand for as bytes of UTF-8. */
function sequenceAt(
  text: string,
  start: number,
  bytes: ReadonlyMap<number, number>,
): (Span & { text: string }) | null {
  const first = bytes.get(text.charCodeAt(start)) ?? 0;
  const length = first < 0xc2 ? 0 : first <= 0xdf ? 2 : first <= 0xef ? 3 : first <= 0xf4 ? 4 : 0;
  if (length === 0) return null;
  let code = first & (0xff >> (length + 1));
  for (let offset = 1; offset < length; offset++) {
    const byte = bytes.get(text.charCodeAt(start + offset)) ?? 0;
    if (byte < 0x80 || byte > 0xbf) return null;
    code = (code << 6) | (byte & 0x3f);
  }
  // Longer than need be, half of a pair, or beyond the last character: no UTF-8.
  const least = [0x80, 0x800, 0x10000][length - 2] ?? 0;
  if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return { start, end: start + length, text: String.fromCodePoint(code) };
}

/** What a page may hold at all: letters, marks of punctuation, money, pictures. */
const plausible = /[\p{Lu}\p{Ll}\p{Lo}\p{Mn}\p{Mc}\p{N}\p{P}\p{S}\u00A0\u200B-\u200F\u2028\uFEFF]/u;

/** Letters and signs of the alphabets that take two bytes, as the press uses them; phonetic letters are none. */
const common =
  /[\u00A0-\u017F\u0218-\u021B\u0386-\u03CE\u0401-\u045F\u0490\u0491\u05D0-\u05EA\u060C\u061B\u061F\u0621-\u0652\u0660-\u066C\u067E\u0686\u0698\u06A9\u06AF\u06BA\u06BE\u06C1\u06CC\u06D2\u06D4\u06F0-\u06F9]/u;

/** Marks that stand behind a word in sound text. */
const typographic =
  /^[\u00A0\u00A9\u00AB\u00AE\u2122\u00B4\u00BB\u2013\u2014\u2018-\u201E\u2026\u2039\u203A،؛؟]+$/u;
const letters = /^(?:(?!\u0192)[\p{L}\p{M}])+$/u;
const isLetter = /\p{L}/u;
const isSmall = /\p{Ll}/u;

/** How much a sequence speaks for a misreading, from 0 to 1, where 1 is certain; null where it can't be one. */
function weigh(text: string, { start, end }: Span, character: string, encoding: string): number | null {
  if (!plausible.test(character)) return null;
  const damaged = text.slice(start, end);
  const lead = damaged.charAt(0);
  const rest = damaged.slice(1);
  const before = isLetter.test(text.charAt(start - 1));
  const after = isLetter.test(text.charAt(end));
  const small = isSmall.test(text.charAt(start - 1));
  // A capital within small letters stands there by chance, whatever follows.
  const inside = small && /\p{Lu}/u.test(lead);
  const natural = isLetter.test(lead) && typographic.test(rest) && !inside;
  if (damaged.length >= 3) {
    // Three or four characters that fit together by chance are rare, and punctuation out of them is no chance.
    if (/[\p{P}\p{Sc}\p{So}\p{Sm}\uFFFD\u200B-\u200F\uFEFF]/u.test(character)) return 1;
    if (natural || letters.test(damaged)) return 0.4;
    // «з’їзд», «این‌که»: an apostrophe or a joiner within a word.
    if (arabicOrCyrillic.has(encoding) && /^\p{L}[’\u200C\u200D]\p{L}$/u.test(damaged)) return 0.1;
    return before || after ? 1 : 0.6;
  }
  // A letter before a comma or a closing mark is the commonest thing in these two alphabets.
  if (natural && arabicOrCyrillic.has(encoding)) return 0.02;
  if (!common.test(character)) return 0.1;
  // A control character is no text at all.
  if (/[\u0080-\u009F]/u.test(damaged)) return 0.7;
  if (letters.test(damaged) && !inside) return arabicOrCyrillic.has(encoding) ? 0.15 : 0.2;
  if (lead === '\u00C2') return before && !small ? 0.4 : 1;
  // A small letter among capitals: the word is written so on purpose.
  if (isSmall.test(character) && (before || after) && !small && !isSmall.test(text.charAt(end))) return 0.3;
  if (rest === '\u00A0') return small && lead === '\u00C3' ? 1 : 0.3;
  // A capital before a closing mark is a word’s end; only in the middle of a word is it none.
  if (natural) return before && after ? 1 : 0.3;
  if (arabicOrCyrillic.has(encoding)) return isLetter.test(character) ? 0.35 : 0.25;
  // A letter or sign and another sign that stand for a letter where a word has one: «cafÃ©», «weiÃŸ».
  if (isLetter.test(character) && /[\u00C3-\u00C5\u00CE\u221A\u0102-\u0104\u0139]/u.test(lead)) {
    return before || (after && isLetter.test(lead)) ? 1 : 0.5;
  }
  return 0.5;
}

const arabicOrCyrillic: ReadonlySet<string> = new Set(['windows-1256', 'windows-1251']);

function passages(text: string, sequences: readonly Sequence[]): Sequence[][] {
  const grouped: Sequence[][] = [];
  for (const sequence of sequences) {
    const last = grouped.at(-1);
    const end = last?.at(-1)?.end ?? 0;
    const isNear = sequence.start - end <= reach && !/[\r\n]/u.test(text.slice(end, sequence.start));
    if (last && isNear) last.push(sequence);
    else grouped.push([sequence]);
  }
  return grouped;
}

/** A passage with its sequences replaced; what stands between them stays. */
function decoded(text: string, passage: readonly Sequence[]): string {
  let result = '';
  let from = passage[0]?.start ?? 0;
  for (const { start, end, text: character } of passage) {
    result += text.slice(from, start) + character;
    from = end;
  }
  return result;
}

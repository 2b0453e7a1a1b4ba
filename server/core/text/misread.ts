import { begins, bytesOf, encodings, goesOn } from './misread-bytes.ts';
import { cutShort, mayBeCutShort, western } from './misread-cut-short.ts';
import { weigh } from './misread-weight.ts';
import type { Span } from './span.ts';

/** UTF-8 that was read as another encoding, and what it was. */
export interface Misread extends Span {
  /** The encoding it was read in. */
  readonly encoding: string;
  /** The characters that it stands for. */
  readonly text: string;
}

/** A character that several others stand for. */
export interface Sequence extends Span {
  readonly text: string;
  /** How much it speaks for a misreading: 1 is certain. */
  readonly weight: number;
}

/** Sequences near each other in one encoding, and how much they speak for it together. */
export interface Passage extends Misread {
  readonly weight: number;
}

/** Two damaged characters no further apart than this are one passage. UTF-16 units. */
const reach = 24;

/** A passage is believed misread from this weight on. */
const certain = 1;

/**
 * A sequence of this weight is believed where other passages of the text show that it was misread so; and so is one
 * of no weight of its own, which is a remnant.
 */
const likely = 0.5;

/**
 * The passages of a text that are UTF-8 read in a single-byte encoding, such as “Ø§Ù„” for “ال”, each with
 * what it stands for. Each passage is judged by itself, because a page is often put together from sound and
 * damaged parts; what is likely in one is believed where others are certain. Linear in the length of the text.
 */
export function findMisread(text: string): readonly Misread[] {
  return believed(passagesIn(text));
}

/**
 * The passages of a text that are certain, or likely enough to be believed where others are. No passage goes over a
 * line break, and nothing beyond one bears on it, so that those of an article are those of its lines.
 */
export function passagesIn(text: string): readonly Passage[] {
  const starts = candidates(text);
  const isCut = mayBeCutShort(text);
  const passages: Passage[] = [];
  encodings.forEach((encoding, index) => {
    const own = starts[index] ?? [];
    if (own.length === 0 && !isCut) return;
    const sequences = sequencesAt(text, own, encoding, bytesOf[index] ?? new Map());
    const remnants = isCut ? cutShort(text, encoding, sequences) : [];
    passages.push(...grouped(text, encoding, [...sequences, ...remnants]));
  });
  return passages;
}

/**
 * Of the passages of all lines of an article those that are certain, and where some of an encoding are, or several
 * are likely, those of it as well. In the order of the text.
 */
export function believed(passages: readonly Passage[]): readonly Passage[] {
  if (passages.length === 0) return passages;
  const weights = new Map<string, number>();
  for (const { encoding, weight } of passages) weights.set(encoding, (weights.get(encoding) ?? 0) + weight);
  return heaviest(passages.filter(({ encoding }) => (weights.get(encoding) ?? 0) >= certain));
}

/** Where two encodings explain a place, the one that explains more of it is right. In the order of the text. */
function heaviest(passages: readonly Passage[]): Passage[] {
  const chosen: Passage[] = [];
  for (const passage of [...passages].sort((one, other) => one.start - other.start)) {
    const last = chosen.at(-1);
    if (!last || last.end <= passage.start) chosen.push(passage);
    else if (passage.weight > last.weight) chosen.splice(-1, 1, passage);
  }
  return chosen;
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
  const code = codeAt(text, start, bytes);
  if (code === null) return null;
  const { value, length } = code;
  if (value < 0xd800 || value > 0xdfff)
    return { start, end: start + length, text: String.fromCodePoint(value) };
  // Some programs write each half of a pair by itself, as Java and old MySQL do (CESU-8).
  const low = value <= 0xdbff ? codeAt(text, start + length, bytes) : null;
  if (low === null || low.value < 0xdc00 || low.value > 0xdfff) return null;
  return { start, end: start + length + low.length, text: String.fromCharCode(value, low.value) };
}

/** The number that the characters from an offset stand for as bytes of UTF-8, and how many they are. */
function codeAt(
  text: string,
  start: number,
  bytes: ReadonlyMap<number, number>,
): { readonly value: number; readonly length: number } | null {
  const first = bytes.get(text.charCodeAt(start)) ?? 0;
  const length = first < 0xc2 ? 0 : first <= 0xdf ? 2 : first <= 0xef ? 3 : first <= 0xf4 ? 4 : 0;
  if (length === 0) return null;
  let value = first & (0xff >> (length + 1));
  for (let offset = 1; offset < length; offset++) {
    const byte = bytes.get(text.charCodeAt(start + offset)) ?? 0;
    if (byte < 0x80 || byte > 0xbf) return null;
    value = (value << 6) | (byte & 0x3f);
  }
  // Longer than need be, or beyond the last character: no UTF-8.
  const least = [0x80, 0x800, 0x10000][length - 2] ?? 0;
  return value < least || value > 0x10ffff ? null : { value, length };
}

/**
 * Whether letters between two sequences were not misread, and so the sequences are none. Where Arabic or Cyrillic
 * words are misread all of their letters are; in sound ones of Persian or Urdu some look like sequences by chance.
 */
function staysWhole(gap: string, encoding: string): boolean {
  return wholeLetters[encoding]?.test(gap) === true;
}

const wholeLetters: Readonly<Record<string, RegExp>> = {
  'windows-1256': /\p{Script=Arabic}/u,
  'windows-1251': /\p{Script=Cyrillic}/u,
};

function grouped(text: string, encoding: string, sequences: readonly Sequence[]): Passage[] {
  const groups: Sequence[][] = [];
  for (const sequence of [...sequences].sort((one, other) => one.start - other.start)) {
    const last = groups.at(-1);
    const end = last?.at(-1)?.end ?? 0;
    const gap = text.slice(end, sequence.start);
    const isNear = gap.length <= reach && !/[\r\n]/u.test(gap) && !staysWhole(gap, encoding);
    if (last && isNear) last.push(sequence);
    else groups.push([sequence]);
  }
  return groups.flatMap((group): Passage[] => {
    const weight = group.reduce((sum, sequence) => sum + sequence.weight, 0);
    const isLikely = group.every((sequence) => sequence.weight === 0 || sequence.weight >= likely);
    if (weight < certain && !isLikely) return [];
    const [start, end] = [group[0]?.start ?? 0, group.at(-1)?.end ?? 0];
    return [{ start, end, encoding, text: decoded(text, group), weight }];
  });
}

/** A passage with its sequences replaced; what stands between them stays. */
function decoded(text: string, sequences: readonly Sequence[]): string {
  let result = '';
  let from = sequences[0]?.start ?? 0;
  for (const { start, end, text: character } of sequences) {
    result += text.slice(from, start) + character;
    from = end;
  }
  return result;
}

/** Windows-1252 that was read as Latin-1: what is left of its marks are control characters, which no text holds. */
export function findControls(text: string): Misread[] {
  if (!/[\u0080-\u009F]/u.test(text)) return [];
  return Array.from(text.matchAll(/[\u0082\u0084\u0085\u0091-\u0097\u0099]/gu)).flatMap(
    ({ 0: control, index }): Misread[] => {
      const byte = control.charCodeAt(0);
      const mark = [...(bytesOf[0] ?? [])].find(([code, of]) => of === byte && code !== byte)?.[0];
      const [before, after] = [text.slice(Math.max(0, index - 3), index), text.slice(index + 1, index + 4)];
      // Within a word Apple’s encodings have letters there; only an apostrophe stands so: “it’s”, “l’été”.
      const inWord = /\p{L}$/u.test(before) && /^\p{L}/u.test(after);
      const isElision =
        /^(?:[stdm]|re|ve|ll)(?!\p{L})/iu.test(after) || /(?<!\p{L})(?:\p{L}|qu)$/iu.test(before);
      if (mark === undefined || (inWord && !(byte === 0x92 && isElision))) return [];
      return [{ start: index, end: index + 1, encoding: western, text: String.fromCharCode(mark) }];
    },
  );
}

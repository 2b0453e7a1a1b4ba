import { unitClasses } from './unit-classes.ts';

/** What a character is; several of these may be true of one. */
export const trait = {
  letter: 1,
  number: 2,
  /** A vowel sign, an accent: part of the letter before it. */
  mark: 4,
  space: 8,
  punctuation: 16,
  capital: 32,
  small: 64,
  /** Of a script that puts no spaces between words. */
  spaceless: 128,
  /** The same, and each of its characters is looked up by itself. */
  ideograph: 256,
  /** A formatting character that a scraper leaves in a line and that no pattern knows. */
  invisible: 512,
  /** Half of a pair of UTF-16 units: what it is only both tell. */
  half: 1024,
} as const;

/** Formatting characters that a scraper leaves in a line and that no pattern knows. */
export const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu;

const patterns: readonly (readonly [trait: number, pattern: RegExp])[] = [
  [trait.letter, /\p{L}/u],
  [trait.number, /\p{N}/u],
  [trait.mark, /\p{M}/u],
  [trait.space, /\s/u],
  [trait.punctuation, /\p{P}/u],
  [trait.capital, /\p{Lu}/u],
  [trait.small, /\p{Ll}/u],
  [trait.spaceless, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u],
  [trait.ideograph, /[\p{Script=Han}\p{Script=Hiragana}]/u],
];

function traitsOfCharacter(character: string): number {
  let traits = character.replace(invisible, '') === '' ? trait.invisible : 0;
  for (const [bit, pattern] of patterns) if (pattern.test(character)) traits |= bit;
  return traits;
}

const traitsOfUnit = unitClasses((unit) =>
  /[\uD800-\uDFFF]/.test(unit) ? trait.half : traitsOfCharacter(unit),
);

/** What the character at an offset is; nothing before and after the text. */
export function traitsAt(text: string, offset: number): number {
  if (offset < 0 || offset >= text.length) return 0;
  const traits = traitsOfUnit(text.charCodeAt(offset));
  return traits === trait.half ? traitsOfPair(text, offset) : traits;
}

function traitsOfPair(text: string, offset: number): number {
  return widthAt(text, offset) === 2 ? traitsOfCharacter(text.slice(offset, offset + 2)) : 0;
}

/** How many UTF-16 units the character at an offset takes. */
export function widthAt(text: string, offset: number): 1 | 2 {
  const isPair =
    (text.charCodeAt(offset) & 0xfc00) === 0xd800 && (text.charCodeAt(offset + 1) & 0xfc00) === 0xdc00;
  return isPair ? 2 : 1;
}

/** Whether the character at an offset has one of some traits. */
export function isAt(text: string, offset: number, traits: number): boolean {
  return (traitsAt(text, offset) & traits) > 0;
}

/** Whether the character at an offset is a letter or a digit. */
export function isWordlikeAt(text: string, offset: number): boolean {
  return isAt(text, offset, trait.letter | trait.number);
}

import type { Sequence } from './misread.ts';
import { unitClasses } from './unit-classes.ts';

export const western = 'windows-1252';

/** What is left of a character whose last byte was lost on the way, and what it was. */
interface Remnant {
  readonly pattern: RegExp;
  /** The characters that it stands for, and how many units of the match they replace; all if left out. */
  readonly instead: (match: RegExpExecArray) => { readonly text: string; readonly length?: number };
  readonly weight: number;
}

/** Believed only where others show that the text was misread so. */
const likely = 0;

/** Portuguese words that begin with à: «às», «àquele», «àquilo». */
const joined = /^(?:s(?![\p{L}'’])|quel[ae]s?(?!\p{L})|quilo(?!\p{L}))/u;

/** «Ã » for «à»: the second byte is a no-break space, which programs turn into a space, or drop before one. */
function withGrave(lead: string): Remnant {
  return {
    pattern: new RegExp(`(?<=^|[\\s\\p{Ll}'’])${lead} (?=\\s?[\\p{Script=Latin}'’])`, 'gu'),
    instead: ({ index, input }) => {
      const rest = input.slice(index + 2, index + 9);
      const within = /\p{L}/u.test(input.charAt(index - 1)) && /^\p{L}(?!\p{L})/u.test(rest);
      // The space is the second byte where a word goes on behind it, or another space parts the two words.
      const isByte = joined.test(rest) || within || rest.startsWith(' ');
      return { text: 'à', length: isByte ? 2 : 1 };
    },
    weight: likely,
  };
}

const remnants: Readonly<Record<string, readonly Remnant[]>> = {
  [western]: [
    withGrave('\u00C3'),
    // «voilÃ »: no word ends so.
    { ...withGrave('(?<=\\p{Ll}{2})\u00C3'), weight: 1 },
    // The last byte of a closing mark is the one that this encoding has no character for.
    { pattern: /\u00E2\u20AC[?\uFFFD]/gu, instead: () => ({ text: '”' }), weight: 1 },
    { pattern: /\u00C2 /gu, instead: () => ({ text: '\u00A0' }), weight: likely },
  ],
  'windows-1250': [
    withGrave('\u0102'),
    { pattern: /\u00C2 /gu, instead: () => ({ text: '\u00A0' }), weight: likely },
  ],
  'windows-1251': [withGrave('\u0413')],
  'windows-1257': [
    // «Å veices» for «Šveices».
    { pattern: /(?<![^\s“„"(])\u00C5 (?=\p{Ll})/gu, instead: () => ({ text: 'Š' }), weight: likely },
  ],
};

/** What one of them begins with; hardly a sound text outside Cyrillic holds any. */
const lead = unitClasses((unit) => Number(/[\u00C2\u00C3\u00C5\u00E2\u0102\u0413]/u.test(unit)));

/** Whether a text holds what a remnant begins with. */
export function mayBeCutShort(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (lead(text.charCodeAt(at)) === 1) return true;
  return false;
}

/**
 * Characters of which a byte was lost, as sequences, where none of those that are whole stands.
 *
 * @param known The whole ones, in order.
 */
export function cutShort(text: string, encoding: string, known: readonly Sequence[]): Sequence[] {
  const found = (remnants[encoding] ?? []).flatMap(({ pattern, instead, weight }) =>
    Array.from(text.matchAll(pattern), (match): Sequence => {
      const { text: character, length = match[0].length } = instead(match);
      return { start: match.index, end: match.index + length, text: character, weight };
    }),
  );
  const taken = new Set(known.flatMap(({ start, end }) => range(start, end)));
  const chosen = new Map<number, Sequence>();
  for (const sequence of found) {
    const isHeavier = (chosen.get(sequence.start)?.weight ?? -1) < sequence.weight;
    if (!taken.has(sequence.start) && isHeavier) chosen.set(sequence.start, sequence);
  }
  return [...chosen.values()];
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

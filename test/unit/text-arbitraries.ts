import fc from 'fast-check';
import type { Edit } from '../../server/core/text/edit.ts';

/** Texts with what upsets offsets: every line break, pairs of surrogates, halves of pairs, marks, both directions. */
export const text = fc
  .array(
    fc.constantFrom(
      'a',
      'b c',
      '\n',
      '\r',
      '\r\n',
      '\n\n',
      '😀',
      '\uD83D',
      '\uDE00',
      'é',
      'ق',
      '“',
      '\u202E',
      '\u2028',
      '\u0085',
      ' ',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** Edits of a text of some length that neither overlap nor insert at one place. */
export function disjointEdits(length: number): fc.Arbitrary<Edit[]> {
  return fc
    .array(fc.tuple(fc.nat(length), fc.nat(4), fc.constantFrom('', '', 'x', 'yz', '\n')), { maxLength: 5 })
    .map((parts) => {
      const edits: Edit[] = [];
      for (const [start, size, newText] of parts) {
        const end = Math.min(length, start + size);
        if (edits.every((edit) => end < edit.start || start > edit.end)) edits.push({ start, end, newText });
      }
      return edits;
    });
}

import { sortEdits, type Edit } from './edit.ts';

/** What a text under revision consists of: stretches of the original, and what was put between them. */
type Piece = { readonly start: number; readonly end: number } | string;

const lengthOf = (piece: Piece): number =>
  typeof piece === 'string' ? piece.length : piece.end - piece.start;

/** The two halves of a piece, cut `at` characters after its beginning. */
function cut(piece: Piece, at: number): [Piece, Piece] {
  if (typeof piece === 'string') return [piece.slice(0, at), piece.slice(at)];
  const middle = piece.start + at;
  return [
    { start: piece.start, end: middle },
    { start: middle, end: piece.end },
  ];
}

/** The pieces after one round of edits, whose offsets refer to the text that the pieces spell. */
function edited(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = [];
  const waiting = [...pieces].reverse();
  let offset = 0;
  const pass = (until: number, keep: boolean): void => {
    while (offset < until) {
      const piece = waiting.pop();
      if (piece === undefined) throw new RangeError(`Edit ends at ${String(until)}, outside the text.`);
      const room = until - offset;
      const [taken, rest] = lengthOf(piece) > room ? cut(piece, room) : [piece, ''];
      if (rest !== '') waiting.push(rest);
      if (keep) result.push(taken);
      offset += lengthOf(taken);
    }
  };
  for (const edit of sortEdits(edits)) {
    if (edit.start < offset) throw new RangeError(`Edits overlap at offset ${String(edit.start)}.`);
    pass(edit.start, true);
    result.push(edit.newText);
    pass(edit.end, false);
  }
  result.push(...waiting.reverse());
  return result.filter((piece) => lengthOf(piece) > 0);
}

/**
 * One list of edits that does what several rounds do one after the other. The offsets of each round refer
 * to the text that the rounds before it left, those of the result to the original of `length` UTF-16 units.
 * Needed where fixing takes several rounds, but an editor must get one change that one undo takes back.
 *
 * @throws RangeError if a round's edits overlap or leave the text.
 */
export function composeEdits(length: number, rounds: readonly (readonly Edit[])[]): Edit[] {
  let pieces: Piece[] = length > 0 ? [{ start: 0, end: length }] : [];
  for (const round of rounds) pieces = edited(pieces, round);
  const result: Edit[] = [];
  let done = 0;
  let newText = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if (typeof piece === 'string') {
      newText += piece;
      continue;
    }
    if (piece.start > done || newText !== '') result.push({ start: done, end: piece.start, newText });
    done = piece.end;
    newText = '';
  }
  return result;
}

import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Conventions, Pair } from './conventions.ts';

/** On which side of a quotation a mark stands. */
type Side = 'open' | 'close';

const isGuillemet = (glyph: string): boolean => glyph === '«' || glyph === '»';

/** What stands between a mark and what it encloses, if that is space, in the paragraph's own offsets. */
export function spaceInside(text: string, side: Side, { start, end }: Span): string {
  const found =
    side === 'open'
      ? /^\s{1,3}/u.exec(text.slice(end, end + 3))
      : /\s{1,3}$/u.exec(text.slice(Math.max(0, start - 3), start));
  return found?.[0] ?? '';
}

/**
 * Replaces a mark by another. Where the article writes a space inside guillemets, it comes with one and goes with one.
 * `space` is what stands there now.
 */
export function replacement(
  mark: Span,
  side: Side,
  from: string,
  to: string,
  { space, innerSpace }: { readonly space: string; readonly innerSpace: string },
): Edit {
  const { start, end } = mark;
  if (innerSpace === '' || isGuillemet(from) === isGuillemet(to)) return { start, end, newText: to };
  if (isGuillemet(to)) {
    if (space !== '') return { start, end, newText: to };
    return { start, end, newText: side === 'open' ? to + innerSpace : innerSpace + to };
  }
  return side === 'open'
    ? { start, end: end + space.length, newText: to }
    : { start: start - space.length, end, newText: to };
}

/** A mark of a quotation with the space between it and what it encloses. */
interface StandingMark extends Span {
  readonly glyph: string;
  readonly space: string;
}

/** What makes a pair of two marks, if not the repair that was taken; and whether nothing tells the two repairs apart. */
export interface OtherRepair {
  readonly edit: Edit;
  readonly mark: string;
  readonly undecided: boolean;
}

/**
 * The other way to mend a quotation whose marks make no pair: `stays`, which the repair to `pair` replaces, is left, and
 * `goes`, which stands on `side`, becomes its partner. Null if no pair has that mark; straight marks are never put back.
 */
export function otherRepair(
  conventions: Conventions,
  pair: Pair,
  stays: string,
  side: Side,
  goes: StandingMark,
): OtherRepair | null {
  const own = side === 'open' ? 'close' : 'open';
  const other = conventions.pairs.find((one) => one[own] === stays && one.open !== one.close);
  if (!other || other[side] === goes.glyph) return null;
  const { space, glyph } = goes;
  const edit = replacement(goes, side, glyph, other[side], { space, innerSpace: conventions.innerSpace });
  return { edit, mark: other[side], undecided: areAlike(conventions, pair, other) };
}

/**
 * Whether nothing tells two pairs apart: the press of the language has both, and the article both as often. A straight
 * mark among marks with a face is what a keyboard left, or the other way round: there the press's habit decides.
 */
function areAlike({ pairs, uses }: Conventions, one: Pair, other: Pair): boolean {
  const usesOf = ({ open, close }: Pair): number | undefined =>
    uses[pairs.findIndex((pair) => pair.open === open && pair.close === close)];
  const suits = (pair: Pair): boolean => pair.listed && pair.open !== pair.close;
  return suits(one) && suits(other) && one.nested === other.nested && usesOf(one) === usesOf(other);
}

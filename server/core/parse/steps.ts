import type { Pair } from './conventions.ts';
import type { Mark } from './marks.ts';
import type { Place } from './places.ts';

/** Whether a mark is what its pair asks for, its mirror image, or another mark altogether. */
export type Fit = 'exact' | 'turned' | 'wrong';

/** What a reading makes of a mark, or puts between two. Offsets are the paragraph's own. */
export type Step =
  | MarkStep<'open'>
  | MarkStep<'close'>
  | { readonly kind: 'reopen' | 'literal' | 'remove' | 'remove-double'; readonly mark: Mark }
  | InsertStep<'insert-open'>
  | InsertStep<'insert-close'>;

/** A mark taken as one of a pair's two. */
export interface MarkStep<Kind> {
  readonly kind: Kind;
  readonly mark: Mark;
  readonly pair: Pair;
  readonly fit: Fit;
}

/** A missing mark put in at the likeliest of some places. */
export interface InsertStep<Kind> {
  readonly kind: Kind;
  readonly pair: Pair;
  readonly places: readonly Place[];
}

/** One way to read a paragraph, from what was open before it to what is open after it. */
export interface Reading {
  readonly cost: number;
  readonly steps: readonly Step[];
  /** The pair still open at the end, to be carried into the next paragraph. */
  readonly carried: Pair | null;
}

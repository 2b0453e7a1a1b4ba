import type { Span } from './span.ts';

/** A replacement of the span's characters by `newText`. An empty span inserts, an empty text deletes. */
export interface Edit extends Span {
  readonly newText: string;
}

/** Edits in the order of the text; insertions at one place keep the order in which they were given. */
export function sortEdits(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
}

/**
 * Whether two edits can't both be made: they share a character, or both insert at the same place,
 * where the order of the two would be arbitrary.
 */
export function collide(one: Edit, other: Edit): boolean {
  if (one.start === one.end && other.start === other.end) return one.start === other.start;
  if (one.start === one.end) return other.start < one.start && one.start < other.end;
  if (other.start === other.end) return one.start < other.start && other.start < one.end;
  return one.start < other.end && other.start < one.end;
}

/**
 * The text with all edits made at once; every offset refers to `text` as it was given.
 *
 * @throws RangeError if an edit lies outside the text or two of them overlap.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const edit of sortEdits(edits)) {
    if (edit.start < done) throw new RangeError(`Edits overlap at offset ${String(edit.start)}.`);
    if (edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(
        `Edit ${String(edit.start)}–${String(edit.end)} lies outside the text (${String(text.length)}).`,
      );
    }
    result += text.slice(done, edit.start) + edit.newText;
    done = edit.end;
  }
  return result + text.slice(done);
}

/** Edits of which no two collide, in the order of the text, so that one more is looked at beside its neighbours alone. */
export class EditSet {
  readonly #edits: Edit[] = [];

  get edits(): readonly Edit[] {
    return this.#edits;
  }

  /** Whether an edit can't be made together with those in the set. */
  collides(edit: Edit): boolean {
    // One that begins before it may reach into it; none before that can, for those two do not collide.
    for (let index = Math.max(0, this.#placeOf(edit.start) - 1); index < this.#edits.length; index++) {
      const other = this.#edits[index];
      if (!other || other.start > edit.end) return false;
      if (collide(edit, other)) return true;
    }
    return false;
  }

  /** Takes in an edit that does not collide with the others. */
  add(edit: Edit): void {
    let place = this.#placeOf(edit.start);
    // At one place insertions keep the order in which they came, and go before what is replaced there.
    const follows = (other: Edit | undefined): boolean =>
      other?.start === edit.start && (edit.end > edit.start || other.end === other.start);
    while (follows(this.#edits[place])) place++;
    this.#edits.splice(place, 0, edit);
  }

  /** The index of the first edit that begins at an offset or after it. */
  #placeOf(start: number): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

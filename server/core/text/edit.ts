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

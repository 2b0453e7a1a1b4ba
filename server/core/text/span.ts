/**
 * A piece of a text, as UTF-16 offsets: `start` belongs to it, `end` does not.
 *
 * Offsets are the only currency inside the core. Lines and characters exist at the edges alone
 * (`LineIndex` for the command line, the document itself for the language server).
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one character. Empty spans share none. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Whether `inner` lies wholly in `outer`; touching its ends is allowed. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The same span in a text that has `by` more characters before it. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** The characters of `text` that the span covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

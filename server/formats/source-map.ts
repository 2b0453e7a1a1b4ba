import type { Edit } from '../core/text/edit.ts';
import type { Span } from '../core/text/span.ts';
import { editsOfField, rawSpan, textOffset, trimmed, type Field } from './field.ts';

/** What stands between the fields of an article, as between a headline and its text; no file holds it. */
const between = '\n\n';

/** A field in its article. */
interface Part {
  readonly field: Field;
  /** Where it begins and ends in the article's text. */
  readonly start: number;
  readonly end: number;
}

/**
 * An article put together from fields of a file, and the way back: every span of it is a span of the file,
 * and an edit of it is made by edits of the file that leave every other byte as it is. Fields without text
 * are no part of it. Offsets are UTF-16 units; those of the file are of its decoded text.
 */
export class SourceMap {
  readonly text: string;
  readonly #parts: readonly Part[];

  constructor(fields: readonly Field[]) {
    const parts: Part[] = [];
    let text = '';
    for (const field of fields) {
      if (field.text === '') continue;
      if (parts.length > 0) text += between;
      parts.push({ field, start: text.length, end: text.length + field.text.length });
      text += field.text;
    }
    this.text = text;
    this.#parts = parts;
  }

  /** The same of an article that stands so much further on in its file. */
  moved(by: number): SourceMap {
    return new SourceMap(
      this.#parts.map(({ field }) => ({ ...field, start: field.start + by, end: field.end + by })),
    );
  }

  /**
   * Where a span of the article stands in the file: all that it touches, from its first field to its last, or
   * its share of the first where the file has them in another order.
   */
  span({ start, end }: Span): Span {
    const first = this.#partAt(start);
    if (!first) return { start: 0, end: 0 };
    const begin = clamped(first, start);
    const from = first.field.start + rawSpan(first.field, begin, start < end ? begin + 1 : begin).start;
    // What ends between two fields ends with the first of them.
    const last = this.#parts[this.#countBefore(end) - 1];
    if (start >= end || !last) return { start: from, end: from };
    if (last.field.start < first.field.start) return this.span({ start, end: first.end });
    const until = clamped(last, end);
    return { start: from, end: Math.max(from, last.field.start + rawSpan(last.field, until - 1, until).end) };
  }

  /** What of the article stands in a span of the file; undefined where none of its fields does. */
  spanWithin({ start, end }: Span): Span | undefined {
    const touched = this.#parts.filter(({ field }) => field.start <= end && start <= field.end);
    if (touched.length === 0) return undefined;
    const offsetIn = ({ field, start: begins }: Part, raw: number): number =>
      begins + textOffset(field, Math.min(Math.max(raw, field.start), field.end) - field.start);
    return {
      start: Math.min(...touched.map((part) => offsetIn(part, start))),
      end: Math.max(...touched.map((part) => offsetIn(part, end))),
    };
  }

  /** From the first of its fields in the file to the end of the last, other fields between them included. */
  hull(): Span {
    if (this.#parts.length === 0) return { start: 0, end: 0 };
    return {
      start: Math.min(...this.#parts.map(({ field }) => field.start)),
      end: Math.max(...this.#parts.map(({ field }) => field.end)),
    };
  }

  /** Where each of its fields begins and ends in the article. */
  get fields(): readonly Span[] {
    return this.#parts;
  }

  /**
   * Edits of the file that make edits of the article, all at once. Undefined where the file can't hold the
   * result: a headline that is to run on into the text, a line break where its field can have none.
   */
  edits(edits: readonly Edit[]): Edit[] | undefined {
    const local = new Map<Part, Edit[]>();
    const joined = new Set<Part>();
    for (const edit of edits) {
      const shares = this.#shares(trimmed(this.text, edit));
      if (!shares) return undefined;
      for (const [part, share] of shares) {
        const known = local.get(part);
        if (known) known.push(share);
        else local.set(part, [share]);
        if (shares.length > 1) joined.add(part);
      }
    }
    const result: Edit[] = [];
    for (const [part, own] of local) {
      // A field without text takes the gap beside it with it, which the edits must have meant.
      if (this.#parts.length > 1 && !joined.has(part) && isEmptied(part, own)) return undefined;
      const made = editsOfField(part.field, own);
      if (!made) return undefined;
      result.push(...made);
    }
    return result.sort((one, other) => one.start - other.start || one.end - other.end);
  }

  /** What an edit does to each field, in offsets of the field; undefined if it changes what is between them. */
  #shares({ start, end, newText }: Edit): [Part, Edit][] | undefined {
    const touched = this.#parts.slice(this.#firstEndingFrom(start), this.#countBefore(end + 1));
    const [first] = touched;
    const last = touched.at(-1);
    if (!first || !last) return undefined;
    if (start < first.start || end > last.end) return undefined;
    if (first === last) return [[first, { start: start - first.start, end: end - first.start, newText }]];
    // The gap between two fields goes only where one of the two is left without text.
    const emptied = touched.map((part) => start <= part.start && part.end <= end);
    const kept = touched.filter((_, place) => emptied[place] !== true);
    if (kept.length > 1) return undefined;
    const target = kept[0] ?? last;
    return touched.map((part) => [
      part,
      {
        start: Math.max(start, part.start) - part.start,
        end: Math.min(end, part.end) - part.start,
        newText: part === target ? newText : '',
      },
    ]);
  }

  /** The field in which what begins at an offset stands. */
  #partAt(offset: number): Part | undefined {
    return this.#parts[this.#firstEndingFrom(offset + 1)] ?? this.#parts.at(-1);
  }

  /** The index of the first field that ends at an offset or after it. */
  #firstEndingFrom(offset: number): number {
    return countWhile(this.#parts, ({ end }) => end < offset);
  }

  /** How many fields begin before an offset. */
  #countBefore(offset: number): number {
    return countWhile(this.#parts, ({ start }) => start < offset);
  }
}

/** How many parts at the beginning of a list have something that none has after them. */
function countWhile(parts: readonly Part[], has: (part: Part) => boolean): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part && has(part)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An offset of the article as one of a part of it. */
function clamped({ start, end }: Part, offset: number): number {
  return Math.max(0, Math.min(offset, end) - start);
}

/** Whether edits of a field leave it without text. */
function isEmptied({ field }: Part, edits: readonly Edit[]): boolean {
  const deleted = edits.reduce((sum, { start, end }) => sum + end - start, 0);
  return deleted === field.text.length && edits.every(({ newText }) => newText === '');
}

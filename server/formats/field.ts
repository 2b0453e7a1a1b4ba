import type { Edit } from '../core/text/edit.ts';
import type { Span } from '../core/text/span.ts';

/**
 * A place in a field where what stands in the file differs from what it means: an escape. All numbers are
 * UTF-16 units; `at` counts from the beginning of the field's text, `rawAt` from that of its raw characters.
 */
export interface Escape {
  readonly at: number;
  readonly length: number;
  readonly rawAt: number;
  readonly rawLength: number;
  /** Whether it stays as it is whatever an edit says: a mark in the text, or something that is not understood. */
  readonly fixed?: boolean;
}

/** How text is written in a field. */
export interface Spelling {
  /** The raw characters of a text in this place; undefined where the place can't hold it. */
  spell(this: void, text: string): string | undefined;
  /**
   * The raw characters of the whole field with another text, enclosing marks included, for a place that
   * `spell` can't write to as it stands.
   */
  rewrite?(this: void, text: string): string;
}

/** A piece of an article as it stands in a file. Between its escapes the file holds the text as it is. */
export interface Field {
  readonly text: string;
  /** Where its raw characters begin and end in the file, without the marks that enclose them. */
  readonly start: number;
  readonly end: number;
  /** In order. */
  readonly escapes: readonly Escape[];
  readonly spelling: Spelling;
}

/**
 * The raw span of a span of the field's text, both from the beginning of the field. It covers every escape
 * that it touches; an empty span in the middle of an escape stands before it, and one beside marks without
 * text before them.
 */
export function rawSpan(field: Field, start: number, end: number): { start: number; end: number } {
  if (start === end) {
    const from = rawOffset(field, start, false);
    return { start: from, end: from };
  }
  // Marks at either end are no part of it.
  let index = firstAfter(field.escapes, start) - 1;
  const begun = field.escapes[index];
  if (begun?.at === start && begun.length > 0) index--;
  const mark = field.escapes[index];
  const marked = mark?.at === start && mark.length === 0;
  const from = marked ? mark.rawAt + mark.rawLength : rawOffset(field, start, false);
  return { start: from, end: rawOffset(field, end, true) };
}

/** The offset in the field's text of one among its raw characters; in the middle of an escape, that before it. */
export function textOffset({ escapes }: Field, raw: number): number {
  let [low, high] = [0, escapes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((escapes[middle]?.rawAt ?? 0) <= raw) low = middle + 1;
    else high = middle;
  }
  const escape = escapes[low - 1];
  if (!escape) return raw;
  const beyond = raw - escape.rawAt - escape.rawLength;
  return beyond < 0 ? escape.at : escape.at + escape.length + beyond;
}

/** Whether an offset of the field's text is a place in the file, not the middle of an escape. */
function isPlace({ escapes }: Field, offset: number): boolean {
  const escape = escapes[lastBefore(escapes, offset)];
  return !escape || offset >= escape.at + escape.length;
}

/**
 * Edits of a field's text as edits of the file. Undefined where the field can't hold what they say.
 */
export function editsOfField(field: Field, edits: readonly Edit[]): Edit[] | undefined {
  const result: Edit[] = [];
  for (const edit of edits) {
    if (edit.start === edit.end && edit.newText === '') continue;
    const raw = field.spelling.spell(edit.newText);
    const stretches = raw === undefined ? undefined : stretchesOf(field, edit);
    if (raw === undefined || !stretches || !isPlace(field, edit.start) || !isPlace(field, edit.end))
      return rewritten(field, edits);
    stretches.forEach((stretch, index) => {
      const { start, end } = rawSpan(field, stretch.start, stretch.end);
      result.push({
        start: field.start + start,
        end: field.start + end,
        newText: index === 0 ? raw : '',
      });
    });
  }
  return result;
}

/**
 * The stretches of a span between the marks in it, which stay; the first one takes the new text. Undefined
 * where something is in it that is not understood.
 */
function stretchesOf({ escapes }: Field, { start, end }: Span): Span[] | undefined {
  const stretches: Span[] = [];
  let done = start;
  for (let index = lastBefore(escapes, start); index < escapes.length; index++) {
    const escape = escapes[index];
    if (!escape) continue;
    if (escape.at >= end) break;
    if (escape.fixed !== true) continue;
    if (escape.length > 0) {
      if (escape.at + escape.length > start) return undefined;
    } else if (escape.at > done) {
      stretches.push({ start: done, end: escape.at });
      done = escape.at;
    }
  }
  if (done < end || stretches.length === 0) stretches.push({ start: done, end });
  return stretches;
}

function rewritten(field: Field, edits: readonly Edit[]): Edit[] | undefined {
  if (!field.spelling.rewrite) return undefined;
  const sorted = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  let text = '';
  let done = 0;
  for (const edit of sorted) {
    text += field.text.slice(done, edit.start) + edit.newText;
    done = edit.end;
  }
  text += field.text.slice(done);
  return [{ start: field.start, end: field.end, newText: field.spelling.rewrite(text) }];
}

/** The edit without the characters at both ends that it leaves as they are; no character is halved. */
export function trimmed(text: string, { start, end, newText }: Edit): Edit {
  const most = Math.min(end - start, newText.length);
  let head = 0;
  while (head < most && text.charCodeAt(start + head) === newText.charCodeAt(head)) head++;
  if (head > 0 && isHigh(newText.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    tail < most - head &&
    text.charCodeAt(end - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && isLow(newText.charCodeAt(newText.length - tail))) tail--;
  return { start: start + head, end: end - tail, newText: newText.slice(head, newText.length - tail) };
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Where an offset of the text stands among the raw characters; in the middle of an escape, at one of its ends. */
function rawOffset({ escapes }: Field, offset: number, after: boolean): number {
  const escape = escapes[lastBefore(escapes, offset)];
  if (!escape) return offset;
  if (offset >= escape.at + escape.length)
    return escape.rawAt + escape.rawLength + (offset - escape.at - escape.length);
  return after ? escape.rawAt + escape.rawLength : escape.rawAt;
}

/** The index of the last escape that begins before an offset; -1 if there is none. */
function lastBefore(escapes: readonly Escape[], offset: number): number {
  return firstAfter(escapes, offset - 1) - 1;
}

/** The index of the first escape that begins after an offset. */
function firstAfter(escapes: readonly Escape[], offset: number): number {
  let [low, high] = [0, escapes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((escapes[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

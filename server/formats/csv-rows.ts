import type { Escape, Field } from './field.ts';

/** A row of a table of separated values. */
export interface Row {
  readonly start: number;
  /** Where the next row begins. */
  readonly end: number;
  readonly cells: readonly Cell[];
  /** What is wrong with it, and where. */
  readonly mistake?: { readonly at: number; readonly why: string };
}

export interface Cell {
  /** With the quotation marks, where there are any. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/**
 * The rows of comma- or otherwise separated values (RFC 4180), one after the other. Rows end with LF, CRLF or
 * CR; a cell in quotation marks may hold any of these, and a mark of its own twice. Rows without a character
 * are left out. Our own, because the parsers in use say where a row stands, but of no cell where.
 *
 * @param begins Whether the file begins here, maybe with a byte order mark.
 */
export function* csvRows(text: string, delimiter: string, begins = true): Generator<Row> {
  let at = begins && text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const row = rowAt(text, at, delimiter);
    if (row.cells.length > 1 || row.mistake || row.cells[0]?.start !== row.cells[0]?.end) yield row;
    at = row.end;
  }
}

function rowAt(text: string, start: number, delimiter: string): Row {
  const cells: Cell[] = [];
  for (let at = start; ;) {
    const quoted = text.charAt(at) === '"';
    const end = quoted ? closingMark(text, at) : cellEnd(text, at, delimiter);
    if (end < 0) {
      const why =
        'A quotation mark opens a cell here and none closes it, so everything to the end of the file would be one cell. Close it, or write it twice.';
      return { start, end: text.length, cells, mistake: { at, why } };
    }
    cells.push({ start: at, end, quoted });
    const next = text.charAt(end);
    if (next === delimiter) {
      at = end + 1;
      continue;
    }
    if (next === '' || next === '\n') return { start, end: Math.min(text.length, end + 1), cells };
    if (next === '\r') return { start, end: end + (text.charAt(end + 1) === '\n' ? 2 : 1), cells };
    const why =
      'Something follows the quotation mark that closes a cell. A mark that belongs to the text must stand twice.';
    return { start, end: afterLine(text, end), cells, mistake: { at: end, why } };
  }
}

/** The offset after the mark that closes the cell whose first mark is at `at`; -1 if none does. */
function closingMark(text: string, at: number): number {
  for (let mark = text.indexOf('"', at + 1); mark >= 0; mark = text.indexOf('"', mark + 2)) {
    if (text.charAt(mark + 1) !== '"') return mark + 1;
  }
  return -1;
}

function cellEnd(text: string, from: number, delimiter: string): number {
  let end = from;
  while (end < text.length) {
    const character = text.charAt(end);
    if (character === delimiter || character === '\n' || character === '\r') break;
    end++;
  }
  return end;
}

function afterLine(text: string, from: number): number {
  const end = cellEnd(text, from, '\n');
  if (end >= text.length) return text.length;
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}

/** The field that a cell is. */
export function cellField(text: string, { start, end, quoted }: Cell, delimiter: string): Field {
  if (!quoted) {
    return {
      text: text.slice(start, end),
      start,
      end,
      escapes: [],
      spelling: {
        // A mark at the beginning of a cell would open it, and what is in the middle of one may come there.
        spell: (added) => (/["\r\n]/.test(added) || added.includes(delimiter) ? undefined : added),
        rewrite: (whole) => `"${whole.replaceAll('"', '""')}"`,
      },
    };
  }
  return doubledField(text, start + 1, end - 1, '"');
}

/** A field between two marks in which a mark of its own stands twice, as in CSV and in YAML. */
export function doubledField(source: string, start: number, end: number, mark: '"' | "'", offset = 0): Field {
  const escapes: Escape[] = [];
  const twice = mark + mark;
  let text = '';
  let done = start;
  for (let at = source.indexOf(twice, done); at >= 0 && at < end; at = source.indexOf(twice, done)) {
    text += source.slice(done, at);
    escapes.push({ at: text.length, length: 1, rawAt: at - start, rawLength: 2 });
    text += mark;
    done = at + 2;
  }
  return {
    text: text + source.slice(done, end),
    start: offset + start,
    end: offset + end,
    escapes,
    spelling: { spell: (added) => added.replaceAll(mark, twice) },
  };
}

import { cellField, csvRows, type Row } from './csv-rows.ts';
import type { TableContext } from './cut/context.ts';
import { fieldWith, type FieldNames, type FieldRole } from './field-names.ts';
import { aboutOf, listedNames, type Guess, type SourceRecord, type SourceRecords } from './record.ts';
import { SourceMap } from './source-map.ts';

/** What may part cells; of these the one that the first row has most often is taken. */
const delimiters = [',', ';', '\t', '|'];

/** So much of the first row (UTF-16 units) is looked at to find what parts cells. */
export const headerSample = 65_536;

/**
 * The articles of a table whose first row names its columns.
 *
 * @param delimiter What parts cells; found from the first row if left out.
 */
export function readCsv(text: string, fields: FieldNames, delimiter = delimiterOf(text)): SourceRecords {
  const rows = csvRows(text, delimiter);
  const first = rows.next();
  if (first.done === true) return { records: [] };
  const header = headerOf(text, first.value, fields, delimiter);
  if ('why' in header) return { records: [{ kind: 'bad', ...header }] };
  const records: SourceRecord[] = [];
  for (const row of rows) records.push(recordOf(text, row, header));
  return header.guessed ? { records, guessed: header.guessed } : { records };
}

/** The articles of rows that stand without the first row of their table. */
export function readRows(text: string, table: TableContext): SourceRecords {
  const records = Array.from(csvRows(text, table.delimiter, false), (row) => recordOf(text, row, table));
  return table.guessed ? { records, guessed: table.guessed } : { records };
}

/** What the first row of a table says, or why it says nothing, and where that is. */
export function headerOf(
  text: string,
  row: Row,
  fields: FieldNames,
  delimiter: string,
): TableContext | { readonly at: number; readonly why: string } {
  if (row.mistake) return row.mistake;
  const names = row.cells.map((cell) => cellField(text, cell, delimiter).text.trim());
  const columns = {
    headline: columnOf('headline', names, fields),
    body: columnOf('body', names, fields),
    language: columnOf('language', names, fields),
    author: columnOf('author', names, fields),
    date: columnOf('date', names, fields),
  };
  if (columns.headline < 0 && columns.body < 0) {
    const why = `No column is known to hold articles; the first row has ${listedNames(names)}. Say which one does under “fields” in copydesk.json.`;
    return { at: row.start, why };
  }
  const guessed = Object.fromEntries(
    Object.entries(columns).flatMap(([role, column]) =>
      column >= 0 && fields[role as FieldRole] === undefined ? [[role, names[column]]] : [],
    ),
  ) as Guess;
  const table = { kind: 'table', delimiter, columns, width: names.length } as const;
  return Object.keys(guessed).length > 0 ? { ...table, guessed } : table;
}

function columnOf(role: FieldRole, names: readonly string[], fields: FieldNames): number {
  const name = fieldWith(role, names, fields);
  return name === undefined ? -1 : names.indexOf(name);
}

function recordOf(text: string, row: Row, { columns, width, delimiter }: TableContext): SourceRecord {
  if (row.mistake) return { kind: 'bad', ...row.mistake };
  const { cells, start } = row;
  if (cells.length !== width) {
    const count = cells.length === 1 ? '1 cell' : `${String(cells.length)} cells`;
    const why = `The row has ${count} where the first row names ${String(width)}, so it can’t be told which is which. A text that holds “${delimiter}” or a line break must stand in quotation marks.`;
    return { kind: 'bad', at: start, why };
  }
  const fieldIn = (column: number): ReturnType<typeof cellField> | undefined => {
    const cell = cells[column];
    return cell && cellField(text, cell, delimiter);
  };
  const parts = [columns.headline, columns.body].flatMap((column) => fieldIn(column) ?? []);
  const about = aboutOf({
    language: fieldIn(columns.language)?.text,
    author: fieldIn(columns.author)?.text,
    date: fieldIn(columns.date)?.text,
  });
  return { kind: 'article', map: new SourceMap(parts), ...about };
}

/** What parts no cells, so that a row is a line. */
export const noDelimiter = '\0';

/** What parts the cells of a table, by its first row. */
export function delimiterOf(text: string): string {
  const [first] = csvRows(text.slice(0, headerSample), noDelimiter);
  const line = text.slice(first?.start ?? 0, first?.end ?? 0).replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => line.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

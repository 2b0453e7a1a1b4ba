import { cellField, csvRows, type Row } from './csv-rows.ts';
import { fieldWith, type FieldNames, type FieldRole } from './field-names.ts';
import { aboutOf, listedNames, type Guess, type SourceRecord, type SourceRecords } from './record.ts';
import { SourceMap } from './source-map.ts';

/** What may part cells; of these the one that the first row has most often is taken. */
const delimiters = [',', ';', '\t', '|'];

/** So much of the first row (UTF-16 units) is looked at to find what parts cells. */
const sample = 65_536;

/**
 * The articles of a table whose first row names its columns.
 *
 * @param delimiter What parts cells; found from the first row if left out.
 */
export function readCsv(text: string, fields: FieldNames, delimiter = delimiterOf(text)): SourceRecords {
  const rows = csvRows(text, delimiter);
  const first = rows.next();
  if (first.done === true) return { records: [] };
  const header = first.value;
  if (header.mistake) return { records: [{ kind: 'bad', ...header.mistake }] };
  const names = header.cells.map((cell) => cellField(text, cell, delimiter).text.trim());
  const columns = {
    headline: columnOf('headline', names, fields),
    body: columnOf('body', names, fields),
    language: columnOf('language', names, fields),
    author: columnOf('author', names, fields),
    date: columnOf('date', names, fields),
  };
  if (columns.headline < 0 && columns.body < 0) {
    const why = `No column is known to hold articles; the first row has ${listedNames(names)}. Say which one does under “fields” in copydesk.json.`;
    return { records: [{ kind: 'bad', at: header.start, why }] };
  }
  const records: SourceRecord[] = [];
  for (const row of rows) records.push(recordOf(text, row, columns, names.length, delimiter));
  const guessed = Object.fromEntries(
    Object.entries(columns).flatMap(([role, column]) =>
      column >= 0 && fields[role as FieldRole] === undefined ? [[role, names[column]]] : [],
    ),
  ) as Guess;
  return Object.keys(guessed).length > 0 ? { records, guessed } : { records };
}

type Columns = Readonly<Record<FieldRole, number>>;

function columnOf(role: FieldRole, names: readonly string[], fields: FieldNames): number {
  const name = fieldWith(role, names, fields);
  return name === undefined ? -1 : names.indexOf(name);
}

function recordOf(text: string, row: Row, columns: Columns, width: number, delimiter: string): SourceRecord {
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

function delimiterOf(text: string): string {
  const [first] = csvRows(text.slice(0, sample), '\n');
  const line = text.slice(first?.start ?? 0, first?.end ?? 0).replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => line.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

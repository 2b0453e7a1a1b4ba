import { readRows } from './csv-records.ts';
import type { Context } from './cut/context.ts';
import type { FieldNames } from './field-names.ts';
import type { Format } from './format-name.ts';
import { readJsonLine } from './json-records.ts';
import { readRecords } from './read-records.ts';
import type { SourceRecords } from './record.ts';
import { readElement } from './xml-records.ts';

/**
 * The articles in a piece of a file that stands by itself. Offsets are those of the piece.
 *
 * @param context What goes before it in its file, if anything does.
 */
export function readPiece(
  text: string,
  format: Format,
  fields: FieldNames,
  context: Context | undefined,
): SourceRecords {
  switch (context?.kind) {
    case 'table':
      return readRows(text, context);
    case 'list':
      return readJsonLine(text, fields);
    case 'markup':
      return readElement(text, fields, context);
    case undefined:
      return readRecords(text, format, fields);
  }
}

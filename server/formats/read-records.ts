import { readCsv } from './csv-records.ts';
import type { FieldNames } from './field-names.ts';
import type { Format } from './format-name.ts';
import { readMarkdown } from './front-matter.ts';
import { readHtml } from './html-records.ts';
import { readJson, readJsonLine } from './json-records.ts';
import type { SourceRecords } from './record.ts';
import { readText } from './text-records.ts';
import { readWet } from './wet-records.ts';
import { readXml } from './xml-records.ts';

/** The articles in a text of a format; of JSON Lines, that of one line. Offsets are those of the text. */
export function readRecords(text: string, format: Format, fields: FieldNames): SourceRecords {
  switch (format) {
    case 'text':
      return readText(text, fields);
    case 'markdown':
      return readMarkdown(text, fields);
    case 'json-lines':
      return readJsonLine(text, fields);
    case 'json':
      return readJson(text, fields);
    case 'csv':
      return readCsv(text, fields);
    case 'tsv':
      return readCsv(text, fields, '\t');
    case 'xml':
      return readXml(text, fields);
    case 'html':
      return readHtml(text, fields);
    case 'wet':
      return readWet(text);
  }
}

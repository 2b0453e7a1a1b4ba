import type { FieldNames } from '../field-names.ts';
import type { Format } from '../format-name.ts';
import { CsvCutter } from './csv-cutter.ts';
import { JsonCutter } from './json-cutter.ts';
import type { RecordCutter } from './record-cutter.ts';
import { LineCutter } from './line-cutter.ts';
import { WetCutter } from './wet-cutter.ts';
import { XmlCutter } from './xml-cutter.ts';

/** What cuts files of a format into records; undefined where records don’t follow one after the other. */
export function cutterOf(format: Format, fields: FieldNames, longest?: number): RecordCutter | undefined {
  switch (format) {
    case 'json-lines':
      return new LineCutter(longest);
    case 'csv':
      return new CsvCutter(fields, undefined, longest);
    case 'tsv':
      return new CsvCutter(fields, '\t', longest);
    case 'json':
      return new JsonCutter(fields, longest);
    case 'xml':
      return new XmlCutter(fields, longest);
    case 'wet':
      return new WetCutter(longest);
    default:
      return undefined;
  }
}

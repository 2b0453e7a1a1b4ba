import { compressionOf, formatIn, formatOf, type Format } from '../../formats/format-name.ts';
import { pathOfUri } from '../uris.ts';

/** A format whose records an editor shows as the text that they are. */
export type RecordsFormat = Exclude<Format, 'text'>;

/** Formats by what editors call them, for documents that have no name yet. */
const byLanguage: Readonly<Record<string, RecordsFormat>> = {
  jsonl: 'json-lines',
  'json-lines': 'json-lines',
  ndjson: 'json-lines',
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
  markdown: 'markdown',
  xml: 'xml',
  html: 'html',
};

/**
 * The format that a document's name says it has, else its language; undefined where it holds no records.
 *
 * @param said What the configuration says it is, if anything.
 * @param beginning Its first characters.
 */
export function recordsFormatOf(
  uri: string,
  languageId: string,
  said?: string,
  beginning = '',
): RecordsFormat | undefined {
  const path = pathOfUri(uri);
  const byName = formatOf(path, said);
  // A name that says nothing is that of an article.
  const format = byName === 'text' ? byName : formatIn(path, said, beginning);
  if (compressionOf(path) !== undefined) return undefined;
  if (format !== 'text') return format;
  return uri.startsWith('untitled:') ? byLanguage[languageId] : undefined;
}

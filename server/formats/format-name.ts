import type { formatNames } from '../core/text/format-names.ts';

/** A format whose articles can be read. */
export type Format = 'text' | 'markdown' | 'json-lines' | 'json' | 'csv' | 'tsv' | 'xml' | 'html' | 'wet';

const formats: Readonly<Record<string, Format>> = {
  md: 'markdown',
  markdown: 'markdown',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  xml: 'xml',
  rss: 'xml',
  atom: 'xml',
  nitf: 'xml',
  tei: 'xml',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  wet: 'wet',
};

/** The formats by what a configuration calls them. */
const named: Readonly<Record<(typeof formatNames)[number], Format>> = {
  text: 'text',
  markdown: 'markdown',
  jsonl: 'json-lines',
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
  xml: 'xml',
  html: 'html',
  wet: 'wet',
};

/** What is not text, or holds text among so much else that fixing it as text would damage it. */
const unreadable: Readonly<Record<string, string>> = {
  warc: 'WARC',
  tar: 'tar',
  tgz: 'tar',
  bz2: 'bzip2',
  xz: 'xz',
  zip: 'zip',
  parquet: 'Parquet',
  arrow: 'Arrow',
  avro: 'Avro',
  pdf: 'PDF',
  docx: 'Word',
  doc: 'Word',
  odt: 'OpenDocument',
  xlsx: 'Excel',
  epub: 'EPUB',
};

/** A compression that the command line unpacks. */
export type Compression = 'gzip' | 'zstd';

const compressions: Readonly<Record<string, Compression>> = { gz: 'gzip', zst: 'zstd' };

/** How a file is compressed, as its name says it: `articles.jsonl.gz`. */
export function compressionOf(path: string): Compression | undefined {
  return compressions[extensionOf(path)];
}

/**
 * The format that a file has, unpacked, by its name; a name that says nothing is one of plain text.
 *
 * @param said What the configuration says it is, if anything.
 */
export function formatOf(path: string, said?: string): Format {
  return formatNamed(said) ?? formats[innerExtensionOf(path)] ?? 'text';
}

function formatNamed(said: string | undefined): Format | undefined {
  return said !== undefined && Object.hasOwn(named, said) ? named[said as keyof typeof named] : undefined;
}

/** Extensions of files that are what they are called. */
const plain: ReadonlySet<string> = new Set(['txt', 'text']);

/**
 * The same, by what is in it as well: many a program writes JSON Lines under the name of JSON, or files of records
 * under names that say nothing (`part-00000`).
 *
 * @param beginning Its first characters.
 */
export function formatIn(path: string, said: string | undefined, beginning: string): Format {
  const byName = formatOf(path, said);
  if (formatNamed(said) !== undefined) return byName;
  if (byName === 'json') return isLines(beginning, 2) ? 'json-lines' : byName;
  if (byName !== 'text' || plain.has(innerExtensionOf(path))) return byName;
  const text = beginning.trimStart();
  if (isLines(text, 1)) return 'json-lines';
  if (/^WARC\/\d/.test(text)) return 'wet';
  if (/^<(?:!doctype html|html)[\s>]/i.test(text)) return 'html';
  return /^<(?:\?xml\s|rss[\s>]|feed\s)/.test(text) ? 'xml' : byName;
}

/** Whether a text begins with so many objects of JSON, each on a line; the last of them may be cut off. */
function isLines(text: string, least: number): boolean {
  const lines = text
    .split('\n', 50)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', second] = lines;
  if (!first.startsWith('{')) return false;
  if (second === undefined) return least < 2 && first.startsWith('{"');
  return second.startsWith('{') && isObject(first);
}

function isObject(line: string): boolean {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/**
 * The same of a file that is to be read.
 *
 * @throws Error for people where the name is that of a format that can't be.
 */
export function readableFormat(path: string, said: string | undefined, beginning: string): Format {
  const kind = unreadable[innerExtensionOf(path)];
  if (kind === undefined) return formatIn(path, said, beginning);
  throw new Error(
    `Copydesk does not read ${kind}, and read as plain text its marks would be taken for words of the article. It was left alone. Take the articles out into .txt, .jsonl or .csv first.`,
  );
}

/** The extension before that of a compression. */
function innerExtensionOf(path: string): string {
  return extensionOf(compressionOf(path) ? path.slice(0, path.lastIndexOf('.')) : path);
}

function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
}

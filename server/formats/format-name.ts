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

/** The format that a file's name says it has, unpacked; a name that says nothing is one of plain text. */
export function formatOf(path: string): Format {
  return formats[innerExtensionOf(path)] ?? 'text';
}

/**
 * The same of a file that is to be read.
 *
 * @throws Error for people where the name is that of a format that can't be.
 */
export function readableFormat(path: string): Format {
  const kind = unreadable[innerExtensionOf(path)];
  if (kind === undefined) return formatOf(path);
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

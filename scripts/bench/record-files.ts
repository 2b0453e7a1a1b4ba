import { closeSync, openSync, writeSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { articleOf } from './articles.ts';

/** An article as files of records hold it. */
interface Article {
  readonly id: number;
  readonly headline: string;
  readonly paragraphs: readonly string[];
  /** The page that it was taken from, as corpora keep it beside the article; no part of what is judged. */
  readonly page: string;
}

/** Articles of some 1,500 to 2,400 characters, so many that their words and pages are about this many bytes. */
function* articlesOf(bytes: number, page: string): Generator<Article> {
  const made = Array.from({ length: 200 }, (_, number) =>
    articleOf(1_500 + (number % 100) * 9).split('\n\n'),
  );
  let size = 0;
  for (let id = 0; size < bytes; id++) {
    const [headline = '', ...paragraphs] = made[id % made.length] ?? [];
    const article = { id, headline: `${headline} ${String(id)}`, paragraphs, page };
    size += page.length + paragraphs.reduce((sum, paragraph) => sum + Buffer.byteLength(paragraph), 0);
    yield article;
  }
}

function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function cell(text: string, separator: string): string {
  return /["\n\r]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

function lineOf({ id, headline, paragraphs, page }: Article): string {
  return JSON.stringify({
    id,
    title: headline,
    text: paragraphs.join('\n\n'),
    url: `https://example.org/${String(id)}`,
    ...(page !== '' && { page }),
  });
}

function ascii(json: string): string {
  return json.replace(
    /[^\0-\u007F]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const raw = ({ page }: Article): string => (page === '' ? '' : `<page><![CDATA[${page}]]></page>`);

const paragraphsOf = ({ paragraphs }: Article): string =>
  paragraphs.map((text) => `<p>${markup(text)}</p>`).join('\n');

const archived = ({ headline, paragraphs, page }: Article): string => {
  const text = [headline, ...paragraphs].join('\n');
  const before =
    page === ''
      ? ''
      : `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ${String(page.length)}\r\n\r\n${page}\r\n\r\n`;
  return `${before}WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}\r\n\r\n`;
};

/** How a file of records is put together. */
interface Shape {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  each(this: void, article: Article): string;
}

const table = (separator: string): Shape => ({
  head: `id${separator}title${separator}body${separator}page\n`,
  between: '\n',
  tail: '\n',
  each: ({ id, headline, paragraphs, page }) =>
    [String(id), headline, paragraphs.join('\n\n'), page]
      .map((text) => cell(text, separator))
      .join(separator),
});

const lines: Shape = { head: '', between: '\n', tail: '\n', each: lineOf };

const shapes: Readonly<Record<string, Shape>> = {
  'a.jsonl': lines,
  'ascii.jsonl': { ...lines, each: (article) => ascii(lineOf(article)) },
  'a.json': {
    head: '[',
    between: ',\n',
    tail: ']',
    each: (article) => JSON.stringify(JSON.parse(lineOf(article)), null, 1),
  },
  'a.csv': table(','),
  'a.tsv': table('\t'),
  'a.xml': {
    head: '<nitfs>',
    between: '\n',
    tail: '</nitfs>',
    each: (one) =>
      `<nitf>${raw(one)}<body><body.head><hedline><hl1>${markup(one.headline)}</hl1></hedline></body.head><body.content>${paragraphsOf(one)}</body.content></body></nitf>`,
  },
  'feed.xml': {
    head: '<rss><channel>',
    between: '\n',
    tail: '</channel></rss>',
    each: (one) =>
      `<item>${raw(one)}<title>${markup(one.headline)}</title><description>${markup(paragraphsOf(one))}</description></item>`,
  },
  'a.html': {
    head: '<!doctype html>\n',
    between: '\n',
    tail: '',
    each: (one) => `<article><h1>${markup(one.headline)}</h1>${paragraphsOf(one)}</article>`,
  },
  'a.wet': { head: '', between: '', tail: '', each: archived },
  'a.jsonl.gz': lines,
  'a.jsonl.zst': lines,
};

/** Names of files that can be written, each in its format. */
export const recordFiles: readonly string[] = Object.keys(shapes);

/** Those that may be of any size. */
export const anySize: readonly string[] = recordFiles.filter((name) => name !== 'a.html');

function pack(name: string, text: string): Uint8Array {
  if (name.endsWith('.gz')) return gzipSync(text);
  return name.endsWith('.zst') ? zstdCompressSync(text) : Buffer.from(text);
}

/** A file of records whose words are about this many bytes, in portions. */
function* portionsOf(name: string, bytes: number, portion: number, page = ''): Generator<string> {
  const shape = shapes[name];
  if (!shape) throw new RangeError(`There is no way to write “${name}”.`);
  let waiting = shape.head;
  let first = true;
  for (const article of articlesOf(bytes, page)) {
    waiting += (first ? '' : shape.between) + shape.each(article);
    first = false;
    if (waiting.length < portion) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting + shape.tail;
}

/** A file of records whose words are about this many bytes. */
export function recordFile(name: string, bytes: number): Uint8Array {
  return Buffer.concat(Array.from(portionsOf(name, bytes, Infinity), (text) => pack(name, text)));
}

/**
 * Writes such a file without having it in memory; what is compressed is so in members of half a megabyte.
 *
 * @param page How many bytes of a page stand beside each article.
 * @returns How many bytes it has, unpacked.
 */
export function writeRecordFile(path: string, name: string, bytes: number, page = 0): number {
  const tags = '<div class="x">Lorem, “ipsum” dolor</div>\n'.replaceAll(/[“”]/g, '"');
  const file = openSync(path, 'w');
  let size = 0;
  for (const text of portionsOf(name, bytes, 500_000, tags.repeat(page / tags.length))) {
    size += Buffer.byteLength(text);
    writeSync(file, pack(name, text));
  }
  closeSync(file);
  return size;
}

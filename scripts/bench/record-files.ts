import { closeSync, openSync, writeSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { articleOf } from './articles.ts';

/** An article as files of records hold it. */
interface Article {
  readonly id: number;
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

/** Articles of some 1,500 to 2,400 characters, so many that their words are about this many bytes of UTF-8. */
function* articlesOf(bytes: number): Generator<Article> {
  const made = Array.from({ length: 200 }, (_, number) =>
    articleOf(1_500 + (number % 100) * 9).split('\n\n'),
  );
  let size = 0;
  for (let id = 0; size < bytes; id++) {
    const [headline = '', ...paragraphs] = made[id % made.length] ?? [];
    const article = { id, headline: `${headline} ${String(id)}`, paragraphs };
    size += paragraphs.reduce((sum, paragraph) => sum + Buffer.byteLength(paragraph), 0);
    yield article;
  }
}

function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function cell(text: string, separator: string): string {
  return /["\n\r]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

function table(articles: Iterable<Article>, separator: string): string {
  const rows = Array.from(articles, ({ id, headline, paragraphs }) =>
    [String(id), headline, paragraphs.join('\n\n')].map((text) => cell(text, separator)).join(separator),
  );
  return [`id${separator}title${separator}body`, ...rows].join('\n');
}

function lineOf({ id, headline, paragraphs }: Article): string {
  return JSON.stringify({
    id,
    title: headline,
    text: paragraphs.join('\n\n'),
    url: `https://example.org/${String(id)}`,
  });
}

function ascii(json: string): string {
  return json.replace(
    /[^\0-\u007F]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const lines = (articles: Iterable<Article>): string => `${Array.from(articles, lineOf).join('\n')}\n`;

const paragraphsOf = ({ paragraphs }: Article): string =>
  paragraphs.map((text) => `<p>${markup(text)}</p>`).join('\n');

const archived = ({ headline, paragraphs }: Article): string => {
  const text = [headline, ...paragraphs].join('\n');
  return `WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}\r\n\r\n`;
};

const writers: Readonly<Record<string, (articles: Iterable<Article>) => string | Uint8Array>> = {
  'a.jsonl': lines,
  'ascii.jsonl': (articles) => ascii(lines(articles)),
  'a.json': (articles) =>
    JSON.stringify(
      Array.from(articles, (one) => JSON.parse(lineOf(one)) as unknown),
      null,
      1,
    ),
  'a.csv': (articles) => table(articles, ','),
  'a.tsv': (articles) => table(articles, '\t'),
  'a.xml': (articles) =>
    `<nitfs>${Array.from(articles, (one) => `<nitf><body><body.head><hedline><hl1>${markup(one.headline)}</hl1></hedline></body.head><body.content>${paragraphsOf(one)}</body.content></body></nitf>`).join('\n')}</nitfs>`,
  'feed.xml': (articles) =>
    `<rss><channel>${Array.from(articles, (one) => `<item><title>${markup(one.headline)}</title><description>${markup(paragraphsOf(one))}</description></item>`).join('\n')}</channel></rss>`,
  'a.html': (articles) =>
    `<!doctype html>\n${Array.from(articles, (one) => `<article><h1>${markup(one.headline)}</h1>${paragraphsOf(one)}</article>`).join('\n')}`,
  'a.wet': (articles) => Array.from(articles, archived).join(''),
  'a.jsonl.gz': (articles) => gzipSync(lines(articles)),
  'a.jsonl.zst': (articles) => zstdCompressSync(lines(articles)),
};

/** Names of files that can be written, each in its format. */
export const recordFiles: readonly string[] = Object.keys(writers);

/** A file of records whose words are about this many bytes. */
export function recordFile(name: string, bytes: number): Uint8Array {
  const written = writers[name]?.(articlesOf(bytes)) ?? '';
  return typeof written === 'string' ? Buffer.from(written) : written;
}

/** Writes JSON Lines of so many bytes and more, without having them in memory. */
export function writeLines(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  let waiting = '';
  for (const article of articlesOf(bytes)) {
    waiting += `${lineOf(article)}\n`;
    if (waiting.length < 500_000) continue;
    writeSync(file, waiting);
    waiting = '';
  }
  writeSync(file, waiting);
  closeSync(file);
}

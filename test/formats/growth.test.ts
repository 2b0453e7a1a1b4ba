import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FieldNames } from '../../server/formats/field-names.ts';
import type { Format } from '../../server/formats/format-name.ts';
import { readRecords } from '../../server/formats/read-records.ts';
import { workOf } from '../properties/work.ts';

/** How often a unit stands in the files that are compared. */
const [few, many] = [250, 2_000];

/** Linear work is eight times as much; a little more is let pass for sorting. */
const steepest = 8 * 1.4;

/** A file of a unit that stands in it so many times. */
type FileOf = (units: string) => string;

const page: FileOf = (units) => `<article><h1>H</h1>${units}</article>`;
const feed: FileOf = (units) => `<rss><channel>${units}</channel></rss>`;
const doc: FileOf = (units) => `<doc><title>T</title><text>${units}</text></doc>`;
const plain: FileOf = (units) => units;

const files: readonly (readonly [Format, string, FileOf])[] = [
  ['html', '<p>One &amp; two</p>\n', page],
  ['html', '<p>', page],
  ['html', '</p>', page],
  ['html', 'a<b>', page],
  ['html', 'a<br> ', page],
  ['html', '&amp;', page],
  ['html', '&', page],
  ['html', '<', page],
  ['html', '<!--', page],
  ['html', '<a href="', page],
  ['html', '<script>', page],
  ['html', ' \n', page],
  ['html', '<article><h1>A</h1><p>a</article>', plain],
  ['html', '<pre>', page],
  ['xml', '<p>One &amp; two</p>\n', doc],
  ['xml', '&lt;p&gt;', doc],
  ['xml', '&amp;lt;b&gt;', doc],
  ['xml', '<![CDATA[x]]>', doc],
  ['xml', '<x/>', doc],
  ['xml', 'a<x>b</x>', doc],
  ['xml', '&unknown;', doc],
  ['xml', '<!-- c -->', doc],
  ['xml', '<item><title>T</title><description>&lt;p&gt;d</description></item>', feed],
  ['xml', '<item xml:lang="ar"><language>x</language></item>', feed],
  ['wet', 'WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 3\r\n\r\nخx\r\n\r\n', plain],
  ['wet', 'WARC/1.0\r\n', plain],
  ['wet', 'junk\n', plain],
  ['text', 'a\n=====\n', plain],
  ['text', '\n=', plain],
  ['csv', '"a ""b""",c\n', (units) => `title,body\n${units}`],
  ['csv', '"', (units) => `title,body\n${units}`],
  ['json', '{"text":"\\u0627 \\"x\\""},', (units) => `[${units}{"text":""}]`],
  ['markdown', 'a: b\n', (units) => `---\ntitle: x\n${units}`],
];

/** Reads a file, and makes an edit at each paragraph of each of its articles. */
function work(text: string, format: Format, fields: FieldNames): void {
  for (const record of readRecords(text, format, fields).records) {
    if (record.kind === 'bad') continue;
    const { map } = record;
    for (let at = 0; at < map.text.length; at = map.text.indexOf('\n', at) + 1 || map.text.length) {
      map.span({ start: at, end: at + 1 });
      map.edits([{ start: at, end: at + 1, newText: 'y' }]);
    }
  }
}

describe('the work a file takes grows no faster than its length', () => {
  for (const [format, unit, fileOf] of files) {
    it(`in ${format}: ${JSON.stringify(unit)}`, async () => {
      const effort = (count: number): Promise<number> =>
        workOf(() => {
          work(fileOf(unit.repeat(count)), format, { separator: '=====' });
        });
      await effort(10);
      const least = await effort(few);
      const grown = (await effort(many)) / least;
      assert.ok(grown <= steepest, `${grown.toFixed(1)} times the work for eight times the length.`);
    });
  }
});

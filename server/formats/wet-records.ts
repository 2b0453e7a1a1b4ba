import type { Field } from './field.ts';
import type { SourceRecord, SourceRecords } from './record.ts';
import { SourceMap } from './source-map.ts';

/**
 * The articles of a WET file: the text of each `conversion` record of a WARC (ISO 28500), as Common Crawl
 * writes them. They are only read: a record carries the number of its bytes and a checksum of them, which an
 * edit would make wrong.
 */
export function readWet(text: string): SourceRecords {
  const records: SourceRecord[] = [];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length;) {
    const header = headerAt(text, at);
    if (!header) {
      // What is between two records has no header by which its length could be told.
      const next = nextRecord(text, at);
      if (text.slice(at, next).trim() !== '') records.push({ kind: 'bad', at, why: noHeader });
      at = next;
      continue;
    }
    const end = endOfBytes(text, header.end, header.length);
    if (end === undefined) {
      records.push({ kind: 'bad', at, why: cutOff(header.length) });
      at = nextRecord(text, header.end);
      continue;
    }
    if (header.type === 'conversion') records.push(articleIn(text, header.end, end, header.language));
    at = end;
    while (text.charAt(at) === '\r' || text.charAt(at) === '\n') at++;
  }
  return { records };
}

const noHeader =
  'No record of a WARC begins here: a line “WARC/1.0” with its header is missing. What stands up to the next one was left out.';

function cutOff(length: number): string {
  return `The record’s header says that it has ${String(length)} bytes, and they end nowhere here: the file is cut off, or the number is wrong.`;
}

interface Header {
  /** Where the record’s text begins. */
  readonly end: number;
  readonly type: string;
  /** Bytes of UTF-8. */
  readonly length: number;
  readonly language?: string;
}

/** A header in UTF-16 units longer than this is none. */
export const longestHeader = 65_536;

/** The header of a record that begins at an offset; undefined if there is none. */
export function headerAt(text: string, at: number): Header | undefined {
  if (!text.startsWith('WARC/', at)) return undefined;
  const window = text.slice(at, at + longestHeader);
  const gap = /\r?\n\r?\n/.exec(window);
  if (!gap) return undefined;
  const lines = window.slice(0, gap.index).split(/\r?\n/);
  const values = new Map(
    lines.slice(1).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const length = Number(values.get('content-length'));
  if (!Number.isSafeInteger(length) || length < 0) return undefined;
  const languages = values.get('warc-identified-content-language')?.split(',') ?? [];
  return {
    end: at + gap.index + gap[0].length,
    type: values.get('warc-type')?.toLowerCase() ?? '',
    length,
    // Three letters, the likeliest first; of several none is sure.
    ...(languages.length === 1 && languages[0] !== undefined && { language: languages[0] }),
  };
}

/** The offset after so many bytes of UTF-8; undefined if the text ends before, or in the middle of a character. */
function endOfBytes(text: string, start: number, length: number): number | undefined {
  let bytes = 0;
  let at = start;
  while (bytes < length && at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes++;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code <= 0xdbff) {
      bytes += 4;
      at++;
    } else bytes += 3;
    at++;
  }
  return bytes === length ? at : undefined;
}

function nextRecord(text: string, from: number): number {
  const next = text.indexOf('\nWARC/', from);
  return next < 0 ? text.length : next + 1;
}

function articleIn(text: string, start: number, end: number, language: string | undefined): SourceRecord {
  const field: Field = {
    text: text.slice(start, end),
    start,
    end,
    escapes: [],
    spelling: { spell: () => undefined },
  };
  return { kind: 'article', map: new SourceMap([field]), ...(language !== undefined && { language }) };
}

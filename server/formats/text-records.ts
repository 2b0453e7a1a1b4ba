import type { FieldNames } from './field-names.ts';
import { plainField } from './front-matter.ts';
import type { SourceRecord, SourceRecords } from './record.ts';
import { SourceMap } from './source-map.ts';

/**
 * The article of a plain text file, or its articles where the configuration says which line stands between
 * them. The blank lines around each are no part of it, and neither is its last line break, so that no edit
 * runs it into the line that follows.
 */
export function readText(text: string, { separator }: FieldNames): SourceRecords {
  const whole: SourceRecords = { records: [article(text, 0, text.length)] };
  if (separator === undefined) return whole;
  const isSeparator = separatorTest(separator);
  const records: SourceRecord[] = [];
  let separators = 0;
  let start = 0;
  const end = (at: number): void => {
    const [from, to] = withoutBlankLines(text, start, at);
    if (from < to) records.push(article(text, from, to));
  };
  for (let at = 0; at < text.length;) {
    const next = afterLine(text, at);
    if (isSeparator(text.slice(at, next).trim())) {
      end(at);
      start = next;
      separators++;
    }
    at = next;
  }
  if (separators === 0) return whole;
  end(text.length);
  return { records };
}

/** Whether a line without the space around it is a separator. Of a line of one character, a longer one is, too. */
function separatorTest(separator: string): (line: string) => boolean {
  const wanted = separator.trim();
  const [first = ''] = wanted;
  const uniform = wanted.length >= 3 && wanted === first.repeat(wanted.length / first.length);
  return (line) =>
    line === wanted ||
    (uniform && line.length > wanted.length && line.startsWith(wanted) && isOnly(line, first));
}

function isOnly(line: string, character: string): boolean {
  return line.replaceAll(character, '') === '';
}

function article(text: string, start: number, end: number): SourceRecord {
  return { kind: 'article', map: new SourceMap([plainField(text.slice(start, end), start)]) };
}

/** The offset after a line and its break (LF, CRLF or CR). */
function afterLine(text: string, from: number): number {
  const breaks = /\r\n|\r|\n/g;
  breaks.lastIndex = from;
  return breaks.exec(text) ? breaks.lastIndex : text.length;
}

function withoutBlankLines(text: string, from: number, to: number): [number, number] {
  let start = from;
  for (let at = start; at < to; at = afterLine(text, at)) {
    if (text.slice(at, afterLine(text, at)).trim() !== '') break;
    start = Math.min(to, afterLine(text, at));
  }
  let end = to;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return [start, end];
}

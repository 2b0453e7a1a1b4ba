import type { Position, TextEdit } from 'vscode-languageserver/node';

/**
 * Lines and characters, worked out apart from the server’s library, so that a mistake of the one is not the
 * other’s as well. A line ends with LF, CRLF or CR.
 */
export function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r(?!\n)|\n/);
  // A place between CR and LF is none; the slice above would count the CR alone.
  if (text[offset - 1] === '\r' && text[offset] === '\n') throw new Error('A place within a line break.');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

export function offsetAt(text: string, { line, character }: Position): number {
  const breaks = [...text.matchAll(/\r\n|\r|\n/g)].map((found) => found.index + found[0].length);
  const start = line === 0 ? 0 : breaks[line - 1];
  if (start === undefined) throw new Error(`There is no line ${String(line)}.`);
  const end = /[\r\n]|$/.exec(text.slice(start))?.index ?? 0;
  if (character > end) throw new Error(`Line ${String(line)} has no character ${String(character)}.`);
  return start + character;
}

/** The text with the edits made; they may neither overlap nor lie outside. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const spans = edits
    .map(({ range, newText }) => ({
      start: offsetAt(text, range.start),
      end: offsetAt(text, range.end),
      newText,
    }))
    .sort((one, other) => one.start - other.start || one.end - other.end);
  let result = '';
  let done = 0;
  for (const { start, end, newText } of spans) {
    if (start < done || end < start) throw new Error('The edits overlap.');
    result += text.slice(done, start) + newText;
    done = end;
  }
  return result + text.slice(done);
}

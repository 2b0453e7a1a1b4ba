import type { Edit } from './edit.ts';

/** How much of the text is shown on each side at least, and how much more to leave no word cut, in UTF-16 units. */
const wanted = 12;
const wholeWord = 12;

/**
 * The place of an edit as a menu entry shows it, the edit made: the words around it, and `…` where the line
 * goes on. No word is cut unless it is very long.
 */
export function surroundings(text: string, { start, end, newText }: Edit): string {
  // No further than is shown: a search for the line's start would go back to the article's.
  const reach = wanted + wholeWord;
  const near = Math.max(0, start - reach - 1);
  const before = text.slice(near, start);
  const lineStart = near + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const lineEnd = end + (/[\r\n]/.exec(text.slice(end, end + reach))?.index ?? reach);
  let from = Math.max(lineStart, start - wanted);
  while (from > lineStart && start - from < reach && !isSpace(text, from - 1)) from--;
  let to = Math.min(lineEnd, text.length, end + wanted);
  while (to < Math.min(lineEnd, text.length) && !isSpace(text, to)) to++;
  const goesOn = to < text.length && !/[\r\n]/.test(text.charAt(to));
  const shown = onOneLine(`${text.slice(from, start)}${newText}${text.slice(end, to)}`);
  return `${from > lineStart ? '…' : ''}${shown}${goesOn ? '…' : ''}`;
}

function onOneLine(text: string): string {
  return /[^\S ]|\s\s/u.test(text) ? text.replace(/\s+/gu, ' ').trim() : text.trim();
}

function isSpace(text: string, offset: number): boolean {
  return /\s/u.test(text.charAt(offset));
}

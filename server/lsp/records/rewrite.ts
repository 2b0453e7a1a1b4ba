import { diffArrays } from 'diff';
import type { Edit, Span } from '../../index.ts';

/**
 * A text as an editor shows it: it knows one kind of line break in a document, and no half of a character.
 */
export function shownText(text: string): string {
  return text.replace(/\r\n?/g, '\n').toWellFormed();
}

/**
 * The edits that make one text of another, word by word, in offsets of the text as it is: where it differs from
 * what was shown (its line breaks, halves of characters) it stays as it is. New line breaks are its own.
 *
 * @param after What `shownText` of the text became.
 */
export function editsBetween(text: string, after: string): Edit[] {
  const shown = shownText(text);
  const own = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const offsetOf = offsets(text);
  return changes(shown, after).map(({ start, end, newText }) => ({
    start: offsetOf(start),
    end: offsetOf(end),
    newText: own === '\n' ? newText : newText.replaceAll('\n', own),
  }));
}

/** More differences than these are looked for no further: all between the first and the last is replaced. */
const most = 2_000;

function changes(before: string, after: string): Edit[] {
  const parts = diffArrays(words(before), words(after), { maxEditLength: most });
  if (!parts) return [{ start: 0, end: before.length, newText: after }];
  const edits: Edit[] = [];
  let at = 0;
  let open: { start: number; end: number; newText: string } | undefined;
  for (const { value, added, removed } of parts) {
    const joined = value.join('');
    if (!added && !removed) {
      if (open) edits.push(open);
      open = undefined;
    } else {
      open ??= { start: at, end: at, newText: '' };
      if (added) open.newText += joined;
      else open.end += joined.length;
    }
    if (!added) at += joined.length;
  }
  return open ? [...edits, open] : edits;
}

/** Words and what stands between them; each line break by itself, so that paragraphs stay apart. */
function words(text: string): string[] {
  return text.match(/\n|[^\S\n]+|\S+/g) ?? [];
}

/** Tells where an offset of the shown text stands in the text: it is shorter by one for each CRLF. */
function offsets(text: string): (shown: number) => number {
  const breaks = [...text.matchAll(/\r\n/g)].map(({ index }, before) => index - before);
  return (shown) => {
    let [low, high] = [0, breaks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < shown) low = middle + 1;
      else high = middle;
    }
    return shown + low;
  };
}

/**
 * The edits of an article whose fields, one for its headline and one for its text, are to be as the first
 * paragraphs and the others of what it became: as many are the headline as it had. Undefined where there is no
 * blank line between them, or the article has not two fields.
 */
export function fieldEdits(text: string, fields: readonly Span[], after: string): Edit[] | undefined {
  const [headline, body, ...others] = fields;
  if (!headline || !body || others.length > 0) return undefined;
  const paragraphs = shownText(text.slice(headline.start, headline.end)).split('\n\n').length;
  let end = -2;
  for (let count = 0; count < paragraphs; count++) {
    end = after.indexOf('\n\n', end + 2);
    if (end < 0) return undefined;
  }
  return [
    ...within(text, headline, after.slice(0, end)),
    ...within(text, body, after.slice(end + '\n\n'.length)),
  ];
}

function within(text: string, { start, end }: Span, after: string): Edit[] {
  return editsBetween(text.slice(start, end), after).map((edit) => ({
    ...edit,
    start: start + edit.start,
    end: start + edit.end,
  }));
}

/**
 * Characters that steer a terminal or the order of what stands beside them, or that nobody sees. Joiners
 * (U+200C, U+200D) shape letters and are left; the Arabic number signs are formatting characters only by name.
 */
const hidden =
  /[\p{Cc}\p{Cs}\u2028\u2029]|(?![\u200C\u200D\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2])\p{Cf}/gu;

/** The text with every hidden character shown as its number, ‹U+202E›, and tabs as spaces. */
export function visible(text: string): string {
  return text.replace(hidden, (character) =>
    character === '\t'
      ? ' '
      : `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
  );
}

/**
 * The text kept apart, so that its direction does not reorder the words around it. To be used on a terminal
 * only: elsewhere the two marks would be characters in somebody's data.
 */
export function isolated(text: string, apart: boolean): string {
  return apart ? `\u2068${text}\u2069` : text;
}

/** A value as JSON on one line, in which hidden characters are escapes: the same value, safe to print. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(hidden, (character) =>
    // Astral characters are two escapes in JSON.
    Array.from({ length: character.length }, (_, index) => escapeOf(character.charCodeAt(index))).join(''),
  );
}

function escapeOf(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

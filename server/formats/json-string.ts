import type { Escape, Field, Spelling } from './field.ts';

const named: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const shortOf = new Map(
  Object.entries(named)
    .filter(([letter]) => letter !== '/')
    .map(([letter, character]) => [character, `\\${letter}`]),
);

/**
 * The field that a string of JSON (RFC 8259) is.
 *
 * @param source What the string stands in.
 * @param start Where its first raw character stands in `source`, after the quotation mark.
 * @param end Where its closing quotation mark stands.
 * @param offset Where `source` begins in the file.
 */
export function jsonField(source: string, start: number, end: number, offset = 0): Field {
  const escapes: Escape[] = [];
  let text = '';
  let done = start;
  for (let at = source.indexOf('\\', start); at >= 0 && at < end; at = source.indexOf('\\', done)) {
    text += source.slice(done, at);
    const letter = source.charAt(at + 1);
    const length = letter === 'u' ? 6 : 2;
    escapes.push({ at: text.length, length: 1, rawAt: at - start, rawLength: length });
    text +=
      letter === 'u'
        ? String.fromCharCode(Number.parseInt(source.slice(at + 2, at + 6), 16))
        : (named[letter] ?? letter);
    done = at + length;
  }
  text += source.slice(done, end);
  let spelling: Spelling | undefined;
  return {
    text,
    start: offset + start,
    end: offset + end,
    escapes,
    // Most fields are never written to.
    spelling: { spell: (added) => (spelling ??= spellingLike(text, escapes, source, start)).spell(added) },
  };
}

/** Writes text as its neighbours are written: what they escape is escaped, and in their way. */
function spellingLike(text: string, escapes: readonly Escape[], source: string, start: number): Spelling {
  const known = new Map<string, string>();
  for (const { at, rawAt, rawLength } of escapes) {
    const character = text.charAt(at);
    if (!known.has(character)) known.set(character, source.slice(start + rawAt, start + rawAt + rawLength));
  }
  // A writer that escapes one letter beyond ASCII escapes all of them; where this field has none, its record tells.
  const here = [...known].filter(([character]) => character > '\u007F').map(([, raw]) => raw);
  const wide = here[0] ?? (beyondAscii.test(text) ? undefined : wideEscape.exec(source)?.[0]);
  const ascii =
    wide !== undefined && !rawBeyondAscii(text, escapes) && (here.length > 0 || !beyondAscii.test(source));
  const pairs = [...known.keys()].some((character) => surrogate.test(character));
  const upper = wide !== undefined && hasCapitals(here, source);
  return {
    spell: (added) =>
      Array.from({ length: added.length }, (_, index) => {
        const character = added.charAt(index);
        const seen = surrogate.test(character) ? undefined : known.get(character);
        if (seen !== undefined) return seen;
        // Both halves of a character are written in one way.
        if (pairs && surrogate.test(character)) return numbered(character, upper);
        const must = character < ' ' || character === '"' || character === '\\' || isLone(added, index);
        if (!must && !(ascii && character > '\u007F')) return character;
        return shortOf.get(character) ?? numbered(character, upper);
      }).join(''),
  };
}

const surrogate = /[\uD800-\uDFFF]/;
const beyondAscii = /[^\0-\u007F]/;

/** An escape of a character beyond ASCII; one after an even number of backslashes is told by its letter alone. */
const wideEscape = /\\u(?:00[89a-fA-F]|0[1-9a-fA-F][0-9a-fA-F]|[1-9a-fA-F][0-9a-fA-F]{2})[0-9a-fA-F]/;

/** Whether the digits of escapes are capitals; most have none that tells, so the first that does is looked for. */
function hasCapitals(here: readonly string[], source: string): boolean {
  const telling = /[a-f]/i;
  const found = here.find((raw) => telling.test(raw.slice(2)));
  if (found !== undefined) return /[A-F]/.test(found);
  for (const [, digits = ''] of source.matchAll(/\\u([0-9a-fA-F]{4})/g))
    if (telling.test(digits)) return /[A-F]/.test(digits);
  return false;
}

/** Whether a character beyond ASCII stands in the field as itself. */
function rawBeyondAscii(text: string, escapes: readonly Escape[]): boolean {
  let done = 0;
  for (const { at } of escapes) {
    if (beyondAscii.test(text.slice(done, at))) return true;
    done = at + 1;
  }
  return beyondAscii.test(text.slice(done));
}

/** Half of a character has no bytes of its own. */
function isLone(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0xd800 || code > 0xdfff) return false;
  if (code < 0xdc00) return !/^[\uDC00-\uDFFF]/.test(text.slice(index + 1, index + 2));
  return !/^[\uD800-\uDBFF]/.test(text.slice(Math.max(0, index - 1), index));
}

function numbered(character: string, upper: boolean): string {
  const digits = character.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${upper ? digits.toUpperCase() : digits}`;
}

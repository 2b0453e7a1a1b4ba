import type { Escape, Spelling } from '../field.ts';

/** In which kind of text a place is: one with references, one without, or one that has both. */
export type Surrounding = 'text' | 'cdata' | 'mixed';

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What no text of a paragraph may get: a control character, or space that counts as one with what is beside it. */
const unwritable = /[^\P{Cc}\t\n\r]|\p{Surrogate}/u;

/**
 * Writes text as its neighbours are written: a character that they write as a reference (`&quot;`) is
 * written as that, and where nothing beyond ASCII stands as itself, neither does what is new.
 *
 * @param ascii Whether the file holds no character beyond ASCII though it could.
 */
export function markupSpelling(
  text: string,
  escapes: readonly Escape[],
  rawOf: (escape: Escape) => string,
  how: { readonly surrounding: Surrounding; readonly folded: boolean; readonly ascii: boolean },
): Spelling {
  let known: Known | undefined;
  return {
    spell: (added) => {
      if (added === '') return '';
      known ??= knownOf(text, escapes, rawOf, how.ascii);
      const { seen, numbered } = known;
      if (unwritable.test(added)) return undefined;
      if (how.folded && / {2}|[\t\r]/.test(added)) return undefined;
      if (how.folded && added.includes('\n') && !seen.has('\n')) return undefined;
      if (how.surrounding !== 'text')
        return (how.surrounding === 'cdata' ? /[\]>]/ : /[&<>\]]/).test(added) ? undefined : added;
      return Array.from(added, (character) => {
        const raw = seen.get(character) ?? references[character];
        return raw ?? (character > '\u007F' && numbered ? numbered(character) : character);
      }).join('');
    },
  };
}

interface Known {
  /** How characters are written here. */
  readonly seen: ReadonlyMap<string, string>;
  /** How those beyond ASCII are, where they are all references. */
  readonly numbered?: (character: string) => string;
}

function knownOf(
  text: string,
  escapes: readonly Escape[],
  rawOf: (escape: Escape) => string,
  ascii: boolean,
): Known {
  const seen = new Map<string, string>();
  let example: string | undefined;
  let [own, all] = [0, 0];
  for (const escape of escapes) {
    const raw = rawOf(escape);
    if (escape.fixed || !/^[&<]/.test(raw)) continue;
    const character = text.slice(escape.at, escape.at + escape.length);
    if (!seen.has(character)) seen.set(character, raw);
    if (character <= '\u007F') continue;
    all += escape.length;
    if (raw.startsWith('&#')) example ??= raw;
  }
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) own++;
  if (own > all || (own === 0 && !ascii)) return { seen };
  return { seen, numbered: numbering(example ?? '&#1;') };
}

/** References of the kind of an example: `&#1575;`, `&#x627;`, `&#x062A;`, `&#X62a;`. */
function numbering(example: string): (character: string) => string {
  const hex = /^&#([xX])([0-9a-fA-F]+);?$/.exec(example);
  if (!hex) return (character) => `&#${String(character.codePointAt(0))};`;
  const [, x = 'x', digits = ''] = hex;
  const upper = /[A-F]/.test(digits);
  const width = digits.startsWith('0') ? digits.length : 0;
  return (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).padStart(width, '0');
    return `&#${x}${upper ? code.toUpperCase() : code};`;
  };
}

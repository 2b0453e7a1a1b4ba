import type { MarkPair } from '../core/language.ts';
import groups from './generated/delimiters.json' with { type: 'json' };

/** The quotation marks of a language by the Unicode locale data, in the order of the text. */
export interface Delimiters {
  readonly pairs: readonly MarkPair[];
  readonly nested: readonly MarkPair[];
}

/** Built when the first language without a file is met; tags are compared without case. */
let marksByTag: ReadonlyMap<string, readonly string[]> | null = null;

/** The four marks that CLDR gives for a tag (opening, closing, and the same within), or for its language. */
export function delimitersOf(tag: string): readonly string[] | null {
  marksByTag ??= new Map(
    groups.flatMap(({ marks, languages }) => languages.map((known) => [known.toLowerCase(), marks])),
  );
  for (let part = tag.toLowerCase(); part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('-')))) {
    const marks = marksByTag.get(part);
    if (marks) return marks;
  }
  return null;
}

/**
 * The pairs to judge a language by that has no file of its own; null if CLDR doesn't know it. Marks that
 * CLDR mirrors (”…“, for scripts written from right to left) are turned back: “ and ” are not mirrored
 * (Unicode Corrigendum #6), and the press writes them in the order of the text.
 */
export function cldrPairs(tag: string): Delimiters | null {
  const marks = delimitersOf(tag);
  if (!marks) return null;
  const [open = '', close = '', innerOpen = '', innerClose = ''] = marks;
  const source = `CLDR 48 for ${tag}`;
  const pairs = [
    { ...inOrder(open, close), source },
    { open: '"', close: '"', source: 'Typewriter form, used in every script' },
    {
      open: '“',
      close: '”',
      source: 'The pair of most languages of CLDR 48, and of most that write on the web',
    },
  ];
  const nested = [
    { ...inOrder(innerOpen, innerClose), source: `${source}, alternate` },
    { open: '‘', close: '’', source: 'The inner pair of most languages of CLDR 48' },
  ];
  return { pairs: pairs.filter(isFirst), nested: nested.filter(isFirst) };
}

function inOrder(open: string, close: string): { open: string; close: string } {
  if (open === '”' && close === '“') return { open: '“', close: '”' };
  if (open === '’' && close === '‘') return { open: '‘', close: '’' };
  return { open, close };
}

function isFirst(pair: MarkPair, index: number, all: readonly MarkPair[]): boolean {
  return all.findIndex(({ open, close }) => open === pair.open && close === pair.close) === index;
}

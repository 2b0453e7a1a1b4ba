import type { Span } from '../../../server/index.ts';

/** An article with the places that were marked in it. */
export interface MarkedText {
  readonly text: string;
  /** What stood between `⟦` and `⟧`, in the order in which the engine sorts findings. */
  readonly findings: readonly Span[];
  /** What stood between `⦅` and `⦆`. */
  readonly related: readonly Span[];
}

/** A character written by its number, because nobody could see it in a diff. */
const escape = /⟨U\+([0-9A-F]{4,6})⟩/g;

/** Characters that must be written by their number. The joiners are spelling in Persian and Urdu. */
const unseen =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u00A0\u00AD\u061C\u180E\u2000-\u200B\u200E\u200F\u2028-\u202F\u205F-\u206F\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const brackets = { '⟦': 'findings', '⦅': 'related' } as const;
const closers = { '⟧': '⟦', '⦆': '⦅' } as const;

/** The text that a block of a cases file stands for. */
export function spoken(block: string): string {
  return block.replace(escape, (_, code: string) => {
    const number = Number.parseInt(code, 16);
    // A lone surrogate is half of a character, which `fromCodePoint` would give as well; be plain about it.
    return number > 0xffff ? String.fromCodePoint(number) : String.fromCharCode(number);
  });
}

/** The characters of a block that can't be seen and so must be written as `⟨U+…⟩`. */
export function unseenIn(block: string): string[] {
  return [...new Set(block.match(unseen) ?? [])].map(numbered);
}

/** The article of a block and the places marked in it. @throws Error if a bracket has no partner. */
export function readMarks(block: string): MarkedText {
  const places: Record<'findings' | 'related', Span[]> = { findings: [], related: [] };
  const open: { bracket: '⟦' | '⦅'; start: number }[] = [];
  let text = '';
  for (const piece of block.split(/([⟦⟧⦅⦆])/u)) {
    if (piece === '⟦' || piece === '⦅') open.push({ bracket: piece, start: text.length });
    else if (piece === '⟧' || piece === '⦆') {
      const last = open.pop();
      if (last?.bracket !== closers[piece]) throw new Error(`“${piece}” closes no “${closers[piece]}”.`);
      places[brackets[last.bracket]].push({ start: last.start, end: text.length });
    } else text += spoken(piece);
  }
  const [left] = open;
  if (left) throw new Error(`“${left.bracket}” is never closed.`);
  return { text, findings: places.findings.sort(inOrder), related: places.related.sort(inOrder) };
}

/** The order in which the engine sorts findings. */
export function inOrder(one: Span, other: Span): number {
  return one.start - other.start || one.end - other.end;
}

/** A text as a block of a cases file would say it, for messages that can be copied into one. */
export function write(text: string, findings: readonly Span[] = [], related: readonly Span[] = []): string {
  const places = [
    ...findings.map((span) => ({ ...span, open: '⟦', close: '⟧' })),
    ...related.map((span) => ({ ...span, open: '⦅', close: '⦆' })),
  ];
  let result = '';
  for (let offset = 0; offset <= text.length; offset++) {
    const ending = places.filter(({ start, end }) => end === offset && start < offset);
    result += ending
      .sort((one, other) => other.start - one.start)
      .map(({ close }) => close)
      .join('');
    const starting = places.filter(({ start }) => start === offset).sort((one, other) => other.end - one.end);
    result += starting.map(({ open, close, end }) => (end === offset ? open + close : open)).join('');
    result += text[offset] ?? '';
  }
  return result.replaceAll('\r\n', '\n').replace(unseen, numbered);
}

function numbered(character: string): string {
  return `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

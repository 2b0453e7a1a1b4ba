import { trait, traitsAt, widthAt } from '../text/traits.ts';
import { foldListed, formOf, type LineForm } from './line-form.ts';
import type { KnownResidue, PagePattern, TextPattern } from './residue.ts';

/** What is known of a line by its text alone. */
export interface KnownLine extends LineForm {
  /** The patterns that match it, whether or not they are believed where it stands. */
  readonly matches: readonly KnownText[];
  /** Whether it is a label of the page around an article: “Home”, “Sport”, “Sign in”. */
  readonly label: boolean;
}

export interface KnownText {
  readonly rule: string;
  readonly pattern: TextPattern;
}

/** A longer line is no label, notice or footer; it keeps a paragraph of a megabyte from being matched. UTF-16 units. */
const longestResidue = 600;

/** A literal that may stand at a word's beginning, and the pattern that wants it. */
interface Literal {
  readonly text: string;
  readonly atStart: boolean;
  readonly known: KnownText;
}

/**
 * The patterns of all rules, put together for looking up. A whole line is found by one look into a hash
 * table. The literals that lines begin with or hold, those of all patterns, are found together in one pass
 * over the line, by their first word (in scripts without spaces: character).
 */
export class ResidueTable {
  readonly #lines = new Map<string, KnownText[]>();
  readonly #literals = new Map<string, Literal[]>();
  /** How the first words of literals begin: most words begin otherwise, and are not cut out to be looked up. */
  readonly #beginnings = new Set<number>();
  readonly #always: KnownText[] = [];
  readonly #labels = new Set<string>();
  /** The rule that reports the page around the article, if there is one. */
  readonly page: { readonly rule: string; readonly pattern: PagePattern } | undefined;

  constructor(known: readonly KnownResidue[]) {
    for (const { rule, pattern } of known) {
      if (pattern.kind === 'page') {
        this.page = { rule, pattern };
        for (const label of pattern.labels) this.#labels.add(foldListed(label));
      } else this.#add({ rule, pattern });
    }
  }

  #add(known: KnownText): void {
    const { lines = [], begins = [], holds = [], line, expression } = known.pattern;
    // A line of marks alone folds to nothing, and so would all others of its kind.
    for (const text of lines.map(foldListed)) if (text !== '') push(this.#lines, text, known);
    for (const [texts, atStart] of [
      [begins, true],
      [holds, false],
    ] as const) {
      for (const text of texts.map(foldListed)) {
        const first = firstWordOfListed(text);
        push(this.#literals, first, { text, atStart, known });
        this.#beginnings.add(beginningOf(first, 0, first.length));
      }
    }
    if ((line ?? expression) && begins.length + holds.length === 0) this.#always.push(known);
  }

  /** What is known of a line by its text; `line` is trimmed. */
  know(line: string): KnownLine {
    if (line.length > longestResidue) return { ...longLine, matches: [], label: false };
    const form = formOf(line);
    const { folded, plain } = form;
    // “Facebook.” with its full stop ends a list or a sentence; a button has none.
    const matches = form.words <= 2 && /[^.]\.$/u.test(plain) ? [] : [...(this.#lines.get(folded) ?? [])];
    for (const known of [...this.#withLiteral(folded), ...this.#always]) {
      const { line: shape, expression, needs } = known.pattern;
      if (form.words > (known.pattern.words ?? Infinity) || needs?.test(plain) === false) continue;
      if (shape?.test(plain) !== false && expression?.matches(plain) !== false) matches.push(known);
    }
    const fitting = matches.filter(({ pattern }) => form.words <= (pattern.words ?? Infinity));
    return { ...form, matches: fitting, label: this.#labels.has(folded) };
  }

  /** The patterns one of whose literals stands in the line. */
  #withLiteral(folded: string): Set<KnownText> {
    const found = new Set<KnownText>();
    for (let at = 0; at < folded.length;) {
      const end = firstWordEnd(folded, at);
      if (this.#beginnings.has(beginningOf(folded, at, end))) {
        for (const { text, atStart, known } of this.#literals.get(folded.slice(at, end)) ?? []) {
          if ((!atStart || at === 0) && folded.startsWith(text, at) && isWhole(folded, at + text.length))
            found.add(known);
        }
      }
      at = end;
    }
    return found;
  }
}

/** Whether a literal that ends at an offset ends a word there. */
function isWhole(text: string, end: number): boolean {
  return end >= text.length || !isLetter.test(text.slice(end - 1, end + 1));
}

/** Two letters or two digits of a script that parts its words. */
const isLetter =
  /^(?:[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2}|\p{N}{2})$/u;

const longLine: LineForm = {
  plain: '',
  folded: '',
  words: Infinity,
  ended: true,
  prose: true,
  goesOn: false,
  numeric: false,
  parted: false,
};

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * Where the run of letters or of digits at an offset ends, in scripts without spaces the one character, or the one
 * UTF-16 unit there that is neither.
 */
function firstWordEnd(text: string, at: number): number {
  const kind = kindAt(text, at);
  if (kind === 0) return at + 1;
  let end = at + widthAt(text, at);
  if (kind !== trait.spaceless)
    while (end < text.length && kindAt(text, end) === kind) end += widthAt(text, end);
  return end;
}

/** The first two units of a word as one number. */
function beginningOf(text: string, start: number, end: number): number {
  return text.charCodeAt(start) * 0x10000 + (end - start > 1 ? text.charCodeAt(start + 1) : 0);
}

/** The word with which something begins that is looked for: it is in many scripts, and no table is made for their characters. */
function firstWordOfListed(text: string): string {
  return nextWord.exec(text)?.[0] ?? text.charAt(0);
}

const nextWord =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])\p{L})+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])\p{N})+)/u;

/** Which of three classes the character at an offset belongs to, 0 if to none. */
function kindAt(text: string, at: number): number {
  const traits = traitsAt(text, at);
  for (const kind of [trait.spaceless, trait.letter, trait.number]) if ((traits & kind) > 0) return kind;
  return 0;
}

import type { LanguageData } from '../language.ts';
import type { MarkTally, Sides } from './mark-tally.ts';

/** A pair of marks that may be used in an article. */
export interface Pair {
  readonly open: string;
  readonly close: string;
  readonly single: boolean;
  /** Its place among the pairs of the article by use, from 0; what the language's press uses breaks ties. */
  readonly rank: number;
  /** Whether it only marks quotations within quotations. */
  readonly nested: boolean;
  /** Whether the language's press uses it, so that it needs no example in the article. */
  readonly listed: boolean;
}

/** How an article marks its quotations: what it does consistently, then what its language's press does. */
export interface Conventions {
  /** The pairs, the most used first. */
  readonly pairs: readonly Pair[];
  /** Whether a full stop that ends speech stands before the closing mark. */
  readonly stopInside: boolean;
  /** Whether a comma that follows speech stands before the closing mark. */
  readonly commaInside: boolean;
  /** How often the article has each of the pairs whole, in their order. No reading depends on it but by the order. */
  readonly uses: readonly number[];
  /** What stands between guillemets and what they hold: nothing, or the space that the article writes there. */
  readonly innerSpace: string;
  /** The same for the same conventions: part of what a paragraph's reading is remembered by. */
  readonly key: string;
}

/**
 * Pairs that some article somewhere uses throughout although its language's press does not: another
 * country's marks, mirrored ones (CLDR has ” “ for Arabic), typewriter forms.
 */
const foreignPairs: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['«', '»'],
  ['»', '«'],
  ['”', '“'],
  ['”', '”'],
  ['"', '"'],
  ["''", "''"],
  ['``', "''"],
  ['「', '」'],
  ['『', '』'],
];

/** Pairs that stand for themselves in any language: a French title in an English text, a Japanese one in Arabic. */
const guestPairs: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
];

/** What typewriters and wikis put for a mark: read in every language, preferred in none. */
const typewriterPair = { open: "''", close: "''", nested: false };

/** How often a foreign pair must be seen, whole, before it counts as the article's habit. */
const habit = 3;

const singles = "‘’‚‛‹›'`´";

/** How often each mark stands where one opens and where one closes, and where stops and commas stand. */
export class MarkCensus {
  readonly #opening = new Map<string, number>();
  readonly #closing = new Map<string, number>();
  readonly #stops = { inside: 0, outside: 0 };
  readonly #commas = { inside: 0, outside: 0 };
  readonly #inner = new Map<string, number>();
  readonly #names = new Map<string, number>();

  /** The short quotations that stand whole somewhere, by the forms of their words, and how often. */
  get names(): ReadonlyMap<string, number> {
    return this.#names;
  }

  /** Takes in what one paragraph's marks tell. */
  add(tally: MarkTally): void {
    count(this.#opening, tally.opening);
    count(this.#closing, tally.closing);
    count(this.#inner, tally.inner);
    count(this.#names, tally.names);
    this.#stops.inside += tally.stops.inside;
    this.#stops.outside += tally.stops.outside;
    this.#commas.inside += tally.commas.inside;
    this.#commas.outside += tally.commas.outside;
  }

  #uses(open: string, close: string): number {
    return Math.min(this.#opening.get(open) ?? 0, this.#closing.get(close) ?? 0);
  }

  /** The conventions of an article whose marks were counted. */
  conventions(language: LanguageData): Conventions {
    const { quotation } = language;
    const listed = [...quotation.pairs, ...quotation.nested];
    const has = (open: string, close: string): boolean =>
      listed.some((pair) => pair.open === open && pair.close === close);
    const mostListed = Math.max(0, ...listed.map((pair) => this.#uses(pair.open, pair.close)));
    const habits = foreignPairs.filter(
      ([open, close]) => !has(open, close) && this.#uses(open, close) >= Math.max(habit, mostListed + 1),
    );
    const known = new Set(
      [...listed, ...habits.map(([open, close]) => ({ open, close }))].flatMap((pair) => [
        pair.open,
        pair.close,
      ]),
    );
    const guests = guestPairs.filter(
      ([open, close]) => !known.has(open) && !known.has(close) && this.#uses(open, close) > 0,
    );
    const all = [
      ...quotation.pairs.map((pair) => ({ ...pair, nested: false })),
      ...habits.map(([open, close]) => ({ open, close, nested: false })),
      ...quotation.nested
        .filter(
          (pair) => !quotation.pairs.some((other) => other.open === pair.open && other.close === pair.close),
        )
        .map((pair) => ({ ...pair, nested: true })),
      ...guests.map(([open, close]) => ({ open, close, nested: false })),
      ...(habits.some(([open]) => open === typewriterPair.open) ? [] : [typewriterPair]),
    ];
    const ranked = all
      .map((pair) => ({ ...pair, uses: this.#uses(pair.open, pair.close) }))
      .sort((one, other) => Number(one.nested) - Number(other.nested) || other.uses - one.uses);
    const pairs = ranked.map(({ open, close, nested }, rank) => ({
      open,
      close,
      nested,
      rank,
      listed: has(open, close),
      single: singles.includes(open),
    }));
    const uses = ranked.map((pair) => pair.uses);
    const inside = quotation.punctuation === 'inside';
    const judge = (counts: Sides): boolean =>
      counts.inside === counts.outside ? inside : counts.inside > counts.outside;
    const stopInside = judge(this.#stops);
    const commaInside = judge(this.#commas);
    const usual = quotation.innerSpace ? '\u00a0' : '';
    const innerSpace = [...this.#inner].reduce(
      (best, other) => (other[1] > best[1] ? other : best),
      [usual, 0],
    )[0];
    const key = `${language.language} ${innerSpace} ${pairs.map((pair) => pair.open + pair.close).join(' ')} ${String(stopInside)} ${String(commaInside)}`;
    return { pairs, uses, stopInside, commaInside, innerSpace, key };
  }
}

function count(counts: Map<string, number>, found: readonly string[]): void {
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1);
}

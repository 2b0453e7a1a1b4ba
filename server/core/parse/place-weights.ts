import table from './place-weights.json' with { type: 'json' };
import type { Lexicon } from './lexicon.ts';
import type { Candidate } from './place-candidate.ts';

/** Which mark is missing: its weights are its own. */
export type MissingMark = 'closing' | 'opening';

/** The weights of one language, or of all of which none were counted. */
export interface NamedWeights {
  /** For each kind of surroundings a line of numbers for each kind of fact. */
  readonly surroundings: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  /** What words of the language's data file weigh right before a place and right after it. */
  readonly words: Readonly<Record<string, readonly [number, number]>>;
}

/** Weights by mark and language, `*` for all others. `scripts/place-weights.ts` makes the file. */
export type PlaceWeights = Readonly<Record<MissingMark, Readonly<Record<string, NamedWeights>>>>;

/** The kinds of facts about a place with how many values each has: they say where a weight stands. */
export class FactLayout<Fact extends string = string> {
  readonly size: number;
  readonly #groups: readonly (readonly [Fact, number])[];
  /** Under which number the first value of each kind of fact is weighed. */
  readonly starts: Readonly<Record<Fact, number>>;

  constructor(groups: Readonly<Record<Fact, number>>) {
    this.#groups = Object.entries(groups) as [Fact, number][];
    const starts: Partial<Record<Fact, number>> = {};
    let size = 0;
    for (const [name, count] of this.#groups) {
      starts[name] = size;
      size += count;
    }
    this.starts = starts as Record<Fact, number>;
    this.size = size;
  }

  /** The named lines of numbers for a row of weights, and back. */
  name(row: ArrayLike<number>): Record<string, number[]> {
    return Object.fromEntries(
      this.#groups.map(([name, count]) => {
        const start = this.starts[name];
        return [name, Array.from({ length: count }, (_, index) => row[start + index] ?? 0)];
      }),
    );
  }

  row(named: Readonly<Record<string, readonly number[]>>): Float64Array {
    const row = new Float64Array(this.size);
    for (const [name] of this.#groups) row.set(named[name] ?? [], this.starts[name]);
    return row;
  }
}

/** The same, ready to be summed up. */
export interface Weights {
  readonly rows: ReadonlyMap<string, Float64Array>;
  readonly words: ReadonlyMap<string, readonly [number, number]>;
}

const ready = new Map<string, Weights>();

/** The weights of a language. */
export function weightsOf(lexicon: Lexicon, missing: MissingMark, layout: FactLayout): Weights {
  const tables = (table as unknown as PlaceWeights)[missing];
  const language = lexicon.language.language in tables ? lexicon.language.language : '*';
  const key = `${missing} ${language}`;
  const known = ready.get(key);
  if (known) return known;
  const named = tables[language] ?? { surroundings: {}, words: {} };
  const weights = {
    rows: new Map(Object.entries(named.surroundings).map(([name, row]) => [name, layout.row(row)])),
    words: new Map(Object.entries(named.words)),
  };
  ready.set(key, weights);
  return weights;
}

/** What speaks for a place, added up. */
export function scoreOf(
  { facts, prior, beside }: Candidate,
  row: Float64Array,
  words: Weights['words'],
): number {
  let sum = prior + (words.get(beside[0])?.[0] ?? 0) + (words.get(beside[1])?.[1] ?? 0);
  for (const fact of facts) sum += row[fact] ?? 0;
  return sum;
}

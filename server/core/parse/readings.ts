import type { Defect } from '../article.ts';
import type { Found } from './attribution.ts';
import type { Conventions, Pair } from './conventions.ts';
import type { LocalQuotation } from './paragraph-quotations.ts';
import type { Reading, Step } from './steps.ts';

/** What was found about the quotations of one paragraph. */
export interface LocalResult {
  readonly quotations: readonly LocalQuotation[];
  readonly found: readonly (Found | null)[];
}

/** A way to read a paragraph, with what was found in the paragraph so read. */
export class KnownReading implements Reading {
  readonly cost: number;
  readonly steps: readonly Step[];
  readonly carried: Pair | null;
  #local: LocalResult | undefined;
  #late: readonly Defect[] | undefined;

  constructor({ cost, steps, carried }: Reading) {
    this.cost = cost;
    this.steps = steps;
    this.carried = carried;
  }

  /** Its quotations' kinds and speakers, as far as the paragraph tells. */
  local(make: () => LocalResult): LocalResult {
    return (this.#local ??= make());
  }

  /** Its closing marks that stand too late, in the paragraph's own offsets. */
  late(make: () => readonly Defect[]): readonly Defect[] {
    return (this.#late ??= make());
  }
}

/** Readings of a paragraph, and all that they depend on besides its words. */
interface Known {
  readonly conventions: Conventions;
  readonly carriedIn: Pair | null;
  readonly headline: boolean;
  readonly names: string | null;
  readonly readings: readonly KnownReading[];
}

/** How many are kept of one paragraph: by conventions, by what is open before it, by its names. */
const mostStates = 12;

/** The readings of one paragraph that were made so far. */
export class Readings {
  readonly #known: Known[] = [];

  /**
   * Those from a state, made if they are not known.
   *
   * @param carriedIn The pair that is open before it.
   * @param names The key of the article's names that it holds; null for the reading without repairs, which asks for none.
   */
  from(
    conventions: Conventions,
    carriedIn: Pair | null,
    headline: boolean,
    names: string | null,
    make: () => readonly Reading[],
  ): readonly KnownReading[] {
    // No object is made of the state to look it up: this is done for each paragraph at each keystroke.
    for (const known of this.#known) {
      if (
        known.conventions === conventions &&
        known.carriedIn === carriedIn &&
        known.headline === headline &&
        known.names === names
      )
        return known.readings;
    }
    // Conventions change seldom, and hardly ever back: a paragraph that stays need not keep all it ever was.
    if (this.#known.length >= mostStates) this.#known.length = 0;
    const readings = make().map((reading) => new KnownReading(reading));
    this.#known.push({ conventions, carriedIn, headline, names, readings });
    return readings;
  }
}

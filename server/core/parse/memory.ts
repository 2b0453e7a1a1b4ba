import type { Found } from './attribution.ts';
import type { LocalQuotation } from './paragraph-quotations.ts';
import type { Lexicon } from './lexicon.ts';
import { Prose } from './prose.ts';
import type { Reading, Step } from './reading.ts';
import type { KnownLine, ResidueTable } from './residue-table.ts';

/** What was found about the quotations of one paragraph. */
export interface LocalResult {
  readonly quotations: readonly LocalQuotation[];
  readonly found: readonly (Found | null)[];
}

/** How many ways to read one paragraph are kept: by conventions, by what is open before it, by its names. */
const mostReadings = 12;

/**
 * What parsing remembers between two readings of almost the same text: paragraphs by their words, readings
 * by paragraph, conventions and carried state. Nothing else goes into a result, so a remembered one equals
 * a fresh one. What one reading of the article did not use is forgotten at the next.
 */
export class ParseMemory {
  #prose = new Map<string, Prose>();
  #oldProse = new Map<string, Prose>();
  readonly #readings = new WeakMap<Prose, Map<string, readonly Reading[]>>();
  #lines = new Map<string, KnownLine>();
  #oldLines = new Map<string, KnownLine>();
  #table: ResidueTable | undefined;
  readonly #local = new WeakMap<readonly Step[], LocalResult>();

  /** Begins a new reading of the article. */
  begin(): void {
    this.#oldProse = this.#prose;
    this.#prose = new Map();
    this.#oldLines = this.#lines;
    this.#lines = new Map();
  }

  /** The paragraph with these words. */
  prose(text: string, lexicon: Lexicon): Prose {
    const known = this.#prose.get(text) ?? this.#oldProse.get(text);
    const prose = known?.lexicon === lexicon ? known : new Prose(text, lexicon);
    this.#prose.set(text, prose);
    return prose;
  }

  /** What the table knows of a line by its text. */
  line(text: string, table: ResidueTable): KnownLine {
    if (this.#table !== table) {
      this.#table = table;
      this.#oldLines = new Map();
      this.#lines = new Map();
    }
    const known = this.#lines.get(text) ?? this.#oldLines.get(text) ?? table.know(text);
    this.#lines.set(text, known);
    return known;
  }

  /**
   * A paragraph's readings under a key, made anew if they are not known. They are kept with the paragraph, so
   * that its text need not be part of the key, and go with it.
   */
  readings(prose: Prose, key: string, make: () => readonly Reading[]): readonly Reading[] {
    let known = this.#readings.get(prose);
    // Conventions change seldom, and hardly ever back: a paragraph that stays need not keep all it ever was.
    if (!known || known.size >= mostReadings) this.#readings.set(prose, (known = new Map()));
    let readings = known.get(key);
    if (!readings) known.set(key, (readings = make()));
    return readings;
  }

  /** What was found in the paragraph that these steps read; steps are made anew for every paragraph and state. */
  local(steps: readonly Step[], make: () => LocalResult): LocalResult {
    const known = this.#local.get(steps);
    if (known) return known;
    const result = make();
    this.#local.set(steps, result);
    return result;
  }
}

import type { Found } from './attribution.ts';
import type { LocalQuotation } from './quotations.ts';
import type { Lexicon } from './lexicon.ts';
import { Prose } from './prose.ts';
import type { Reading, Step } from './reading.ts';
import type { KnownLine, ResidueTable } from './residue-table.ts';

/** What was found about the quotations of one paragraph. */
export interface LocalResult {
  readonly quotations: readonly LocalQuotation[];
  readonly found: readonly (Found | null)[];
}

/**
 * What parsing remembers between two readings of almost the same text: paragraphs by their words, readings
 * by paragraph, conventions and carried state. Nothing else goes into a result, so a remembered one equals
 * a fresh one. What one reading of the article did not use is forgotten at the next.
 */
export class ParseMemory {
  #prose = new Map<string, Prose>();
  #oldProse = new Map<string, Prose>();
  #readings = new Map<string, readonly Reading[]>();
  #oldReadings = new Map<string, readonly Reading[]>();
  #lines = new Map<string, KnownLine>();
  #oldLines = new Map<string, KnownLine>();
  #table: ResidueTable | undefined;
  readonly #local = new WeakMap<readonly Step[], LocalResult>();

  /** Begins a new reading of the article. */
  begin(): void {
    this.#oldProse = this.#prose;
    this.#prose = new Map();
    this.#oldReadings = this.#readings;
    this.#readings = new Map();
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

  /** The readings under a key, made anew if they are not known. */
  readings(key: string, make: () => readonly Reading[]): readonly Reading[] {
    const readings = this.#readings.get(key) ?? this.#oldReadings.get(key) ?? make();
    this.#readings.set(key, readings);
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

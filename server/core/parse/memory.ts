import type { Defect } from '../article.ts';
import { ArticleNames } from './article-names.ts';
import type { Found } from './attribution.ts';
import type { Conventions, Pair } from './conventions.ts';
import type { LocalQuotation } from './paragraph-quotations.ts';
import { Line } from './line.ts';
import type { Prose } from './prose.ts';
import type { Reading, Step } from './reading.ts';

/** What was found about the quotations of one paragraph. */
export interface LocalResult {
  readonly quotations: readonly LocalQuotation[];
  readonly found: readonly (Found | null)[];
}

/** All that a paragraph's reading depends on. */
export interface ReadingKey {
  readonly prose: Prose;
  readonly conventions: Conventions;
  readonly carriedIn: Pair | null;
  readonly headline: boolean;
  /** The key of the article's names that it holds; null for the reading without repairs, which asks for none. */
  readonly names: string | null;
}

/** How many ways to read one paragraph are kept: by conventions, by what is open before it, by its names. */
const mostReadings = 12;

/** How many conventions are kept: typing one mark may tip the balance, and the next may tip it back. */
const mostConventions = 4;

/**
 * What parsing remembers between two readings of almost the same text: lines by their words, readings
 * by paragraph, conventions and carried state. Nothing else goes into a result, so a remembered one equals
 * a fresh one. What one reading of the article did not use is forgotten at the next.
 */
export class ParseMemory {
  #lines = new Map<string, Line>();
  #oldLines = new Map<string, Line>();
  readonly #readings = new WeakMap<Prose, { key: ReadingKey; readings: readonly Reading[] }[]>();
  readonly #local = new WeakMap<readonly Step[], LocalResult>();
  readonly #late = new WeakMap<readonly Step[], readonly Defect[]>();
  readonly #conventions: Conventions[] = [];
  #names = new ArticleNames([]);

  /** Begins a new reading of the article. */
  begin(): void {
    this.#oldLines = this.#lines;
    this.#lines = new Map();
  }

  /** The line with these words. */
  line(text: string): Line {
    const known = this.#lines.get(text) ?? this.#oldLines.get(text);
    const line = known ?? new Line(text);
    this.#lines.set(line.text, line);
    return line;
  }

  /** The same conventions as one object for as long as they are remembered: readings are told apart by it. */
  conventions(found: Conventions): Conventions {
    const known = this.#conventions.find(({ key }) => key === found.key);
    if (known) return known;
    if (this.#conventions.length >= mostConventions) this.#conventions.shift();
    this.#conventions.push(found);
    return found;
  }

  /** The article's names, as one object until they change. */
  names(found: ReadonlyMap<string, unknown>): ArticleNames {
    if (!this.#names.areThose(found)) this.#names = new ArticleNames(found.keys());
    return this.#names;
  }

  /** A paragraph's readings, made anew if they are not known; they go when their paragraph does. */
  readings(key: ReadingKey, make: () => readonly Reading[]): readonly Reading[] {
    let known = this.#readings.get(key.prose);
    const ready = known?.find(
      ({ key: other }) =>
        other.conventions === key.conventions &&
        other.carriedIn === key.carriedIn &&
        other.headline === key.headline &&
        other.names === key.names,
    );
    if (ready) return ready.readings;
    // Conventions change seldom, and hardly ever back: a paragraph that stays need not keep all it ever was.
    if (!known || known.length >= mostReadings) this.#readings.set(key.prose, (known = []));
    const readings = make();
    known.push({ key, readings });
    return readings;
  }

  /** What was found in the paragraph that these steps read; steps are made anew for every paragraph and state. */
  local(steps: readonly Step[], make: () => LocalResult): LocalResult {
    return remembered(this.#local, steps, make);
  }

  /** The closing marks that stand too late in the paragraph that these steps read, in its own offsets. */
  late(steps: readonly Step[], make: () => readonly Defect[]): readonly Defect[] {
    return remembered(this.#late, steps, make);
  }
}

function remembered<Key extends object, Value>(
  map: WeakMap<Key, Value>,
  key: Key,
  make: () => Value & object,
): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

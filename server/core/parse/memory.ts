import { ArticleNames } from './article-names.ts';
import type { Conventions } from './conventions.ts';
import { Line } from './line.ts';

/** How many conventions are kept: typing one mark may tip the balance, and the next may tip it back. */
const mostConventions = 4;

/**
 * What parsing remembers between two readings of almost the same text: lines by their words, and with each
 * what is read off it, by conventions and carried state. Nothing else goes into a result, so a remembered one
 * equals a fresh one. What one reading of the article did not use is forgotten at the next.
 */
export class ParseMemory {
  #lines = new Map<string, Line>();
  #oldLines = new Map<string, Line>();
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
}

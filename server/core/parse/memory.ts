import type { Span } from '../text/span.ts';
import { ArticleNames } from './article-names.ts';
import type { Conventions } from './conventions.ts';
import { Line } from './line.ts';

/** How many conventions are kept: typing one mark may tip the balance, and the next may tip it back. */
const mostConventions = 4;

/** Lines are forgotten when there are this many times as many as the last reading used. */
const mostUnused = 1.25;

/**
 * What parsing remembers between two readings of almost the same text: lines by their words, and with each
 * what is read off it, by conventions and carried state. Nothing else goes into a result, so a remembered one
 * equals a fresh one. What readings of the article no longer use is forgotten before it is much.
 */
export class ParseMemory {
  readonly #lines = new Map<string, Line>();
  /** The lines of the article at hand by where they begin: to find one by its words takes going through them. */
  readonly #placed = new Map<number, Line>();
  /** How many lines this reading has used, and which reading it is. */
  #used = 0;
  #reading = 0;
  readonly #conventions: Conventions[] = [];
  #names = new ArticleNames([]);

  /** Begins a new reading of the article. */
  begin(): void {
    // One reading after the other seldom changes more than a line; going through all of them can wait.
    if (this.#lines.size > this.#used * mostUnused) {
      for (const [text, { usedIn }] of this.#lines) if (usedIn !== this.#reading) this.#lines.delete(text);
    }
    this.#placed.clear();
    this.#reading++;
    this.#used = 0;
  }

  /** The line of the article at hand that stands there. */
  lineAt(article: string, { start, end }: Span): Line {
    let line = this.#placed.get(start);
    if (!line) {
      line = this.#line(article.slice(start, end));
      this.#placed.set(start, line);
    }
    return line;
  }

  /** The line with these words. */
  #line(text: string): Line {
    let line = this.#lines.get(text);
    if (!line) {
      line = new Line(text);
      this.#lines.set(line.text, line);
    }
    if (line.usedIn !== this.#reading) this.#used++;
    line.usedIn = this.#reading;
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

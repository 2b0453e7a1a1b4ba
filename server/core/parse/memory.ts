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
  readonly #known = new Map<string, Line>();
  /** The lines of the article at hand in its order. */
  #lines: readonly Line[] = [];
  /** How many different lines this reading uses, and which reading it is. */
  #used = 0;
  #reading = 0;
  readonly #numbers = new Map<string, number>();
  readonly #conventions: Conventions[] = [];
  #names = new ArticleNames([]);

  /**
   * The lines of an article at the beginning of a new reading. Those that stand before and behind what was changed
   * are the ones of the reading before, and need not be looked up by their words.
   */
  read(article: string, spans: readonly Span[]): readonly Line[] {
    this.#forget();
    const before = this.#lines;
    const isStill = (line: Line | undefined, span: Span | undefined): line is Line =>
      line !== undefined &&
      span !== undefined &&
      line.text.length === span.end - span.start &&
      article.startsWith(line.text, span.start);
    let first = 0;
    while (isStill(before[first], spans[first])) first++;
    let last = spans.length;
    const behind = before.length - spans.length;
    while (last > first && last + behind > first && isStill(before[last + behind - 1], spans[last - 1]))
      last--;
    const changed = spans.slice(first, last).map(({ start, end }) => this.#line(article.slice(start, end)));
    this.#lines = [...before.slice(0, first), ...changed, ...before.slice(last + behind)];
    this.#reading++;
    this.#used = 0;
    for (const line of this.#lines) {
      if (line.usedIn !== this.#reading) this.#used++;
      line.usedIn = this.#reading;
    }
    return this.#lines;
  }

  /** Whether any two lines of the article at hand have the same words. */
  get repeats(): boolean {
    return this.#used < this.#lines.length;
  }

  /** The line of the article at hand that is its paragraph of that index. */
  lineAt(index: number): Line | undefined {
    return this.#lines[index];
  }

  /** A number for what is read off lines under a name: one for as long as the memory lives, and small. */
  numberOf(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }

  /** The line with these words. */
  #line(text: string): Line {
    let line = this.#known.get(text);
    if (!line) {
      line = new Line(text);
      this.#known.set(line.text, line);
    }
    return line;
  }

  /** One reading after the other seldom changes more than a line; going through all that is known can wait. */
  #forget(): void {
    if (this.#known.size <= this.#used * mostUnused) return;
    for (const [text, { usedIn }] of this.#known) if (usedIn !== this.#reading) this.#known.delete(text);
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

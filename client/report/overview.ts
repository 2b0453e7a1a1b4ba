import type { Counted, Overview, WorstArticle } from './messages.ts';

/** An article as far as it counts. */
export interface CountedArticle {
  readonly uri: string;
  /** From the folder that is open, with slashes. */
  readonly path: string;
  /** The folder right in the one that is open, or that one’s name. */
  readonly source: string;
  readonly language: string;
  /** The rule of each of its problems. */
  readonly rules: readonly string[];
}

/** Articles with this many problems or more are counted together. */
const widest = 10;

/** So many of the articles with most problems are named. */
const mostWorst = 20;

/** What is to be said of articles as a whole. */
export function overviewOf(articles: readonly CountedArticle[]): Overview {
  const spread = Array.from({ length: widest + 1 }, () => 0);
  const [rules, sources, languages] = [new Tally(), new Tally(), new Tally()];
  const wrong: WorstArticle[] = [];
  let problems = 0;
  for (const { uri, path, source, language, rules: found } of articles) {
    const step = Math.min(found.length, widest);
    spread[step] = (spread[step] ?? 0) + 1;
    problems += found.length;
    for (const rule of found) rules.add(rule, 1);
    sources.add(source, found.length);
    languages.add(language, found.length);
    if (found.length > 0) wrong.push({ uri, name: path, count: found.length });
  }
  return {
    articles: articles.length,
    sound: spread[0] ?? 0,
    problems,
    byRule: rules.counts(),
    bySource: sources.counts(),
    byLanguage: languages.counts(),
    spread,
    worst: mostFirst(wrong).slice(0, mostWorst),
  };
}

class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string, count: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
  }

  counts(): Counted[] {
    return mostFirst([...this.#counts].map(([name, count]) => ({ name, count })));
  }
}

function mostFirst<T extends Counted>(counted: readonly T[]): T[] {
  return counted.toSorted(
    (one, other) => other.count - one.count || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0),
  );
}

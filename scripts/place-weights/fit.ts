import { closingLayout } from '../../server/core/parse/closing-places.ts';
import { lexiconOf, type Lexicon } from '../../server/core/parse/lexicon.ts';
import {
  closerSurroundings,
  openerSurroundings,
  type MarkSurroundings,
} from '../../server/core/parse/mark-surroundings.ts';
import { openingLayout } from '../../server/core/parse/opening-places.ts';
import { wordClasses } from '../../server/core/parse/place-facts.ts';
import {
  scoreOf,
  type FactLayout,
  type MissingMark,
  type Weights,
} from '../../server/core/parse/place-weights.ts';
import { languageOf } from '../../server/languages/index.ts';

import type { Sample } from './samples.ts';

/** The facts about the places of each mark, and the kinds of surroundings that are told apart. */
export const models = {
  closing: { layout: closingLayout, surroundings: openerSurroundings },
  opening: { layout: openingLayout, surroundings: closerSurroundings },
} as const;
export const languages = ['ar', 'de', 'en'];

const listedWords = new Map(
  languages.map((tag) => {
    const language = languageOf(tag);
    return [tag, language ? listed(lexiconOf(language)) : new Set<string>()];
  }),
);
/** Words of a language's data file: no other word has a weight of its own. */
function listed(lexicon: Lexicon): ReadonlySet<string> {
  const { functionWords, finiteVerbs, boundaries, pronouns, roles, determiners, verbs } = lexicon;
  return new Set(
    [functionWords, finiteVerbs, boundaries, pronouns, roles, determiners, verbs].flatMap((words) => [
      ...words.keys(),
    ]),
  );
}
/** Steps of the fit, and how long each is. */
const rounds = 160;
const stride = 0.12;

/** How strongly weights are drawn to zero: those that all share, what a language or surroundings add, those of words. */
const shrinkage = { shared: 2, own: 8, word: 4 };

/** Which words stand side by side is a matter of a language's grammar: these facts have no weight for all together. */
const neighbours = {
  from: openingLayout.starts.neighbours,
  to: openingLayout.starts.neighbours + wordClasses * wordClasses,
};

/**
 * What is known without counting, and drawn to instead of zero: what stands before a clause that reports
 * speech is speech, and so is most of what begins with a sentence. It begins and ends where a sentence does.
 */
const knownBeforehand = {
  opening: { around: 'before a report', fact: 'speech begins', weight: 2 },
  closing: { around: 'at a sentence’s beginning', fact: 'speech ends', weight: 1 },
} as const;
/** Weights for each language and all together. */
export type Fitted = Map<string, Weights>;
/** How often a word must be seen beside a place to have a weight of its own. */
const leastSeen = 12;

export function fit(samples: readonly Sample[], missing: MissingMark): Fitted {
  const { layout, surroundings }: { layout: FactLayout; surroundings: readonly MarkSurroundings[] } =
    models[missing];
  const { size } = layout;
  const kinds = surroundings.length;
  const usable = samples.filter(({ truth }) => truth >= 0);
  const tongues = ['*', ...languages];
  // Every weight is a sum: of all, of the language, of the surroundings, of both.
  const isOwn = (fact: number): boolean =>
    missing === 'opening' && fact >= neighbours.from && fact < neighbours.to;
  const parts = new Float64Array(tongues.length * (kinds + 1) * size);
  const partAt = (tongue: number, around: number): number => (tongue * (kinds + 1) + around) * size;
  const { around: where, fact: what, weight: known } = knownBeforehand[missing];
  const priors = new Map([[partAt(0, surroundings.indexOf(where) + 1) + (layout.starts[what] ?? 0), known]]);
  for (const [index, weight] of priors) parts[index] = weight;
  const rowOf = (tongue: number, around: number): Float64Array => {
    const row = new Float64Array(size);
    const from = new Set([
      partAt(0, 0),
      partAt(tongue, 0),
      partAt(0, around + 1),
      partAt(tongue, around + 1),
    ]);
    for (const start of from)
      for (let index = 0; index < size; index++) row[index] = (row[index] ?? 0) + (parts[start + index] ?? 0);
    return row;
  };
  // A word is weighed on each side, in its own language alone.
  const slots = wordSlots(usable);
  const wordWeights = new Float64Array(slots.size * 2);
  const slotOf = (language: string, word: string, side: number): number => {
    const slot = word === '' ? undefined : slots.get(`${language} ${word}`);
    return slot === undefined ? -1 : slot * 2 + side;
  };
  const wordsOf = (tongue: string): Weights['words'] =>
    new Map(
      [...slots]
        .filter(([key]) => key.startsWith(`${tongue} `))
        .map(([key, slot]) => [
          key.slice(tongue.length + 1),
          [wordWeights[slot * 2] ?? 0, wordWeights[slot * 2 + 1] ?? 0],
        ]),
    );
  const counts = new Map(
    tongues.map((tongue) => [tongue, usable.filter(({ language }) => language === tongue).length]),
  );
  const mean = usable.length / languages.length;
  const descend = adam(parts);
  const descendWords = adam(wordWeights);
  for (let round = 1; round <= rounds; round++) {
    const slopes = parts.map((part, index) => {
      const shared = index < partAt(0, 1);
      return ((priors.get(index) ?? 0) - part) * (shared ? shrinkage.shared : shrinkage.own);
    });
    const wordSlopes = wordWeights.map((weight) => -weight * shrinkage.word);
    const words = tongues.map(wordsOf);
    const rows = tongues.map((_, tongue) => surroundings.map((__, around) => rowOf(tongue, around)));
    for (const sample of usable) {
      const tongue = tongues.indexOf(sample.language);
      const around = surroundings.indexOf(sample.surroundings);
      const row = rows[tongue]?.[around];
      if (!row) continue;
      // Languages count alike, so that what they share is not the most frequent one's habit alone.
      const weight = Math.sqrt(mean / Math.max(1, counts.get(sample.language) ?? 1));
      const chances = chancesOf(sample, row, words[tongue] ?? new Map());
      const starts = [partAt(0, 0), partAt(tongue, 0), partAt(0, around + 1), partAt(tongue, around + 1)];
      sample.candidates.forEach(({ facts, beside }, index) => {
        const slope = ((index === sample.truth ? 1 : 0) - (chances[index] ?? 0)) * weight;
        if (Math.abs(slope) < 1e-6) return;
        for (const fact of facts) {
          const among = isOwn(fact) ? starts.filter((start) => start >= partAt(1, 0)) : starts;
          for (const start of among) slopes[start + fact] = (slopes[start + fact] ?? 0) + slope;
        }
        beside.forEach((word, side) => {
          const slot = slotOf(sample.language, word, side);
          if (slot >= 0) wordSlopes[slot] = (wordSlopes[slot] ?? 0) + slope;
        });
      });
    }
    descend(slopes, round);
    descendWords(wordSlopes, round);
  }
  return new Map(
    tongues.map((tongue, index) => [
      tongue,
      {
        rows: new Map(surroundings.map((name, around) => [name, rowOf(index, around)])),
        words: wordsOf(tongue),
      },
    ]),
  );
}

/** Changes weights along their slopes by Adam's method (Kingma and Ba 2015), in shorter and shorter steps. */
function adam(weights: Float64Array): (slopes: Float64Array, round: number) => void {
  const [first, second] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  return (slopes, round) => {
    const cooling = 1 - (0.9 * round) / rounds;
    for (let index = 0; index < weights.length; index++) {
      const slope = slopes[index] ?? 0;
      first[index] = 0.9 * (first[index] ?? 0) + 0.1 * slope;
      second[index] = 0.99 * (second[index] ?? 0) + 0.01 * slope * slope;
      const mass = (first[index] ?? 0) / (1 - 0.9 ** round);
      const spread = Math.sqrt((second[index] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
      weights[index] = (weights[index] ?? 0) + (stride * cooling * mass) / spread;
    }
  };
}

/** A number for each word of the languages' data files that stands beside places often enough. */
function wordSlots(samples: readonly Sample[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { language, candidates, truth } of samples) {
    const words = listedWords.get(language);
    const near = candidates.filter((_, index) => Math.abs(index - truth) <= 8);
    for (const word of near.flatMap(({ beside }) => beside)) {
      if (words?.has(word)) counts.set(`${language} ${word}`, (counts.get(`${language} ${word}`) ?? 0) + 1);
    }
  }
  return new Map([...counts].filter(([, count]) => count >= leastSeen).map(([key], slot) => [key, slot]));
}

export function chancesOf({ candidates }: Sample, row: Float64Array, words: Weights['words']): number[] {
  const scores = candidates.map((candidate) => scoreOf(candidate, row, words));
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

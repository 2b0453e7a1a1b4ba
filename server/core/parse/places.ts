import {
  closingCandidates,
  closingLayout,
  surroundingsOf,
  type Candidate,
  type Opened,
  type PlaceInput,
} from './closing-places.ts';
import type { Mark } from './marks.ts';
import { openingCandidates, openingLayout, surroundingsOfCloser } from './opening-places.ts';
import { scoreOf, weightsOf, type Weights } from './place-weights.ts';
import { wordAt } from './words.ts';

/** Where a missing mark may go, and how unlikely that is. Offsets are the paragraph's own. */
export interface Place {
  readonly at: number;
  readonly cost: number;
}

/** How many places are offered as fixes. */
const mostPlaces = 3;

/** A place less likely than this, of all that were weighed, is not worth offering beside a better one. */
const leastChance = 0.02;

/** What a doubt of one natural logarithm costs, and the most that not knowing the place may cost. */
const doubtCost = 0.6;
const mostCost = 4;

/**
 * Where a quotation that is never closed may end, between `from` and `to`, the likeliest place first. What
 * speaks for a place is weighed by counts: docs/quotation-marks.md.
 */
export function closingPlaces(input: PlaceInput, opened: Opened, from: number, to: number): Place[] {
  const { prose } = input;
  if (wordAt(prose.words, from) >= wordAt(prose.words, to)) {
    // Nothing but punctuation in reach: the quotation ends where the mark before it stands.
    return opened.from === from ? [] : [{ at: from, cost: 1.5 }];
  }
  const weights = weightsOf(prose.lexicon, 'closing', closingLayout);
  return likeliest(closingCandidates(input, opened, from, to), weights, surroundingsOf(prose, opened.mark));
}

/** Where a quotation whose opening mark is missing may begin, after `from`, the likeliest place first. */
export function openingPlaces(input: PlaceInput, from: number, closer: Mark): Place[] {
  const { prose } = input;
  const weights = weightsOf(prose.lexicon, 'opening', openingLayout);
  return likeliest(openingCandidates(input, from, closer), weights, surroundingsOfCloser(prose, closer));
}

/** The places with the greatest sums of weights, and how much doubt each leaves. */
function likeliest(
  candidates: readonly Candidate[],
  { rows, words }: Weights,
  surroundings: number,
): Place[] {
  const row = rows[surroundings];
  if (!row || candidates.length === 0) return [];
  const scores = candidates.map((candidate) => scoreOf(candidate, row, words));
  const highest = scores.reduce((one, other) => Math.max(one, other), -Infinity);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
  const best: { at: number; chance: number }[] = [];
  candidates.forEach(({ at }, index) => {
    const chance = Math.exp((scores[index] ?? 0) - highest) / total;
    if (best.length === mostPlaces && chance <= (best.at(-1)?.chance ?? 0)) return;
    best.push({ at, chance });
    best.sort((one, other) => other.chance - one.chance || one.at - other.at);
    best.length = Math.min(best.length, mostPlaces);
  });
  return best
    .filter(({ chance }, index) => index === 0 || chance >= leastChance)
    .map(({ at, chance }) => ({ at, cost: Math.min(mostCost, -Math.log(chance) * doubtCost) }));
}

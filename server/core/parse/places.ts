import { closingCandidates, closingLayout, type Opened } from './closing-places.ts';
import { surroundingsOfCloser, surroundingsOfOpener, type MarkSurroundings } from './mark-surroundings.ts';
import type { Mark } from './marks.ts';
import { openingCandidates, openingLayout } from './opening-places.ts';
import type { Candidate, PlaceInput } from './place-candidate.ts';
import { scoreOf, weightsOf, type Weights } from './place-weights.ts';
import type { Prose } from './prose.ts';
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

/** A place less than this many times as likely as the next is no better than it. */
const better = 1.15;

/** What a doubt of one natural logarithm costs, and the most that not knowing the place may cost. */
const doubtCost = 0.6;
const mostCost = 4;

/**
 * Where a quotation that is never closed may end, between `from` and `to`, the likeliest place first. What
 * speaks for a place is weighed by counts: docs/quotation-marks.md.
 */
function closingPlaces(input: PlaceInput, opened: Opened, from: number, to: number): Place[] {
  const { prose } = input;
  if (wordAt(prose.words, from) >= wordAt(prose.words, to)) {
    // Nothing but punctuation in reach: the quotation ends where the mark before it stands.
    return opened.from === from ? [] : [{ at: from, cost: 1.5 }];
  }
  const weights = weightsOf(prose.lexicon, 'closing', closingLayout);
  return likeliest(
    closingCandidates(input, opened, from, to),
    weights,
    surroundingsOfOpener(prose, opened.mark),
  );
}

/** Where a quotation whose opening mark is missing may begin, after `from`, the likeliest place first. */
function openingPlaces(input: PlaceInput, from: number, closer: Mark): Place[] {
  const { prose } = input;
  const weights = weightsOf(prose.lexicon, 'opening', openingLayout);
  return likeliest(openingCandidates(input, from, closer), weights, surroundingsOfCloser(prose, closer));
}

/** The places with the greatest sums of weights, and how much doubt each leaves. */
function likeliest(
  candidates: readonly Candidate[],
  { rows, words }: Weights,
  surroundings: MarkSurroundings,
): Place[] {
  const row = rows.get(surroundings);
  if (!row || candidates.length === 0) return [];
  const scores = candidates.map((candidate) => scoreOf(candidate, row, words));
  const highest = scores.reduce((one, other) => Math.max(one, other), -Infinity);
  const shares = scores.map((score) => Math.exp(score - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const best: { at: number; chance: number }[] = [];
  candidates.forEach(({ at }, index) => {
    const chance = (shares[index] ?? 0) / total;
    if (best.length === mostPlaces && chance <= (best[mostPlaces - 1]?.chance ?? 0)) return;
    best.push({ at, chance });
    best.sort((one, other) => other.chance - one.chance || one.at - other.at);
    if (best.length > mostPlaces) best.pop();
  });
  return best
    .filter(({ chance }, index) => index === 0 || chance >= leastChance)
    .map(({ at, chance }) => ({ at, cost: Math.min(mostCost, -Math.log(chance) * doubtCost) }));
}

/** How far before a mark a cue may stand that announces speech. Words. */
const announcingReach = 10;

/** The places of one paragraph's missing marks, each found once however many readings of the paragraph ask. */
export class KnownPlaces {
  readonly #input: PlaceInput;
  /** By the offsets between which they lie, for each beginning of a quotation. */
  readonly #closing = new Map<number, Map<number, readonly Place[]>>();
  readonly #opening = new Map<number, readonly Place[]>();
  readonly #announced = new Map<Mark, boolean>();

  constructor(input: PlaceInput) {
    this.#input = input;
  }

  /** See {@link closingPlaces}. */
  closing(opened: Opened, from: number, to: number): readonly Place[] {
    let known = this.#closing.get(opened.from);
    if (!known) this.#closing.set(opened.from, (known = new Map<number, readonly Place[]>()));
    const key = this.#between(from, to);
    let places = known.get(key);
    if (!places) known.set(key, (places = closingPlaces(this.#input, opened, from, to)));
    return places;
  }

  /** See {@link openingPlaces}. */
  opening(from: number, closer: Mark): readonly Place[] {
    const key = this.#between(from, closer.start);
    let places = this.#opening.get(key);
    if (!places) this.#opening.set(key, (places = openingPlaces(this.#input, from, closer)));
    return places;
  }

  /** Whether a colon or a cue stands before the mark that opens a quotation. */
  isAnnounced(mark: Mark | null): boolean {
    if (!mark) return false;
    let announced = this.#announced.get(mark);
    if (announced === undefined)
      this.#announced.set(mark, (announced = isAnnounced(this.#input.prose, mark)));
    return announced;
  }

  /** One number for two offsets. */
  #between(from: number, to: number): number {
    return from * (this.#input.prose.text.length + 1) + to;
  }
}

function isAnnounced(prose: Prose, mark: Mark): boolean {
  if (/[:：]$/u.test(prose.before(mark.start))) return true;
  const index = wordAt(prose.words, mark.start);
  const first = Math.max(index - announcingReach, wordAt(prose.words, prose.sentenceEndBefore(mark.start)));
  return prose.cuesAmong(first, index).some((cue) => !cue.verb?.weak && !cue.verb?.naming);
}

/** Whether the first two places are as likely as each other, so that none should be preferred. */
export function equallyLikely([first, second]: readonly Place[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    second.cost < mostCost &&
    second.cost - first.cost < Math.log(better) * doubtCost
  );
}

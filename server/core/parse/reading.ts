import type { Conventions, Pair } from './conventions.ts';
import { beamWidth, beamWork, costs, narrowestBeam, soundCost } from './costs.ts';
import { isSpacedInside, type MarkDoubts } from './mark-doubts.ts';
import type { Mark } from './marks.ts';
import type { KnownPlaces } from './places.ts';
import type { Prose } from './prose.ts';
import {
  around,
  outermost,
  prune,
  stepsOf,
  type Add,
  type Cheapest,
  type Level,
  type State,
} from './reading-states.ts';
import { endsInAttribution } from './speech-end.ts';
import type { Fit, Reading } from './steps.ts';
import { wordAt } from './words.ts';

/** What one paragraph is read with. */
export interface ReadingInput {
  readonly prose: Prose;
  readonly conventions: Conventions;
  /** The pair open at the end of the paragraph before. */
  readonly carriedIn: Pair | null;
  readonly headline: boolean;
}

/**
 * The reading of a paragraph's marks without repairs, if there is one and it is beyond doubt. Most
 * paragraphs are sound.
 */
export function readSound(input: ReadingInput): Reading | null {
  if (input.carriedIn) return null;
  if (input.prose.marks.length === 0) return { cost: 0, steps: [], carried: null };
  const sound = new Reader(input, null).read().find((reading) => reading.carried === null);
  return sound && sound.cost <= soundCost ? sound : null;
}

/**
 * The cheapest readings of a paragraph, one for each pair that may be open at its end (or none). `places`: where
 * marks of this paragraph may be missing.
 */
export function readWithRepairs(input: ReadingInput, places: KnownPlaces): Reading[] {
  return new Reader(input, places).read();
}

class Reader {
  readonly #input: ReadingInput;
  /** Null where nothing is to be repaired. */
  readonly #places: KnownPlaces | null;
  readonly #repair: boolean;
  /** Mark by mark. */
  readonly #doubts: readonly MarkDoubts[];
  /** The levels that were opened within none. */
  readonly #outermost = new Map<number, Level>();

  constructor(input: ReadingInput, places: KnownPlaces | null) {
    this.#input = input;
    this.#places = places;
    this.#repair = places !== null;
    this.#doubts = input.prose.doubts;
  }

  read(): Reading[] {
    const { prose, carriedIn } = this.#input;
    let states: State[] = [
      {
        cost: carriedIn ? costs.carriedWithoutOpening : 0,
        stack: carriedIn ? outermost(carriedIn).stack : [],
        trail: null,
        floor: 0,
      },
    ];
    const width = Math.max(narrowestBeam, Math.min(beamWidth, Math.floor(beamWork / prose.marks.length)));
    prose.marks.forEach((mark, index) => {
      const next: Cheapest = new Map();
      for (const state of states) {
        for (const ready of this.#closings(state, index)) this.#take(ready, mark, index, next);
      }
      states = prune(next, width);
    });
    return this.#finish(states);
  }

  /** The state itself, and what it becomes if open quotations are closed before the mark at `index`. */
  #closings(state: State, index: number): State[] {
    const result = [state];
    let current = state;
    const { prose } = this.#input;
    const next = prose.marks[index];
    while (this.#repair && current.stack.length > 0) {
      const level = current.stack.at(-1);
      if (!level || level.wrong) break;
      // What may be an apostrophe bounds nothing: the places beyond it are weighed with those before.
      if (next?.single && !level.pair.single) break;
      const from = Math.max(level.from, state.floor);
      const to = next?.start ?? prose.text.length;
      const places = this.#places?.closing(level, from, to) ?? [];
      const [best] = places;
      if (!best) break;
      current = {
        cost:
          current.cost +
          (this.#places?.isAnnounced(level.mark) === true ? costs.insertAnnounced : costs.insert) +
          best.cost,
        stack: around(level),
        trail: { step: { kind: 'insert-close', pair: level.pair, places }, before: current.trail },
        floor: current.floor,
      };
      result.push(current);
    }
    return result;
  }

  /** Adds what a state becomes by each way of taking a mark. */
  #take(state: State, mark: Mark, index: number, next: Cheapest): void {
    const add: Add = (added, step, stack = state.stack, second) => {
      const cost = state.cost + added;
      const top = stack.at(-1);
      const rival = next.get(top);
      if (rival && cost >= rival.cost) return;
      const first = { step, before: state.trail };
      const trail = second ? { step: second, before: first } : first;
      const floor = stack === state.stack ? state.floor : mark.end;
      next.set(top, { cost, stack, trail, floor });
    };
    const doubts = this.#doubts[index];
    if (!doubts) return;
    const { literal } = doubts;
    if (literal !== null) add(literal, { kind: 'literal', mark });
    this.#reopen(state, mark, index, add);
    for (const pair of this.#input.conventions.pairs) {
      if (pair.single !== mark.single && !(this.#repair && !mark.single && !pair.single)) continue;
      this.#open(state, mark, pair, doubts, add);
      this.#close(state, mark, pair, doubts, add);
    }
    if (!this.#repair || mark.single) return;
    const { marks } = this.#input.prose;
    const twin = [marks[index - 1], marks[index + 1]].some(
      (other) => other?.glyph === mark.glyph && (other.end === mark.start || mark.end === other.start),
    );
    add(costs.remove, { kind: 'remove', mark });
    if (twin) add(costs.removeDouble, { kind: 'remove-double', mark });
  }

  #reopen(state: State, mark: Mark, index: number, add: Add): void {
    const { carriedIn, prose } = this.#input;
    if (!carriedIn || index > 0 || state.stack.length !== 1) return;
    if (mark.glyph !== carriedIn.open && mark.glyph !== carriedIn.close) return;
    if (
      /[\p{L}\p{N}]/u.test(prose.text.slice(0, mark.start)) ||
      (mark.after === 'space' && !isSpacedInside(prose, mark))
    )
      return;
    const usual =
      this.#input.prose.lexicon.language.quotation.continuation === 'close'
        ? carriedIn.close
        : carriedIn.open;
    const doubt = mark.glyph === usual ? 0 : 0.5;
    add(doubt - costs.carriedWithoutOpening, { kind: 'reopen', mark });
  }

  #open(state: State, mark: Mark, pair: Pair, doubts: MarkDoubts, add: Add): void {
    const fit = fitOf(mark.glyph, pair.open, pair.close);
    if (fit !== 'exact' && !this.#repair) return;
    if (mark.single && fit !== 'exact') return;
    const depth = state.stack.length;
    const outer = state.stack.at(-1);
    if (depth >= 3 || (outer?.pair.single && !pair.single && outer.mark?.glyph === "'")) return;
    let cost = pair.rank * costs.rank + doubts.opening[fit === 'exact' ? 'exact' : 'other'];
    if (outer) cost += outer.pair.open === pair.open ? costs.nestedSame : costs.nestedOther;
    else if (pair.nested) cost += costs.nestedAlone;
    if (depth === 2) cost += costs.deep;
    if (fit === 'turned') cost += costs.turn;
    if (fit === 'wrong') cost += costs.replace;
    add(cost, { kind: 'open', mark, pair, fit }, this.#levelIn(outer, mark, pair, fit).stack);
  }

  /** The level that a mark opens within another: states with the same stack differ in their past alone. */
  #levelIn(outer: Level | undefined, mark: Mark, pair: Pair, fit: Fit): Level {
    const known = outer?.within ?? this.#outermost;
    const key = mark.end * this.#input.conventions.pairs.length + pair.rank;
    let level = known.get(key);
    if (!level) {
      const stack = [...(outer?.stack ?? [])];
      const kind = { turned: fit === 'turned', wrong: fit === 'wrong' };
      level = { pair, from: mark.end, ...kind, mark, stack, within: new Map() };
      stack.push(level);
      known.set(key, level);
    }
    return level;
  }

  #close(state: State, mark: Mark, pair: Pair, doubts: MarkDoubts, add: Add): void {
    const fit = fitOf(mark.glyph, pair.close, pair.open);
    if (mark.single && fit !== 'exact') return;
    const top = state.stack.at(-1);
    const doubt = doubts.closing[fit === 'exact' ? 'exact' : 'other'];
    if (top?.pair === pair && (fit === 'exact' || (this.#repair && !top.wrong))) {
      let cost = doubt;
      if (fit === 'turned') cost += top.turned ? costs.turnToo : costs.turn;
      if (fit === 'wrong') cost += costs.replace;
      if (isBlank(this.#input.prose, top.from, mark.start)) cost += costs.empty;
      add(cost, { kind: 'close', mark, pair, fit }, around(top));
    }
    if (!this.#repair || fit !== 'exact' || mark.single || pair.nested) return;
    // Nobody opened what this mark closes: its opening mark belongs somewhere after the mark before it.
    const from = state.floor;
    const places = this.#places?.opening(from, mark) ?? [];
    const [best] = places;
    if (!best) return;
    const nesting = state.stack.length > 0 ? costs.nestedSame : 0;
    add(
      costs.insert + best.cost + doubt + nesting + pair.rank * costs.rank,
      { kind: 'insert-open', pair, places },
      [...state.stack],
      { kind: 'close', mark, pair, fit },
    );
  }

  #finish(states: readonly State[]): Reading[] {
    const { prose, headline } = this.#input;
    const { continuation } = prose.lexicon.language.quotation;
    const best = new Map<Pair | null, State>();
    const keep = (carried: Pair | null, state: State): void => {
      const rival = best.get(carried);
      if (!rival || state.cost < rival.cost) best.set(carried, state);
    };
    for (const state of states) {
      for (const closed of this.#closings(state, prose.marks.length)) {
        if (closed.stack.length === 0) keep(null, closed);
      }
      const [only, ...more] = state.stack;
      if (!only || more.length > 0 || only.pair.single) continue;
      let cost: number = continuation === 'none' ? costs.carryAgainstHabit : costs.carry;
      if (headline) cost += costs.carryOutOfHeadline;
      else if (endsInAttribution(prose, only.from, prose.text.length)) cost += costs.carryAfterAttribution;
      keep(only.pair, { ...state, cost: state.cost + cost });
    }
    return [...best].map(([carried, state]) => ({ cost: state.cost, steps: stepsOf(state.trail), carried }));
  }
}

/** How a glyph fits where `wanted` should stand and `mirror` is its counterpart. */
function fitOf(glyph: string, wanted: string, mirror: string): Fit {
  if (glyph === wanted) return 'exact';
  return glyph === mirror ? 'turned' : 'wrong';
}

/** Whether no word stands between two offsets. */
function isBlank({ words, text }: Prose, from: number, to: number): boolean {
  return wordAt(words, from) >= wordAt(words, to) && text.slice(from, to).trim() === '';
}

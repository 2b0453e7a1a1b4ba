import type { Pair } from './conventions.ts';
import { beamCost } from './costs.ts';
import type { Mark } from './marks.ts';
import type { Step } from './steps.ts';

/** A quotation that is open while a paragraph is read. */
export interface Level {
  readonly pair: Pair;
  /** Where the quotation's content begins; 0 if it came from the paragraph before. */
  readonly from: number;
  readonly turned: boolean;
  /** Whether its mark is of another kind: then only the partner that stands there speaks for the pair. */
  readonly wrong: boolean;
  /** The word before the quotation tells whether speech is announced: see `surroundingsOfOpener`. */
  readonly mark: Mark | null;
  /** The levels around it, and itself: one array for one stack, so that equal stacks are the same. */
  readonly stack: readonly Level[];
  /** The levels that were opened within it, each once: see `#levelIn`. */
  readonly within: Map<number, Level>;
}

/** What was made of the marks so far, and what is open now. */
export interface State {
  readonly cost: number;
  readonly stack: readonly Level[];
  readonly trail: Trail | null;
  /** The end of the last mark that opened or closed something: a missing mark belongs after it. */
  readonly floor: number;
}

/** The cheapest state of each stack, by its innermost level. */
export type Cheapest = Map<Level | undefined, State>;

/** Adds the state that a step, or two, lead to; without a stack, the one before them stays. */
export type Add = (cost: number, step: Step, stack?: readonly Level[], second?: Step) => void;

/** The steps that led to a state, the last one first. */
export interface Trail {
  readonly step: Step;
  readonly before: Trail | null;
}

/** The level of speech that came from the paragraph before. */
export function outermost(pair: Pair): Level {
  const stack: Level[] = [];
  const level = { pair, from: 0, turned: false, wrong: false, mark: null, stack, within: new Map() };
  stack.push(level);
  return level;
}

/** The stack without its innermost level. */
export function around({ stack }: Level): readonly Level[] {
  return stack.at(-2)?.stack ?? nothingOpen;
}

const nothingOpen: readonly Level[] = [];

/** The cheapest states, at most so many. */
export function prune(best: Cheapest, width: number): State[] {
  let lowest = Infinity;
  for (const { cost } of best.values()) lowest = Math.min(lowest, cost);
  return [...best.values()]
    .filter((state) => state.cost <= lowest + beamCost)
    .sort((one, other) => one.cost - other.cost)
    .slice(0, width);
}

export function stepsOf(trail: Trail | null): Step[] {
  const steps: Step[] = [];
  for (let item = trail; item; item = item.before) steps.push(item.step);
  return steps.reverse();
}

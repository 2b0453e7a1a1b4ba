import type { OwnPattern } from '../parse/own-patterns.ts';
import type { ResiduePlace } from '../parse/residue.ts';
import type { Frame, Place } from './frames.ts';

/** What was counted of a frame. */
export interface Counted {
  readonly frame: Frame;
  articles: number;
  /** In how many of them its line reads like a sentence. */
  prose: number;
  readonly places: Record<Place, number>;
  /** The first line that has it, as it is written. */
  readonly example: string;
  /** Some of the different lines that have it, their numbers folded. */
  readonly lines: Set<string>;
}

/** A beginning counts as one only with so many different lines behind it. */
const fewestLines = 3;

/** At most this share of a beginning’s lines may stand between paragraphs, and read like sentences. */
const strays = 0.1;

/** A longer beginning is the better pattern if it has nearly all articles of the shorter one. */
const nearly = 0.9;

/**
 * The pattern that a frame is worth, always for review: that many articles have a line does not say that
 * nobody wrote it. Null where another frame says it better, or where it is probably the articles’ own.
 */
export function proposalOf(counted: Counted, articlesOf: (key: string) => number): OwnPattern | null {
  const { frame, articles, places, prose, example } = counted;
  const place = placeOf(places, articles);
  if (frame.kind === 'line') {
    const shape = /\p{N}/u.test(example) ? { expression: expressionOf(example) } : { line: example };
    return { ...shape, place, safety: 'review' };
  }
  if (counted.lines.size < fewestLines || places.within > articles * strays || prose > articles * strays)
    return null;
  if (frame.longer !== undefined && articlesOf(frame.longer) >= articles * nearly) return null;
  const begun = example.split(/\s+/u).slice(0, frame.words).join(' ');
  const shape = /\p{N}/u.test(begun) ? { expression: `${expressionOf(begun)}.*` } : { begins: begun };
  return { ...shape, place, safety: 'review' };
}

function placeOf({ above, within }: Counted['places'], articles: number): ResiduePlace {
  if (within > articles * strays) return 'anywhere';
  return above <= articles * strays ? 'tail' : 'margin';
}

/** The line as an expression in which every number may be another one. */
function expressionOf(line: string): string {
  return line.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&').replace(/\p{N}+/gu, '\\pN+');
}

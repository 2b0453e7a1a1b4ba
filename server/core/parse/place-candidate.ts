import type { Conventions } from './conventions.ts';
import type { WordFacts } from './place-facts.ts';
import type { Prose } from './prose.ts';

/** A place with the numbers of the facts that speak for or against it. */
export interface Candidate {
  readonly at: number;
  readonly facts: readonly number[];
  /** The forms of the words on both sides, as far as they bear on it. */
  readonly beside: readonly [string, string];
}

/** What a paragraph's missing marks are looked for with. */
export interface PlaceInput {
  readonly prose: Prose;
  readonly conventions: Conventions;
  /** What stands between the marks of whole, short quotations of the article, by its words' forms. */
  readonly names: Pick<ReadonlySet<string>, 'has'>;
}

/**
 * Whether a mark may be missing before the word at `index`. Where no spaces divide words, each character is looked
 * up by itself and most stand within a word: there only what punctuation divides is a place.
 */
export function divides(prose: Prose, index: number): boolean {
  return (
    prose.lexicon.language.quotation.touching !== 'both' ||
    prose.gap(index) !== '' ||
    index >= prose.words.length
  );
}

/** Lengths in words, told apart more finely the shorter they are. */
export const lengthClass = (count: number): number => {
  if (count <= 5) return Math.max(0, count - 1);
  if (count <= 7) return 5;
  if (count <= 10) return 6;
  if (count <= 15) return 7;
  if (count <= 22) return 8;
  if (count <= 32) return 9;
  return count <= 50 ? 10 : 11;
};

/** How many words that only speech has stand from one word index to another, half-open. */
export function speechWordsBetween({ speechBefore }: WordFacts, from: number, to: number): number {
  return Math.max(0, (speechBefore[to] ?? 0) - (speechBefore[from] ?? 0));
}

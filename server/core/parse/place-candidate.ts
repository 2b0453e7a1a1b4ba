import { isAt, trait } from '../text/traits.ts';
import type { Conventions } from './conventions.ts';
import type { WordFacts } from './place-facts.ts';
import type { Prose } from './prose.ts';

/** A place with the numbers of the facts that speak for or against it. */
export interface Candidate {
  readonly at: number;
  readonly facts: readonly number[];
  /** What speaks for it beforehand: see {@link priorBefore}. */
  readonly prior: number;
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
 * How much less likely a place is where neither a space nor punctuation divides the words, in natural logarithms. Set by
 * hand: the weights were counted on languages with spaces. Speech, which ends where a sentence does, must stay likelier.
 */
const undivided = -3;

/**
 * How likely a place before the word at `index` is beforehand, as a natural logarithm; null where none is. Where no
 * spaces divide words, each character is looked up by itself, and most stand within a word: there what punctuation
 * divides is a place, and less likely the edge of a particle or of a word in another script.
 */
export function priorBefore(prose: Prose, index: number): number | null {
  const { words, lexicon } = prose;
  const after = words[index]?.form ?? '';
  if (lexicon.language.quotation.touching !== 'both' || prose.gap(index) !== '' || after === '') return 0;
  const before = words[index - 1]?.form ?? '';
  const { functionWords } = lexicon;
  const isEdge =
    functionWords.has(before) || functionWords.has(after) || isIdeograph(before) !== isIdeograph(after);
  return isEdge ? undivided : null;
}

function isIdeograph(form: string): boolean {
  return isAt(form, 0, trait.ideograph);
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

import { unitClasses } from '../text/unit-classes.ts';
import type { Conventions } from './conventions.ts';
import { mostNameWords } from './mark-tally.ts';
import type { Mark } from './marks.ts';
import { isNameNoun } from './names.ts';
import {
  afterClasses,
  beforeClasses,
  classAfter,
  classBefore,
  cueDistance,
  factsOf,
  gapIs,
  is,
  stretchClass,
  type WordFacts,
} from './place-facts.ts';
import { FactLayout } from './place-weights.ts';
import type { Prose } from './prose.ts';
import { inquitsIn, speechEndBefore } from './speech-end.ts';
import { wordAt } from './words.ts';

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

export const closingLayout = new FactLayout({
  length: 12,
  boundary: beforeClasses.length * afterClasses.length,
  'comma as usual': 2,
  'stop as usual': 2,
  'next word': 8,
  'last word': 6,
  capitals: 6,
  definite: 3,
  'sentences before': 4,
  'commas before': 3,
  'function words before': 4,
  'cues before': 3,
  'cue after': 4,
  'words of the sentence after': 5,
  'clause before': 1,
  'clause here': 2,
  'name elsewhere': 1,
  'speech ends': 1,
  'first word': 3,
  'last in reach': 2,
  'hides a bracket': 1,
});

/** How many kinds of surroundings are told apart: what stands before the opening mark. */
export const closingSurroundings = 5;

/** Places at every word are weighed this far; beyond, only those where a sentence or a clause ends. Words. */
const nearWords = 60;
const farWords = 400;

/** An opening mark that is never closed: where its content begins and the mark, if it is in this paragraph. */
export interface Opened {
  readonly from: number;
  readonly mark: Mark | null;
}

/** Whether what stands before an opening mark announces speech: a colon, a cue or a comma, nothing, or none. */
export function surroundingsOf(prose: Prose, mark: Mark | null): number {
  if (!mark) return 0;
  const before = prose.before(mark.start);
  if (/[:：]$/u.test(before)) return 0;
  if (before === '' || /[.!?؟…۔।。]$/u.test(before)) return 1;
  const index = wordAt(prose.words, mark.start);
  if (/[,،]$/u.test(before)) return 2;
  const cue = prose
    .cuesAmong(index - 5, index)
    .some((found) => found.last === index && !found.verb?.naming && !found.verb?.weak);
  if (cue) return 2;
  return isNameNoun(prose.lexicon, prose.words[index - 1]?.form ?? '') ? 4 : 3;
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

/** Whether what a quotation holds may end with a character that is no word. */
const mayEndWithin = unitClasses((character) => Number(/[,،.!?؟…)。۔।！？]/u.test(character)));

/** The places where a quotation may end, after `from` and not after `to`, with what speaks for each. */
export function closingCandidates(input: PlaceInput, opened: Opened, from: number, to: number): Candidate[] {
  const { prose } = input;
  const { text, words } = prose;
  const first = wordAt(words, opened.from);
  const begin = wordAt(words, from);
  const last = Math.min(wordAt(words, to), first + farWords);
  if (begin >= last) return [];
  const walk = new ClosingWalk(input, opened, first, to);
  const clauses = clauseEnds(input, from, to);
  const candidates: Candidate[] = [];
  for (let index = Math.min(first, begin); index < last; index++) {
    const word = words[index];
    if (!word) break;
    walk.enter(index);
    if (index >= begin) {
      const near =
        index - first < nearWords || index === last - 1 || walk.sentenceEnds(index) || clauses.has(word.end);
      if (near && divides(prose, index + 1)) {
        let at = word.end;
        const beside = [word.form, words[index + 1]?.form ?? ''] as const;
        do candidates.push({ at, facts: walk.facts(index, at, clauses.get(at), index === last - 1), beside });
        while (++at <= to && mayEndWithin(text.charCodeAt(at - 1)) === 1);
      }
    }
    if (clauses.has(word.end)) walk.passClause();
  }
  return candidates;
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

/** Where speech ends before its attribution, and how sure that is: 0 or 1 for a weak verb. */
function clauseEnds({ prose, conventions }: PlaceInput, from: number, to: number): Map<number, number> {
  const ends = new Map<number, number>();
  for (const inquit of inquitsIn(prose, from, to)) {
    const sure = inquit.cue.verb?.weak ? 1 : 0;
    ends.set(speechEndBefore(prose, inquit, conventions.commaInside), sure);
    const plain = prose.words[inquit.firstWord - 1]?.end ?? -1;
    if (!ends.has(plain)) ends.set(plain, 2);
  }
  return ends;
}

/** Walks over the words of a quotation and counts what it passes. */
class ClosingWalk {
  readonly #input: PlaceInput;
  readonly #facts: WordFacts;
  readonly #first: number;
  readonly #to: number;
  readonly #inParagraph: boolean;
  #sentences = 0;
  #commas = 0;
  #functions = 0;
  #cues = 0;
  #clauses = 0;
  #brackets = 0;
  #capitalRun = true;
  #name = '';

  constructor(input: PlaceInput, opened: Opened, first: number, to: number) {
    this.#input = input;
    this.#facts = factsOf(input.prose);
    this.#first = first;
    this.#to = to;
    this.#inParagraph = opened.mark !== null;
  }

  sentenceEnds(index: number): boolean {
    return (
      ((this.#facts.gap[index + 1] ?? 0) & gapIs.sentence) > 0 || index + 1 === this.#input.prose.words.length
    );
  }

  passClause(): void {
    this.#clauses++;
  }

  /** Takes in the word at `index` and what stands before it. */
  enter(index: number): void {
    const { word, gap } = this.#facts;
    const bits = word[index] ?? 0;
    const before = index > this.#first ? (gap[index] ?? 0) : 0;
    if (before & gapIs.sentence) this.#sentences++;
    else if (before & gapIs.comma) this.#commas++;
    if (before & gapIs.opening) this.#brackets++;
    if (before & gapIs.closing) this.#brackets--;
    if (bits & is.functionWord) this.#functions++;
    if (bits & is.cue && index > this.#first) this.#cues++;
    if (!(bits & is.capital) && index > this.#first) this.#capitalRun = false;
    const count = index - this.#first;
    const form = this.#input.prose.words[index]?.form ?? '';
    this.#name = count === 0 ? form : count < mostNameWords ? `${this.#name} ${form}` : '';
  }

  facts(index: number, at: number, clause: number | undefined, lastWord: boolean): number[] {
    const { text, words } = this.#input.prose;
    const { conventions } = this.#input;
    const { word, gap, cased } = this.#facts;
    const bits = word[index] ?? 0;
    const firstBits = word[this.#first] ?? 0;
    const hasNext = index + 1 < words.length;
    const nextBits = hasNext ? (word[index + 1] ?? 0) : 0;
    const before = classBefore(text, at);
    const after = classAfter(text, at);
    const count = index - this.#first + 1 + (this.#inParagraph ? 0 : 20);
    const facts = [
      starts.length + lengthClass(count),
      starts.boundary + before * afterClasses.length + after,
    ];
    if (after === 2) facts.push(starts['comma as usual'] + Number(conventions.commaInside));
    if (before === 1) facts.push(starts['comma as usual'] + Number(!conventions.commaInside));
    if (after === 3) facts.push(starts['stop as usual'] + Number(conventions.stopInside));
    if (before === 2) facts.push(starts['stop as usual'] + Number(!conventions.stopInside));
    const next = starts['next word'];
    if (!hasNext) facts.push(next);
    else {
      if (nextBits & is.functionWord) facts.push(next + 1);
      if (nextBits & is.cue) facts.push(next + 2);
      if (nextBits & is.number) facts.push(next + 3);
      if (nextBits & is.prefixed) facts.push(next + 4);
      if (nextBits & is.finite) facts.push(next + 5);
      if (nextBits & is.role) facts.push(next + 6);
      if ((gap[index + 1] ?? 0) & gapIs.dash) facts.push(next + 7);
    }
    const own = starts['last word'];
    if (bits & is.functionWord) facts.push(own);
    if (bits & is.cue) facts.push(own + 1);
    if (bits & is.number) facts.push(own + 2);
    if (bits & is.finite) facts.push(own + 3);
    if (bits & is.role) facts.push(own + 4);
    if (bits & is.prefixed) facts.push(own + 5);
    if (cased && hasNext) {
      const capitals = starts.capitals;
      const run = this.#capitalRun && (firstBits & is.capital) > 0;
      const nextCapital = (nextBits & is.capital) > 0;
      facts.push(capitals + (run ? 0 : bits & is.capital ? 2 : 4) + Number(nextCapital));
    }
    if (nextBits & is.definite) facts.push(starts.definite + (bits & is.definite ? 0 : 1));
    else if (bits & is.definite) facts.push(starts.definite + 2);
    facts.push(starts['sentences before'] + Math.min(3, this.#sentences));
    facts.push(starts['commas before'] + Math.min(2, this.#commas));
    facts.push(starts['function words before'] + Math.min(3, this.#functions));
    facts.push(starts['cues before'] + Math.min(2, this.#cues));
    facts.push(starts['cue after'] + cueDistance(this.#facts.cueAfter[index]));
    const ends = this.sentenceEnds(index) || (clause !== undefined && clause < 2);
    if (ends) facts.push(starts['speech ends']);
    facts.push(starts['words of the sentence after'] + stretchClass(this.#facts.sentenceAfter[index]));
    if (this.#clauses > 0) facts.push(starts['clause before']);
    if (clause !== undefined && clause < 2) facts.push(starts['clause here'] + clause);
    if (this.#name !== '' && this.#input.names.has(this.#name)) facts.push(starts['name elsewhere']);
    if (index > this.#first) {
      const opening = starts['first word'];
      if (firstBits & is.functionWord) facts.push(opening);
      if (firstBits & is.finite) facts.push(opening + 1);
      if (cased && firstBits & is.capital) facts.push(opening + 2);
    }
    if (lastWord) facts.push(starts['last in reach'] + Number(this.#to < text.length));
    if (this.#brackets > 0) facts.push(starts['hides a bracket']);
    return facts;
  }
}

const { starts } = closingLayout;

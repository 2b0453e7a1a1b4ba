import { unitClasses } from '../text/unit-classes.ts';
import { mostNameWords } from './mark-tally.ts';
import type { Mark } from './marks.ts';
import {
  lengthClass,
  priorBefore,
  speechWordsBetween,
  type Candidate,
  type PlaceInput,
} from './place-candidate.ts';
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
import { inquitsIn, speechEndBefore } from './speech-end.ts';
import { wordAt } from './words.ts';

export const closingLayout = new FactLayout({
  length: 24,
  boundary: beforeClasses.length * afterClasses.length,
  'comma as usual': 2,
  'stop as usual': 2,
  'next word': 8,
  'last word': 6,
  capitals: 6,
  definite: 3,
  'sentences before': 8,
  'commas before': 6,
  'function words before': 8,
  'speech words after': 3,
  'speech words inside': 2,
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

/** Places at every word are weighed this far; beyond, only those where a sentence or a clause ends. Words. */
const nearWords = 60;
const farWords = 400;

/** An opening mark that is never closed: where its content begins and the mark, if it is in this paragraph. */
export interface Opened {
  readonly from: number;
  readonly mark: Mark | null;
}

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
      const clause = clauses.get(word.end);
      const prior = clause === 0 ? 0 : near ? priorBefore(prose, index + 1) : null;
      if (prior !== null) {
        let at = word.end;
        const beside = [word.form, words[index + 1]?.form ?? ''] as const;
        do {
          const facts = walk.facts(index, at, clauses.get(at), index === last - 1);
          candidates.push({ at, facts, prior, beside });
        } while (++at <= to && mayEndWithin(text.charCodeAt(at - 1)) === 1);
      }
    }
    if (clauses.has(word.end)) walk.passClause();
  }
  return candidates;
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
  const { words, lexicon } = prose;
  for (const { first, phrase } of prose.cuesAmong(wordAt(words, from), wordAt(words, to))) {
    // «…»と述べた: the conjunction stands between what was said and its verb.
    const isBehind = phrase !== null && lexicon.complementisers.has(words[first]?.form ?? '');
    if (isBehind) ends.set(words[first - 1]?.end ?? 0, 0);
  }
  return ends;
}

/** Walks over the words of a quotation and counts what it passes. */
class ClosingWalk {
  readonly #input: PlaceInput;
  readonly #facts: WordFacts;
  readonly #first: number;
  readonly #to: number;
  readonly #last: number;
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
    this.#last = wordAt(input.prose.words, to);
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
    const ends = this.sentenceEnds(index) || (clause !== undefined && clause < 2);
    const facts = [
      starts.length + (ends ? 12 : 0) + lengthClass(count),
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
    facts.push(starts['sentences before'] + (ends ? 4 : 0) + Math.min(3, this.#sentences));
    facts.push(starts['commas before'] + (ends ? 3 : 0) + Math.min(2, this.#commas));
    facts.push(starts['function words before'] + (ends ? 4 : 0) + Math.min(3, this.#functions));
    facts.push(starts['cues before'] + Math.min(2, this.#cues));
    facts.push(starts['cue after'] + cueDistance(this.#facts.cueAfter[index]));
    if (ends) facts.push(starts['speech ends']);
    facts.push(starts['words of the sentence after'] + stretchClass(this.#facts.sentenceAfter[index]));
    const spoken = (from: number, to: number): number => speechWordsBetween(this.#facts, from, to);
    const sentenceEnd = index + 1 + (this.#facts.sentenceAfter[index] ?? 0);
    const outside =
      spoken(index + 1, Math.min(this.#last, sentenceEnd)) > 0
        ? 2
        : spoken(index + 1, this.#last) > 0
          ? 1
          : 0;
    facts.push(starts['speech words after'] + outside);
    facts.push(starts['speech words inside'] + Math.min(1, spoken(this.#first, index + 1)));
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

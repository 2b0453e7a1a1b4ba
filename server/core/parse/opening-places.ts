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
  classAfter,
  cueDistance,
  factsOf,
  gapIs,
  is,
  stretchClass,
  wordClass,
  wordClasses,
  type WordFacts,
} from './place-facts.ts';
import { FactLayout } from './place-weights.ts';
import type { Prose } from './prose.ts';
import { lookupForm, wordAt } from './words.ts';

export const openingLayout = new FactLayout({
  length: 24,
  before: 9,
  'after the mark': afterClasses.length,
  'inside a word': 3,
  'first word': 6,
  'word before': 10,
  neighbours: wordClasses * wordClasses,
  capitals: 6,
  definite: 4,
  'sentences after': 8,
  'commas after': 6,
  'colons after': 2,
  'function words after': 8,
  'whole paragraph': 1,
  'cues after': 3,
  'cue before': 5,
  'words of the sentence before': 5,
  'announcements after': 2,
  'report in its sentence': 8,
  'speech words inside': 3,
  'speech words before': 3,
  'follows a quotation': 3,
  'naming before': 4,
  'naming after': 1,
  'name elsewhere': 1,
  'speech begins': 1,
  'last word': 3,
  'first in reach': 2,
  'hides a bracket': 1,
});

/** Places at every word are weighed this far back; beyond, only those where a sentence or speech begins. Words. */
const nearWords = 60;
const farWords = 300;

/** How many words a clause has that reports the quotation before it, and no more. */
const longestReport = 10;

const tatweel = '\u0640';

/** The places where a quotation may begin that `closer` ends, not before `from`, with what speaks for each. */
export function openingCandidates(input: PlaceInput, from: number, closer: Mark): Candidate[] {
  const { words } = input.prose;
  const last = wordAt(words, closer.start);
  const first = Math.max(wordAt(words, from), last - farWords);
  const walk = new OpeningWalk(input, from, closer, last);
  const candidates: Candidate[] = [];
  for (let index = last - 1; index >= first; index--) {
    const word = words[index];
    if (!word) break;
    walk.enter(index);
    const prior = last - index <= nearWords ? priorBefore(input.prose, index) : null;
    if (prior === null && index > first && !walk.begins(index)) continue;
    const before = words[index - 1]?.form ?? '';
    candidates.push({
      at: word.start,
      facts: walk.facts(index, 0, index === first),
      prior: prior ?? 0,
      beside: [before, word.form],
    });
    const prefix = prefixOf(input.prose, index);
    if (prefix > 0) {
      candidates.push({
        at: word.start + prefix,
        facts: walk.facts(index, prefix, false),
        prior: 0,
        beside: ['', ''],
      });
    }
  }
  return candidates;
}

/** How many characters of a word are a prefix that the language writes together with what follows; 0 if none. */
function prefixOf(prose: Prose, index: number): number {
  const { words, text, lexicon } = prose;
  const word = words[index];
  if (!word || lexicon.joinedPrefixes.size === 0 || word.end - word.start < 4) return 0;
  const raw = text.slice(word.start, word.end);
  const stretched = raw.indexOf(tatweel) + 1;
  if (stretched > 1 && stretched < 7 && lexicon.joinedPrefixes.has(lookupForm(raw.slice(0, stretched))))
    return stretched;
  return lexicon.joinedPrefixes.has(raw.slice(0, 1)) ? 1 : 0;
}

/** Walks back over the words of a quotation and counts what it passes. */
class OpeningWalk {
  readonly #input: PlaceInput;
  readonly #facts: WordFacts;
  readonly #from: number;
  readonly #first: number;
  readonly #last: number;
  readonly #after: number;
  #sentences = 0;
  #commas = 0;
  #colons = 0;
  #functions = 0;
  #cues = 0;
  #namings = 0;
  #announcements = 0;
  #brackets = 0;
  #capitalRun = true;
  #name = '';

  constructor(input: PlaceInput, from: number, closer: Mark, last: number) {
    this.#input = input;
    this.#first = wordAt(input.prose.words, from);
    this.#facts = factsOf(input.prose);
    this.#from = from;
    this.#last = last;
    this.#after = classAfter(input.prose.text, closer.end);
  }

  /** Whether a sentence or speech may begin with a word: after a stop, a colon, a bracket or a cue. */
  begins(index: number): boolean {
    const { word, gap } = this.#facts;
    return (
      ((gap[index] ?? 0) & (gapIs.colon | gapIs.sentence | gapIs.opening)) > 0 ||
      ((word[index - 1] ?? 0) & is.lastOfCue) > 0
    );
  }

  /** Takes in the word at `index` and what stands after it. */
  enter(index: number): void {
    const { word, gap } = this.#facts;
    const bits = word[index] ?? 0;
    const after = index + 1 < this.#last ? (gap[index + 1] ?? 0) : 0;
    if (after & gapIs.sentence) this.#sentences++;
    else if (after & gapIs.comma) this.#commas++;
    if (after & gapIs.colon) this.#colons++;
    if (after & gapIs.closing) this.#brackets++;
    if (after & gapIs.opening) this.#brackets--;
    if (bits & is.functionWord) this.#functions++;
    if (bits & is.cue) this.#cues++;
    if (bits & is.naming) this.#namings++;
    if (bits & is.lastOfCue && after & (gapIs.comma | gapIs.colon)) this.#announcements++;
    if (index + 1 < this.#last && !((word[index + 1] ?? 0) & is.capital)) this.#capitalRun = false;
    const count = this.#last - index;
    const form = this.#input.prose.words[index]?.form ?? '';
    this.#name = count === 1 ? form : count <= mostNameWords ? `${form} ${this.#name}` : '';
  }

  facts(index: number, prefix: number, firstWord: boolean): number[] {
    const { word, gap, cased } = this.#facts;
    const { text, words } = this.#input.prose;
    const bits = word[index] ?? 0;
    const before = index > 0 ? (word[index - 1] ?? 0) : 0;
    const lastBits = word[this.#last - 1] ?? 0;
    // Where a sentence begins, the clause may stand at the end of the one before: “…,” he said. “…”
    const speechBegins = prefix === 0 && (index === 0 || this.begins(index));
    const facts = [
      starts.length + (speechBegins ? 12 : 0) + lengthClass(this.#last - index),
      starts.before +
        (prefix > 0 ? 8 : gapClass(index, gap[index] ?? 0, text[(words[index]?.start ?? 0) - 1] ?? '')),
      starts['after the mark'] + this.#after,
    ];
    if (prefix > 0) {
      const stretched = text[(words[index]?.start ?? 0) + prefix - 1] === tatweel;
      facts.push(starts['inside a word'] + (stretched ? 0 : 1));
    } else if (bits & is.prefixed) facts.push(starts['inside a word'] + 2);
    const own = starts['first word'];
    if (prefix === 0) {
      if (bits & is.functionWord) facts.push(own);
      if (bits & is.cue) facts.push(own + 1);
      if (bits & is.number) facts.push(own + 2);
      if (bits & is.finite) facts.push(own + 3);
      if (bits & is.role) facts.push(own + 4);
      if (bits & is.pronoun) facts.push(own + 5);
    }
    const previous = starts['word before'];
    if (index === 0) facts.push(previous);
    else if (prefix === 0) {
      if (before & is.functionWord) facts.push(previous + 1);
      if (before & is.lastOfCue) facts.push(previous + ((gap[index] ?? 0) & gapIs.comma ? 2 : 3));
      if (before & is.number) facts.push(previous + 4);
      if (before & is.finite) facts.push(previous + 5);
      if (before & is.role) facts.push(previous + 6);
      if (before & is.prefixed) facts.push(previous + 7);
      if (before & is.nameNoun) facts.push(previous + 8);
      else if ((word[index - 2] ?? 0) & is.nameNoun) facts.push(previous + 9);
    }
    if (index > 0 && prefix === 0)
      facts.push(starts.neighbours + wordClass(before) * wordClasses + wordClass(bits));
    if (cased && index > 0) {
      const run = this.#capitalRun && (bits & is.capital) > 0;
      facts.push(starts.capitals + (run ? 0 : bits & is.capital ? 2 : 4) + Number((before & is.capital) > 0));
    }
    if (index > 0) {
      facts.push(starts.definite + (bits & is.definite ? 2 : 0) + Number((before & is.definite) > 0));
    }
    facts.push(starts['sentences after'] + (speechBegins ? 4 : 0) + Math.min(3, this.#sentences));
    facts.push(starts['commas after'] + (speechBegins ? 3 : 0) + Math.min(2, this.#commas));
    facts.push(starts['colons after'] + Math.min(1, this.#colons));
    facts.push(starts['function words after'] + (speechBegins ? 4 : 0) + Math.min(3, this.#functions));
    facts.push(starts['cues after'] + Math.min(2, this.#cues));
    facts.push(starts['announcements after'] + Math.min(1, this.#announcements));
    if (speechBegins && index === 0 && this.#after === 0 && this.#from === 0)
      facts.push(starts['whole paragraph']);
    if (speechBegins) facts.push(starts['speech begins']);
    const report = this.#facts.cueAfter[index] ?? 255;
    const within = index + report < this.#last ? report : undefined;
    facts.push(starts['report in its sentence'] + (speechBegins ? 4 : 0) + cueDistance(within));
    const spoken = (from: number, to: number): number => speechWordsBetween(this.#facts, from, to);
    facts.push(starts['naming before'] + cueDistance(this.#facts.namingBefore[index]));
    if (this.#namings > 0) facts.push(starts['naming after']);
    facts.push(starts['speech words inside'] + Math.min(2, spoken(index, this.#last)));
    const sentence = index - (this.#facts.sentenceBefore[index] ?? 0);
    const outside =
      spoken(Math.max(this.#first, sentence), index) > 0 ? 2 : spoken(this.#first, index) > 0 ? 1 : 0;
    facts.push(starts['speech words before'] + outside);
    if (speechBegins && this.#from > 0 && index > this.#first && index - this.#first <= longestReport) {
      const cue = this.#facts.cueAfter[this.#first] ?? 255;
      facts.push(starts['follows a quotation'] + (this.#first + cue < index ? 1 : 0));
    } else if (speechBegins && index === this.#first) facts.push(starts['follows a quotation'] + 2);
    facts.push(starts['words of the sentence before'] + stretchClass(this.#facts.sentenceBefore[index]));
    const begins = ((gap[index] ?? 0) & gapIs.sentence) > 0;
    const near = begins ? cueDistance(this.#facts.cueBefore[index - 1]) < 2 : false;
    facts.push(starts['cue before'] + (near ? 4 : cueDistance(this.#facts.cueBefore[index])));
    if (this.#name !== '' && this.#input.names.has(this.#nameWithout(prefix)))
      facts.push(starts['name elsewhere']);
    if (index < this.#last - 1) {
      if (lastBits & is.functionWord) facts.push(starts['last word']);
      if (lastBits & is.finite) facts.push(starts['last word'] + 1);
      if (cased && lastBits & is.capital) facts.push(starts['last word'] + 2);
    }
    if (firstWord) facts.push(starts['first in reach'] + Number(this.#from > 0));
    if (this.#brackets > 0) facts.push(starts['hides a bracket']);
    return facts;
  }

  #nameWithout(prefix: number): string {
    if (prefix === 0) return this.#name;
    const { text } = this.#input.prose;
    const word = this.#input.prose.words[this.#last - 1 - (this.#name.split(' ').length - 1)];
    if (!word) return this.#name;
    const rest = lookupForm(text.slice(word.start + prefix, word.end));
    const space = this.#name.indexOf(' ');
    return space < 0 ? rest : rest + this.#name.slice(space);
  }
}

const starts = openingLayout.starts;

/** What stands between a word and the one before it. */
function gapClass(index: number, bits: number, character: string): number {
  if (index === 0) return 0;
  if (bits & gapIs.colon) return 1;
  if (bits & gapIs.sentence) return 2;
  if (bits & gapIs.comma) return 3;
  if (bits & gapIs.opening) return 4;
  if (bits & gapIs.dash) return 5;
  return /\s/u.test(character) ? 6 : 7;
}

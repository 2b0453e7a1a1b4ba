import type { ClauseFacts } from '../language.ts';
import type { Lexicon } from './lexicon.ts';
import type { Prose } from './prose.ts';
import type { Word } from './words.ts';

/** How a noun phrase is to be read. */
export interface PhraseReading {
  /** The word before which it must end. */
  readonly limit: number;
  /** Whether it may stand in another case than the subject's. */
  readonly oblique: boolean;
  /**
   * Whether it stands before the verb, where all there is belongs to one constituent. Behind the verb, where and
   * when stand beside the subject.
   */
  readonly front: boolean;
}

/** A noun phrase: the word after its last, and whether its head is a name rather than an office or a kind of people. */
export interface NounPhrase {
  readonly end: number;
  readonly name: boolean;
}

/** What joins the words of one name or compound: a space, a hyphen, the stop of an initial. */
const joined = /^(?:\s+|\s*[-–’'/&]\s*|\.\s+)$/u;

/** The most words before the noun of a phrase. */
const mostAdjectives = 5;

/** The most parts (“of the ministry”, “from Bonn”) that a phrase has beside its head. */
const mostParts = 6;

/** Reads noun phrases in a language whose nouns are told by their capitals: German. */
export class NounPhrases {
  readonly #prose: Prose;
  readonly #lexicon: Lexicon;
  readonly #facts: ClauseFacts;

  constructor(prose: Prose, facts: ClauseFacts) {
    this.#prose = prose;
    this.#lexicon = prose.lexicon;
    this.#facts = facts;
  }

  /** The noun phrase that begins with a word, with what depends on it; null if none does. */
  read(first: number, reading: PhraseReading): NounPhrase | null {
    const head = this.#head(first, reading);
    if (!head) return null;
    let { end } = head;
    for (let parts = 0; parts < mostParts && end < reading.limit; parts++) {
      const next = this.#part(head, first, end, reading);
      if (next === null) break;
      end = next;
    }
    return { ...head, end };
  }

  /** A determiner, adjectives and the noun or name. */
  #head(first: number, { limit, oblique }: PhraseReading): NounPhrase | null {
    const { words } = this.#prose;
    let index = first;
    const start = words[index];
    if (!start || index >= limit) return null;
    const determined = this.#lexicon.determiners.has(start.form) || this.#facts.oblique.includes(start.form);
    if (!oblique && this.#facts.oblique.includes(start.form)) return null;
    if (determined) index = this.#pastAdverb(this.#pastAttribute(index + 1, limit));
    const adjectives = index;
    while (index < limit && index < adjectives + mostAdjectives && this.#isAdjective(index, determined))
      index++;
    const noun = words[index];
    if (!noun || index >= limit || !noun.capital || (index > first && !this.#follows(index))) return null;
    if (this.#isOther(noun) && !this.#lexicon.roles.has(noun.form)) return null;
    index++;
    while (index < limit && this.#continuesName(index)) index++;
    index = this.#pastBrackets(index, limit);
    const plain = !determined && adjectives === index - 1;
    return {
      end: index,
      name: !determined && !this.#lexicon.roles.has(noun.form) && (plain || adjectives === first),
    };
  }

  /** «die in Rom geborene Sängerin»: where the adjective stands that a prepositional phrase belongs to. */
  #pastAttribute(index: number, limit: number): number {
    if (!this.#facts.prepositions.includes(this.#prose.words[index]?.form ?? '')) return index;
    const inner = this.#follows(index) ? this.#head(index + 1, { limit, oblique: true, front: false }) : null;
    return inner && this.#follows(inner.end) && this.#isAdjective(inner.end, true) ? inner.end : index;
  }

  /** «ein nicht genannter Vertreter»: an adverb before the adjective. */
  #pastAdverb(index: number): number {
    const word = this.#prose.words[index];
    if (!word || word.capital || !this.#follows(index) || !this.#isOther(word)) return index;
    const binds = this.#lexicon.determiners.has(word.form) || this.#facts.oblique.includes(word.form);
    return !binds && this.#isAdjective(index + 1, true) ? index + 1 : index;
  }

  /** A genitive, a prepositional phrase, “and” with another phrase, or an apposition: the word after it. */
  #part(head: NounPhrase, first: number, at: number, reading: PhraseReading): number | null {
    const { words } = this.#prose;
    const word = words[at];
    if (!word) return null;
    const gap = this.#prose.gap(at);
    const inner = { ...reading, oblique: true };
    if (/^\s*,\s*$/u.test(gap)) return this.#apposition(head, at, reading);
    if (!/^\s+$/u.test(gap)) return null;
    const { form } = word;
    if (this.#facts.genitive.includes(form) && (!head.name || form.endsWith('s')))
      return this.#head(at, inner)?.end ?? null;
    if (this.#facts.prepositions.includes(form)) {
      if (!this.#follows(at + 1)) return null;
      const attached =
        this.#facts.attached.includes(form) && (!head.name || this.#facts.nameParticles.includes(form));
      const end = this.#head(at + 1, inner)?.end ?? null;
      if (end === null || attached || reading.front) return end;
      // «der General der Streitkräfte im Irak, Jan Berg»: the name shows that the place belongs to the office.
      const named = !head.name && /^\s*,\s*$/u.test(this.#prose.gap(end)) ? this.#head(end, reading) : null;
      return named?.name ? named.end : null;
    }
    if (this.#facts.coordinators.includes(form) && first < at) {
      const other = this.#follows(at + 1) ? this.#head(at + 1, reading) : null;
      return other && !this.#isVerb(other.end) ? other.end : reading.front ? (other?.end ?? null) : null;
    }
    // «Mannheims oberster Bürgermeister»: a name in the genitive before the noun.
    const owner = head.name && (words[at - 1]?.form ?? '').endsWith('s');
    if (owner && this.#isAdjective(at, false)) return this.#head(at, reading)?.end ?? null;
    if (!head.name && form.endsWith('er') && this.#isAdjective(at, true))
      return this.#head(at, inner)?.end ?? null;
    return null;
  }

  /** “…, Präsident des Verbands,”: closed by punctuation, or a bare name after an office. */
  #apposition(head: NounPhrase, at: number, reading: PhraseReading): number | null {
    const found = this.#head(at, reading);
    if (!found) return null;
    let { end } = found;
    for (let parts = 0; parts < mostParts; parts++) {
      const gap = this.#prose.gap(end);
      if (end >= reading.limit || /^\s*[,،]/u.test(gap)) break;
      const next = this.#part(found, at, end, reading);
      if (next === null) break;
      end = next;
    }
    const closed = end >= this.#prose.words.length || !/^[\s)]+$/u.test(this.#prose.gap(end));
    // Before the verb nothing but the apposition can stand there, whether its comma was set or not.
    const before = reading.front && this.#isVerb(end);
    return closed || before || (found.name && !head.name) ? end : null;
  }

  /** “(SPD)” after a name. */
  #pastBrackets(index: number, limit: number): number {
    if (!/^\s*\($/u.test(this.#prose.gap(index))) return index;
    for (let end = index + 1; end <= Math.min(limit, index + 4); end++) {
      if (this.#prose.gap(end).startsWith(')')) return end;
    }
    return index;
  }

  #continuesName(index: number): boolean {
    const word = this.#prose.words[index];
    if (!word || !this.#follows(index)) return false;
    // Days of the week have capitals as well, and say when.
    if (word.capital)
      return !this.#lexicon.boundaries.has(word.form) || this.#lexicon.functionWords.has(word.form);
    const next = this.#prose.words[index + 1];
    if (/^\d/u.test(word.form)) return this.#prose.gap(index).trim() !== '';
    return (
      this.#facts.nameParticles.includes(word.form) && next?.capital === true && this.#follows(index + 1)
    );
  }

  /** Whether nothing but what joins the words of a name stands before a word. */
  #follows(index: number): boolean {
    const gap = this.#prose.gap(index);
    if (!joined.test(gap)) return false;
    const before = this.#prose.words[index - 1];
    if (!gap.startsWith('.')) return true;
    return (
      before !== undefined && (this.#lexicon.abbreviations.has(before.form) || before.end - before.start <= 2)
    );
  }

  #isAdjective(index: number, determined: boolean): boolean {
    const word = this.#prose.words[index];
    const next = this.#prose.words[index + 1];
    if (!word || !next || !joined.test(this.#prose.gap(index + 1))) return false;
    // «US-amerikanische»
    if (word.capital) return this.#prose.gap(index + 1) === '-' && !next.capital;
    if (/^\d/u.test(word.form)) return true;
    if (this.#isOther(word) || !/(?:e|er|es|en|em)$/u.test(word.form)) return false;
    return determined || (!this.#isVerb(index) && !/ten?$/u.test(word.form));
  }

  /** A word that holds a clause together, or says where and when: no part of a noun phrase. */
  #isOther(word: Word): boolean {
    return this.#lexicon.boundaries.has(word.form) || this.#lexicon.functionWords.has(word.form);
  }

  /** Whether a word is known for a finite verb. */
  #isVerb(index: number): boolean {
    const word = this.#prose.words[index];
    if (!word || word.capital) return false;
    return this.#lexicon.finiteVerbs.has(word.form) || this.#lexicon.verbs.has(word.form);
  }
}

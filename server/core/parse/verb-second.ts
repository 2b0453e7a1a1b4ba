import type { ClauseFacts } from '../language.ts';
import type { Cue } from './lexicon.ts';
import { NounPhrases } from './noun-phrase.ts';
import type { Prose } from './prose.ts';
import type { SpeakerWords } from './speaker.ts';

/** A main clause: its finite verb and its subject; either may not be found. */
interface MainClause {
  readonly verb: number;
  readonly subject: SpeakerWords | null;
  /** Whether the subject stands before the verb. */
  readonly front: boolean;
}

/** A clause is looked through over this many words. */
const longestClause = 60;

/** How many adverbs and pronouns may stand between a verb and the subject behind it. */
const mostBetween = 8;

/**
 * Subjects in a language whose main clauses have the verb in second place, with one constituent before it, and whose
 * subordinate clauses have it last: German. What stands before the verb is the subject if it is a noun phrase in its
 * case; else the subject stands right behind the verb (Duden, Die Grammatik, “Felderstruktur”).
 */
export class VerbSecond {
  readonly #prose: Prose;
  readonly #facts: ClauseFacts;
  readonly #phrases: NounPhrases;

  constructor(prose: Prose, facts: ClauseFacts) {
    this.#prose = prose;
    this.#facts = facts;
    this.#phrases = new NounPhrases(prose, facts);
  }

  /** The subject of a cue; `from` is the first word that may belong to its sentence, `to` the word before which it ends. */
  subjectOf(cue: Cue, from: number, to: number): SpeakerWords | null {
    const verb = cue.first;
    const start = this.#clauseStart(verb, from);
    const segment = this.#segmentStart(verb, start);
    if (cue.phrase?.speaker === 'none' || cue.verb?.speaker === 'source') return this.#place(cue, start, to);
    const quoted = this.#quoted(cue, start, to);
    if (quoted) return quoted;
    const last = !/^\s+$/u.test(this.#prose.gap(cue.last));
    if (start < segment && segment < verb) {
      // «Er sagte, Europa brauche das, und fügte hinzu»; «Jan Berg, Leiter des Amts (LfA) nannte»
      const joined = this.#facts.coordinators.includes(this.#prose.words[verb - 1]?.form ?? '');
      const whole = this.#main(start, to);
      const covers = whole?.front === true && whole.verb === verb;
      if (whole?.subject && (joined || covers)) return whole.subject;
    }
    if (segment === verb) {
      // „Das Viertel“, erinnert sich Berg: words within marks are no subject of their report.
      const quoted = /["“”«»]/u.test(this.#prose.gap(verb));
      const front = verb > start && !quoted ? this.#main(start, to) : null;
      if (front?.verb === verb && front.front) return this.#fronted(front, cue, to);
      const behind = this.#behind(cue.last, to) ?? (cue.phrase ? this.#main(cue.last, to)?.subject : null);
      return behind ?? (last ? this.#subordinate(start, verb) : null) ?? front?.subject ?? null;
    }
    const subordinate = !last
      ? null
      : (this.#subordinate(segment, verb) ?? (start < segment ? this.#subordinate(start, verb) : null));
    if (subordinate) return subordinate;
    for (const begin of segment > start ? [segment, start] : [segment]) {
      const main = this.#main(begin, to);
      if (main?.verb === verb && main.front) return this.#fronted(main, cue, to);
      const auxiliary = this.#prose.words[main?.verb ?? -1]?.form ?? '';
      if (
        main &&
        main.verb < verb &&
        cue.verb?.speaker !== 'object' &&
        this.#facts.passive.includes(auxiliary)
      )
        return this.#agent(main.verb, verb);
      if (main?.subject) return main.subject;
    }
    return this.#behind(cue.last, to);
  }

  /** Whether a word is the verb of the main clause that begins with another, with a subject of its own. */
  isMainVerb(verb: number, from: number, to: number): boolean {
    const main = this.#main(this.#clauseStart(verb, from), to);
    return main?.verb === verb && main.subject !== null;
  }

  /** The subject of the sentence that begins with a word. */
  subjectFrom(from: number, to: number): SpeakerWords | null {
    const start = this.#clauseStart(to - 1, from);
    return this.#main(start, to)?.subject ?? this.#subordinate(start, to);
  }

  /** Who acts in a passive clause between its auxiliary and its verb: «wurde von Berg geäußert». */
  #agent(auxiliary: number, verb: number): SpeakerWords | null {
    for (let index = auxiliary + 1; index < verb; index++) {
      if (!this.#facts.agent.includes(this.#prose.words[index]?.form ?? '')) continue;
      const phrase = this.#phrases.read(index + 1, { limit: verb, oblique: true, front: false });
      if (phrase) return { first: index + 1, last: phrase.end };
    }
    return null;
  }

  /** «hieß es in einer Erklärung», «In einer Erklärung heißt es»: the text or the body that says something. */
  #place(cue: Cue, start: number, to: number): SpeakerWords | null {
    for (const index of [cue.last, start]) {
      const word = this.#prose.words[index];
      if (!word || index >= to || (index === cue.last && !/^\s+$/u.test(this.#prose.gap(index)))) continue;
      if (!this.#facts.places.includes(word.form)) continue;
      const phrase = this.#phrases.read(index + 1, { limit: to, oblique: true, front: false });
      if (phrase) return { first: index + 1, last: phrase.end };
    }
    return null;
  }

  /** Who is quoted by a verb whose subject only hands the words on: «Der Sender zitierte ihn mit den Worten». */
  #quoted(cue: Cue, start: number, to: number): SpeakerWords | null {
    const verb =
      cue.verb?.speaker === 'object'
        ? cue
        : this.#prose.cuesAmong(start, to).find((other) => other.verb?.speaker === 'object');
    if (!verb || !/^\s+$/u.test(this.#prose.gap(verb.last))) return null;
    const object = this.#phrases.read(verb.last, { limit: to, oblique: true, front: false });
    return object && { first: verb.last, last: object.end };
  }

  /** The noun phrase after a preposition that reports, in whatever case: «laut einer Mitteilung». */
  after(index: number, to: number): SpeakerWords | null {
    const phrase = this.#phrases.read(index, { limit: to, oblique: true, front: false });
    if (phrase) return { first: index, last: phrase.end };
    // «so urteilte Berg»
    const verb = this.#isKnownVerb(this.#prose.words[index]?.form ?? '');
    return this.#pronoun(index) ?? (verb ? this.#behind(index + 1, to) : null);
  }

  /** «Die Äußerungen bezeichnete Wiefel als …»: an object before the verb, the subject right behind it. */
  #fronted(main: MainClause, cue: Cue, to: number): SpeakerWords | null {
    const { subject } = main;
    const front = this.#prose.words[subject?.first ?? 0];
    if (!subject || !front || !/^\s+$/u.test(this.#prose.gap(cue.last))) return subject;
    const either =
      this.#prose.lexicon.determiners.has(front.form) && !this.#facts.nominative.includes(front.form);
    if (!either) return subject;
    const pronoun = this.#pronoun(cue.last);
    if (pronoun) return pronoun;
    const other = this.#phrases.read(cue.last, { limit: to, oblique: false, front: false });
    return other?.name ? { first: cue.last, last: other.end } : subject;
  }

  /** The word after the last colon, semicolon or bracket before a verb. */
  #clauseStart(verb: number, from: number): number {
    let closed = false;
    for (let start = verb; start > Math.max(from, verb - longestClause); start--) {
      const gap = this.#prose.gap(start);
      if (gap.includes('(') && !closed) return start;
      if (/[()]/u.test(gap)) closed = gap.lastIndexOf(')') > gap.lastIndexOf('(');
      if (!closed && /[:;–—]/u.test(gap)) return start;
    }
    return Math.max(from, verb - longestClause);
  }

  /** The word after the last comma before a verb. */
  #segmentStart(verb: number, start: number): number {
    let segment = verb;
    while (segment > start && !this.#prose.gap(segment).includes(',')) segment--;
    return segment;
  }

  /** «wie der Minister am Montag erklärte»: the subject follows the conjunction. */
  #subordinate(first: number, limit: number): SpeakerWords | null {
    const word = this.#prose.words[first];
    if (!word || !this.#facts.subordinators.includes(word.form)) return null;
    return this.#behind(first + 1, limit);
  }

  /** The subject behind a verb or a conjunction, past the words that may stand between. */
  #behind(first: number, to: number): SpeakerWords | null {
    const { words, lexicon } = this.#prose;
    for (let index = first; index < Math.min(to, first + mostBetween);) {
      if (!/^\s+$/u.test(this.#prose.gap(index))) return null;
      const phrase = this.#phrases.read(index, { limit: to, oblique: false, front: false });
      if (phrase) return { first: index, last: phrase.end };
      const pronoun = this.#pronoun(index);
      if (pronoun) return pronoun;
      const word = words[index];
      if (!word) return null;
      const skipped = this.#adverbial(index, to);
      const object = this.#facts.oblique.includes(word.form)
        ? this.#phrases.read(index, { limit: to, oblique: true, front: false })
        : null;
      if (skipped > index) index = skipped;
      else if (object) index = object.end;
      else if (lexicon.determiners.has(word.form) || this.#facts.oblique.includes(word.form)) return null;
      else if (!word.capital && (lexicon.boundaries.has(word.form) || lexicon.functionWords.has(word.form)))
        index++;
      else return null;
    }
    return null;
  }

  /** The word after a prepositional phrase that begins at `index`; `index` itself if none does. */
  #adverbial(index: number, to: number): number {
    const word = this.#prose.words[index];
    if (!word || !this.#facts.prepositions.includes(word.form)) return index;
    // What stands between a determiner and its noun may be long: «der zurzeit stattfindenden Feiern».
    for (let begin = index + 1; begin < Math.min(to, index + mostBetween); begin++) {
      const phrase = this.#phrases.read(begin, { limit: to, oblique: true, front: true });
      if (phrase) return phrase.end;
      if (!/^\s+$/u.test(this.#prose.gap(begin + 1))) break;
    }
    return index + 1;
  }

  #pronoun(index: number): SpeakerWords | null {
    const word = this.#prose.words[index];
    if (!word) return null;
    const points =
      this.#prose.lexicon.pronouns.has(word.form) || this.#facts.demonstratives.includes(word.form);
    return points ? { first: index, last: index + 1 } : null;
  }

  /** The verb and the subject of the main clause that begins with a word. */
  #main(begin: number, to: number): MainClause | null {
    const { words } = this.#prose;
    let first = begin;
    while (first < to && this.#facts.openers.includes(words[first]?.form ?? '')) first++;
    const phrase = this.#isAdverb(first)
      ? null
      : this.#phrases.read(first, { limit: to, oblique: false, front: true });
    const pronoun = phrase ? null : this.#pronoun(first);
    if (pronoun) return { verb: this.#verbAfter(first + 1, to), subject: pronoun, front: true };
    if (phrase) {
      let { end } = phrase;
      for (let next = this.#pastInsertion(end, to); next > end; next = this.#pastInsertion(end, to))
        end = next;
      return { verb: this.#verbAfter(end, to), subject: { first, last: end }, front: true };
    }
    for (let index = first; index < Math.min(to, first + longestClause);) {
      const word = words[index];
      if (!word || /[.!?;:]/u.test(index > first ? this.#prose.gap(index) : '')) return null;
      const skipped = this.#adverbial(index, to);
      const object =
        skipped > index ? null : this.#phrases.read(index, { limit: to, oblique: true, front: true });
      if (skipped > index) index = skipped;
      else if (object) index = object.end;
      else if (word.capital || this.#isNoVerb(word.form)) index++;
      else {
        const subject = this.#behind(index + 1, to);
        if (subject || this.#isKnownVerb(word.form)) return { verb: index, subject, front: false };
        index++;
      }
    }
    return null;
  }

  /** An adverb at the beginning of a sentence, with the verb behind it and the subject behind that. */
  #isAdverb(index: number): boolean {
    const form = this.#prose.words[index]?.form ?? '';
    const next = this.#prose.words[index + 1];
    return next?.capital === false && this.#facts.adverbEndings.some((ending) => form.endsWith(ending));
  }

  #isKnownVerb(form: string): boolean {
    const { lexicon } = this.#prose;
    return lexicon.finiteVerbs.has(form) || lexicon.verbs.has(form) || lexicon.separable.has(form);
  }

  #isNoVerb(form: string): boolean {
    const { lexicon } = this.#prose;
    if (this.#isKnownVerb(form)) return false;
    return (
      lexicon.boundaries.has(form) ||
      lexicon.functionWords.has(form) ||
      /^\d/u.test(form) ||
      /(?:er|es|em)$/u.test(form)
    );
  }

  /** The word after a clause between two commas that follows a noun phrase: its relative clause. */
  #pastInsertion(index: number, to: number): number {
    const first = this.#prose.words[index]?.form ?? '';
    const relative = this.#prose.lexicon.determiners.has(first) || this.#facts.oblique.includes(first);
    const inserts =
      relative || this.#facts.genitive.includes(first) || this.#facts.prepositions.includes(first);
    if (!inserts || !/^[)\s]*,\s*$/u.test(this.#prose.gap(index))) return index;
    for (let end = index + 1; end < Math.min(to, index + longestClause); end++) {
      const gap = this.#prose.gap(end);
      if (/[.!?;:]/u.test(gap)) return index;
      if (/^[^\s]*,\s*$/u.test(gap) && !this.#prose.words[end]?.capital) return end;
    }
    return index;
  }

  /** The first word that may be the verb, past adverbs. */
  #verbAfter(index: number, to: number): number {
    let verb = index;
    while (verb < to && this.#isNoVerb(this.#prose.words[verb]?.form ?? '')) verb++;
    return verb;
  }
}

import type { CuePhrase, CueVerb, LanguageData } from '../language.ts';
import { findWords, lookupForm, type Word } from './words.ts';

/** A reporting phrase, or a verb of several words, with its words as they are looked up. */
interface PhraseEntry {
  readonly phrase: CuePhrase | null;
  readonly verb: CueVerb | null;
  readonly forms: readonly string[];
}

/** A language's facts, indexed for looking up words. */
export interface Lexicon {
  readonly language: LanguageData;
  readonly verbs: ReadonlyMap<string, CueVerb>;
  /** Separable verbs by the forms that their particles follow. */
  readonly separable: ReadonlyMap<string, CueVerb>;
  /** Phrases by their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly PhraseEntry[]>;
  readonly prefixes: readonly string[];
  readonly joinedPrefixes: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  /** Pronouns that are joined to a verb as its object. */
  readonly objectEndings: readonly string[];
  /** Endings of nouns in cases in which no subject stands. */
  readonly obliqueEndings: readonly string[];
  readonly genitives: ReadonlySet<string>;
  readonly complementisers: ReadonlySet<string>;
  /** Set phrases, each as its words joined by spaces. */
  readonly sayings: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly subjectMarkers: ReadonlySet<string>;
  /** The article where it is written together with its noun; `noArticle` in other languages. */
  readonly article: string;
  readonly joinedPrepositions: ReadonlySet<string>;
  /** All that may be written together with the word after it: the joined prefixes, then the joined prepositions. */
  readonly allPrefixes: readonly string[];
  readonly nameNouns: ReadonlySet<string>;
  /** Endings of verb forms that have no subject of their own. */
  readonly participles: readonly string[];
  readonly anonymous: readonly (readonly string[])[];
  readonly boundaries: ReadonlySet<string>;
  readonly functionWords: ReadonlySet<string>;
  readonly finiteVerbs: ReadonlySet<string>;
  readonly speechWords: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
}

/** A reporting verb or phrase in a paragraph: word indices, half-open. */
export interface Cue {
  readonly first: number;
  readonly last: number;
  readonly verb: CueVerb | null;
  readonly phrase: CuePhrase | null;
  /** How many UTF-16 units of clitics stand before the cue in its first word. */
  readonly prefix: number;
}

/** No word holds this character. */
export const noArticle = '\u0000';

const known = new WeakMap<LanguageData, Lexicon>();

/** One word of small Latin letters or of Arabic ones, which is looked up as it stands: most words of the lists. */
const plain = /^(?:[a-z]+|[\u0621-\u063A\u0641-\u064A]+)$/;

const formOf = (word: string): string => (plain.test(word) ? word : lookupForm(word));

const formsOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(formOf));

const joinedForms = (text: string): string =>
  findWords(text)
    .map((word) => word.form)
    .join(' ');

/** The index of a language's facts, built once. */
export function lexiconOf(language: LanguageData): Lexicon {
  const ready = known.get(language);
  if (ready) return ready;
  const verbs = new Map<string, CueVerb>();
  const separable = new Map<string, CueVerb>();
  const phrases = new Map<string, PhraseEntry[]>();
  const addPhrase = (forms: readonly string[], phrase: CuePhrase | null, verb: CueVerb | null): void => {
    const [first] = forms;
    if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), { phrase, verb, forms }]);
  };
  // A strong verb wins where two verbs share a form: the weak one's reading is the rarer report.
  for (const verb of language.cues.verbs) {
    for (const form of verb.forms) {
      const key = formOf(form);
      // In scripts without spaces each character is a word.
      const parts = plain.test(form) ? [] : findWords(form);
      if (parts.length > 1)
        addPhrase(
          parts.map((word) => word.form),
          null,
          verb,
        );
      else if (verb.particles) separable.set(key, verb);
      else if (!verbs.has(key) || verbs.get(key)?.weak) verbs.set(key, verb);
    }
  }
  for (const phrase of language.cues.phrases) {
    addPhrase(
      findWords(phrase.text).map((word) => word.form),
      phrase,
      null,
    );
  }
  for (const entries of phrases.values()) entries.sort((one, other) => other.forms.length - one.forms.length);
  const joinedPrefixes = formsOf(language.quotation.joinedPrefixes);
  const joinedPrepositions = formsOf(language.speakers.joinedPrepositions ?? []);
  const lexicon: Lexicon = {
    language,
    verbs,
    separable,
    phrases,
    prefixes: language.cues.prefixes.map(lookupForm).sort((one, other) => other.length - one.length),
    joinedPrefixes,
    pronouns: formsOf(language.speakers.pronouns),
    roles: formsOf(language.speakers.roles),
    determiners: formsOf(language.speakers.determiners),
    relatives: formsOf(language.speakers.relatives ?? []),
    obliqueEndings: language.speakers.obliqueEndings ?? [],
    objectEndings: (language.speakers.objectEndings ?? []).map(lookupForm),
    sayings: new Set((language.quotation.sayings ?? []).map(joinedForms)),
    complementisers: formsOf(language.cues.complementisers ?? []),
    joinedPrepositions,
    allPrefixes: [...joinedPrefixes, ...joinedPrepositions],
    article: language.speakers.joinedArticle ?? noArticle,
    topics: formsOf(language.speakers.topics ?? []),
    subjectMarkers: formsOf(language.speakers.subjectMarkers ?? []),
    nameNouns: formsOf(language.quotation.nameNouns ?? []),
    participles: language.cues.participles ?? [],
    genitives: formsOf(language.speakers.genitives ?? []),
    anonymous: language.speakers.anonymous.map((text) => findWords(text).map((word) => word.form)),
    boundaries: formsOf(language.speakers.boundaries),
    functionWords: formsOf(language.functionWords),
    finiteVerbs: formsOf(language.finiteVerbs),
    speechWords: formsOf(language.speechWords),
    abbreviations: formsOf(language.sentence.abbreviations),
  };
  known.set(language, lexicon);
  return lexicon;
}

/** Whether the script has capital letters, so that names can be told by them. */
export function isCased(lexicon: Lexicon): boolean {
  return ['Latn', 'Cyrl', 'Grek', 'Armn'].includes(lexicon.language.script);
}

/** A name, an office, or a pronoun that stands for one. A capital letter alone (“I”, “I’m”) is no name. */
export function namesSomebody(lexicon: Lexicon, word: Word): boolean {
  if (/^.(?:'|$)/u.test(word.form)) return false;
  if (lexicon.pronouns.has(word.form) || lexicon.roles.has(word.form)) return true;
  return word.capital && !lexicon.functionWords.has(word.form);
}

/** The cue that begins with a word, if one does; the longest phrase before a verb. */
function cueAt(lexicon: Lexicon, words: readonly Word[], index: number): Cue | null {
  const word = words[index];
  if (!word) return null;
  const bare = cueOfForm(lexicon, words, index, word.form, 0);
  if (bare) return bare;
  for (const prefix of lexicon.prefixes) {
    if (!word.form.startsWith(prefix) || word.form.length <= prefix.length + 1) continue;
    const found = cueOfForm(lexicon, words, index, word.form.slice(prefix.length), prefix.length);
    if (found) return found;
  }
  return null;
}

function cueOfForm(
  lexicon: Lexicon,
  words: readonly Word[],
  index: number,
  form: string,
  prefix: number,
): Cue | null {
  for (const { phrase, verb, forms } of lexicon.phrases.get(form) ?? []) {
    if (forms.every((wanted, offset) => offset === 0 || words[index + offset]?.form === wanted)) {
      return { first: index, last: index + forms.length, verb, phrase, prefix };
    }
  }
  const separable = lexicon.separable.get(form);
  const particle = separable?.particles ? particleAfter(lexicon, words, index, separable.particles) : null;
  if (separable && particle !== null) {
    const last = particle === index + 1 ? particle + 1 : index + 1;
    return { first: index, last, verb: separable, phrase: null, prefix };
  }
  const verb = lexicon.verbs.get(form);
  return verb ? { first: index, last: index + 1, verb, phrase: null, prefix } : null;
}

/** How many words after a verb its particle may stand. */
const particleReach = 30;

/**
 * The particle with which the clause of a separable verb ends: the last word before punctuation, or before a word
 * that joins another clause. Many particles are prepositions as well, and stand elsewhere then.
 */
function particleAfter(
  lexicon: Lexicon,
  words: readonly Word[],
  verb: number,
  particles: readonly string[],
): number | null {
  const coordinators = lexicon.language.clauses?.coordinators ?? [];
  for (let index = verb + 1; index < Math.min(words.length, verb + particleReach); index++) {
    const word = words[index];
    if (!word) return null;
    if (
      particles.includes(word.form) &&
      (word.endsClause || coordinators.includes(words[index + 1]?.form ?? ''))
    )
      return index;
    if (word.endsSentence) return null;
  }
  return null;
}

/** Where nouns have capitals, a verb within its clause has none: «die Versicherten». */
function isNoun(lexicon: Lexicon, words: readonly Word[], index: number): boolean {
  if (!lexicon.language.clauses || !words[index]?.capital) return false;
  return words[index - 1]?.endsClause === false;
}

/** All cues of a paragraph in its order, none within another. */
export function findCues(lexicon: Lexicon, words: readonly Word[]): Cue[] {
  const cues: Cue[] = [];
  for (let index = 0; index < words.length;) {
    const cue = isNoun(lexicon, words, index) ? null : cueAt(lexicon, words, index);
    if (cue) cues.push(cue);
    index = cue ? cue.last : index + 1;
  }
  return cues;
}

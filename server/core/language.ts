/** A pair of quotation marks and where the fact comes from. */
export interface MarkPair {
  readonly open: string;
  readonly close: string;
  readonly source: string;
}

/** A reporting verb with its forms, written as the language's press writes them. */
export interface CueVerb {
  readonly lemma: string;
  /** All inflected forms that report speech, without the language's proclitics, lower case. */
  readonly forms: readonly string[];
  /**
   * A `weak` verb also has everyday meanings (to follow, to add up, between): it counts only right beside
   * the quotation, next to a colon, comma or mark.
   */
  readonly weak?: true;
  /** Forms that have no subject of their own, but the one of the sentence: مضيفا، قائلا. */
  readonly participle?: true;
  /** Whether what it introduces may be a name rather than speech (call, dub, describe as). */
  readonly naming?: true;
  /**
   * Where the subject is not the speaker: the one who is quoted (zitieren), or the place in which something is said
   * (es heißt in der Erklärung).
   */
  readonly speaker?: 'object' | 'source';
  /**
   * What a separable verb leaves at the end of its clause: fügte … hinzu. The forms report speech only where one
   * of these follows.
   */
  readonly particles?: readonly string[];
}

/** A phrase that reports speech without a verb of saying, with the side on which its speaker stands. */
export interface CuePhrase {
  readonly text: string;
  readonly speaker: 'before' | 'after' | 'none';
}

/** How a speech is attributed behind its closing mark: `”، قال فلان`, “,” Berg said. */
export interface Naming {
  readonly verb: string;
  /** The verb's form for a woman, and how the cues end that report a woman's words. */
  readonly feminine?: string;
  readonly feminineEndings?: readonly string[];
  readonly order: 'verb-first' | 'speaker-first';
  /** What stands between the closing mark and the clause. */
  readonly joint: string;
  /** The same where the speech ends in a question or an exclamation mark. */
  readonly jointAfterMark: string;
}

/**
 * What tells the subject of a clause in a language whose main clauses have the verb in second place and whose
 * subordinate clauses have it last. All words lower case.
 */
export interface ClauseFacts {
  /** Determiners that no subject begins with: dem, den, des. */
  readonly oblique: readonly string[];
  /** Determiners that stand in the subject's case alone where a clause begins with them: der, ein. */
  readonly nominative: readonly string[];
  /** Determiners with which a genitive begins that belongs to the noun before it. */
  readonly genitive: readonly string[];
  /** Prepositions that join a phrase to the noun before it wherever it stands: von, für. */
  readonly attached: readonly string[];
  /** All prepositions; most begin an adverbial. */
  readonly prepositions: readonly string[];
  /** Conjunctions after which the verb comes last. */
  readonly subordinators: readonly string[];
  /** Words that may stand before the first constituent and are no part of it: und, aber, auch. */
  readonly openers: readonly string[];
  /** Words that join two noun phrases. */
  readonly coordinators: readonly string[];
  /** Lower-case parts of names: von, van, de, bin. */
  readonly nameParticles: readonly string[];
  /** Pronouns that turn a verb back on its subject, and so belong to the cue: äußerte sich. */
  readonly reflexive: readonly string[];
  /** Words that point at somebody, and are the subject where no noun follows them. */
  readonly demonstratives: readonly string[];
  /** Endings that tell an adverb from a name where both have a capital: at the beginning of a sentence. */
  readonly adverbEndings: readonly string[];
  /** Words before a quotation that call something by it: als „…“, ein „…“. A title has none of them. */
  readonly predicative: readonly string[];
  /** Auxiliaries of the passive, whose subject does not speak. */
  readonly passive: readonly string[];
  /** Prepositions that name who acts in the passive. */
  readonly agent: readonly string[];
  /** Prepositions that name the text or the body in which something is said: hieß es in der Erklärung. */
  readonly places: readonly string[];
  /**
   * Verbs, by their lemma, whose object is what is spoken of and not what is said: «Berg kritisierte den Plan.» The
   * words themselves may follow as a sentence of their own.
   */
  readonly topical: readonly string[];
  /** Verb forms that mark a sentence as somebody's words: sei, habe, könne. */
  readonly reported: readonly string[];
  readonly source: string;
}

/** Words that tell what a quotation is, by the side of it on which they stand. Lower case. */
export interface Beside {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The words by which the press says what it sets in quotation marks, where that is no speech. */
export interface KindFacts {
  /** Kinds of things that have a name: film, newspaper. */
  readonly title: Beside;
  /** Words that give somebody a name, and words that such names begin with: أبو. */
  readonly nickname: Beside & { readonly first?: readonly string[] };
  /** Nouns for what is chanted or written on banners, and the verbs of chanting, whose subject may stand between. */
  readonly slogan: Beside & { readonly verbs?: readonly string[] };
  /** Words that define, or speak of a word as a word: so-called, the term. */
  readonly term: Beside;
  /** Phrases that say which language a word is of; `…` in them stands for any of `languages`. */
  readonly foreign: Beside & { readonly languages: readonly string[] };
  readonly source: string;
}

/** The facts about one language that the core judges by. Facts only: no code, no patterns. */
export interface LanguageData {
  /** BCP 47 tag. */
  readonly language: string;
  /** Its name in English, for the list in the status item. */
  readonly name: string;
  /** ISO 15924 code of the script its press is written in. */
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
  readonly quotation: {
    /** Pairs that the language's press uses in the text, the commonest first. */
    readonly pairs: readonly MarkPair[];
    /** Pairs for a quotation within a quotation. */
    readonly nested: readonly MarkPair[];
    /** What a speech's next paragraphs begin with: the opening mark, the closing mark, or no habit. */
    readonly continuation: 'open' | 'close' | 'none';
    /** Whether «said X» may stand inside the marks, between commas or dashes. */
    readonly cueInside: boolean;
    /** Where the comma and the full stop stand that follow speech: before the closing mark, or after it. */
    readonly punctuation: 'inside' | 'outside';
    /** Prefixes written together with the word after them, so that an opening mark may follow a letter. */
    readonly joinedPrefixes: readonly string[];
    /** Set phrases that need nobody who says them: scripture, greetings. */
    readonly sayings?: readonly string[] | undefined;
    /** Kinds of things whose name the press sets in quotation marks behind them: صحيفة «…»، فيلم «…». Lower case. */
    readonly nameNouns?: readonly string[] | undefined;
    /**
     * Where letters stand right beside a mark as a matter of course: after a closing one, where suffixes are
     * written together with what they follow, or on both sides, where no spaces divide the words.
     */
    readonly touching?: 'after' | 'both' | undefined;
    /** Whether a space stands inside « » as a matter of course. */
    readonly innerSpace?: boolean | undefined;
    readonly source: string;
  };
  readonly sentence: {
    /** Characters that end a sentence. */
    readonly terminators: string;
    /** The comma of the script. */
    readonly comma: string;
    /** Words whose full stop ends no sentence, without it, lower case. */
    readonly abbreviations: readonly string[];
  };
  readonly cues: {
    /**
     * Whether the list holds what the language's press reports speech with, so that a speech without a cue
     * is one that nobody is said to have spoken. Until then cues only help to place a missing mark.
     */
    readonly complete: boolean;
    readonly verbs: readonly CueVerb[];
    readonly phrases: readonly CuePhrase[];
    /** Endings of verb forms whose subject is the one of the sentence: -ing, -ant, -ando. */
    readonly participles?: readonly string[] | undefined;
    /** How the language's press attributes a speech behind it. */
    readonly naming?: Naming | undefined;
    /** Conjunctions between a cue and what was said: إن، أنه. Lower case. */
    readonly complementisers?: readonly string[] | undefined;
    /** Proclitic letters that a cue may carry and that are not part of it, longest first. */
    readonly prefixes: readonly string[];
    readonly source: string;
  };
  readonly speakers: {
    /** Pronouns that stand for a speaker named before, lower case. */
    readonly pronouns: readonly string[];
    /** Titles, offices and kinds of people that begin or make up a speaker, lower case. */
    readonly roles: readonly string[];
    /** Articles and the like that may begin a speaker: the, a, der, le. Lower case. */
    readonly determiners: readonly string[];
    /** The article where it is written together with its noun: ال. */
    readonly joinedArticle?: string | undefined;
    /** Prepositions written together with the noun behind them: whoever has one is spoken to, or the means. */
    readonly joinedPrepositions?: readonly string[] | undefined;
    /** Whether the subject stands first and the verb ends the clause, so that a quotation may stand between them. */
    readonly subjectFirst?: boolean | undefined;
    /** Words behind a noun phrase that make it the subject of a verb of saying: ने. */
    readonly subjectMarkers?: readonly string[] | undefined;
    /** Words that put a speaker before a clause whose verb takes it up again: أما فلان فقال. */
    readonly topics?: readonly string[] | undefined;
    /** Pronouns with which a clause about a speaker begins: who, qui, которая. Lower case. */
    readonly relatives?: readonly string[] | undefined;
    /** Pronouns joined to a verb as its object: وصفها. */
    readonly objectEndings?: readonly string[] | undefined;
    /** Endings of nouns in cases in which no subject stands: агентству. */
    readonly obliqueEndings?: readonly string[] | undefined;
    /** Prepositions that say whose or where from somebody is: of, de. Lower case. */
    readonly genitives?: readonly string[] | undefined;
    /** Sources without a name, lower case. */
    readonly anonymous: readonly string[];
    /** Words that can't be part of a speaker: they end the noun phrase. Lower case. */
    readonly boundaries: readonly string[];
    readonly source: string;
  };
  /** What quotations are that are no speech; without it, they are told by their form alone. */
  readonly kinds?: KindFacts | undefined;
  /** Only where main clauses have the verb in second place. */
  readonly clauses?: ClauseFacts | undefined;
  /** Frequent words that hold a clause together: they tell speech from titles, and where a title ends. */
  readonly functionWords: readonly string[];
  /** Forms that make a clause finite beyond the cues (auxiliaries, copulas), lower case. */
  readonly finiteVerbs: readonly string[];
  /** Words of the first and second person and contractions: speech has them, a newspaper's own sentences hardly. */
  readonly speechWords: readonly string[];
}

import type { CuePhrase, CueVerb, LanguageData, MarkPair } from '../core/language.ts';

/** A reporting verb as a file lists it. */
export interface VerbEntry {
  readonly lemma: string;
  /** Its forms; left out where a paradigm of the file gives them. */
  readonly forms?: readonly string[];
  /** The paradigm it follows, where it is not the longest one in which its lemma ends. */
  readonly paradigm?: string;
  readonly weak?: true;
  readonly naming?: true;
  readonly particles?: readonly string[];
  readonly participle?: true;
  readonly speaker?: 'object' | 'source';
}

/** What is said of all regular verbs in one list. */
const flags = {
  strong: {},
  weak: { weak: true },
  naming: { naming: true },
  weakNaming: { weak: true, naming: true },
} as const;

/** What a language's file holds; `schema.json` describes it. Everything left out is empty. */
export interface LanguageFile {
  readonly language: string;
  readonly name: string;
  /** The language whose facts hold wherever this file, which speaks of a country's press, states none. */
  readonly extends?: string;
  readonly script?: string;
  readonly direction?: string;
  readonly quotation: Partial<LanguageData['quotation']> & {
    readonly source: string;
    /** Marks that CLDR names for the language and that its press does not use, with the reason. */
    readonly overrides?: readonly (Omit<MarkPair, 'source'> & { readonly reason: string })[];
  };
  readonly sentence?: LanguageData['sentence'];
  readonly cues?: {
    readonly complete: boolean;
    /** The endings that regular verbs put in place of the paradigm's name, the end of their lemma. */
    readonly paradigms?: Readonly<Record<string, readonly string[]>>;
    /** Lemmas of verbs that follow the longest paradigm in which they end. */
    readonly regular?: Readonly<Partial<Record<keyof typeof flags, readonly string[]>>>;
    readonly verbs?: readonly VerbEntry[];
    readonly phrases: Readonly<Partial<Record<CuePhrase['speaker'], readonly string[]>>>;
    readonly prefixes?: readonly string[];
    readonly participles?: readonly string[];
    readonly complementisers?: readonly string[];
    readonly naming?: LanguageData['cues']['naming'];
    readonly source: string;
  };
  readonly speakers?: LanguageData['speakers'];
  readonly kinds?: LanguageData['kinds'];
  readonly clauses?: LanguageData['clauses'];
  readonly functionWords?: readonly string[];
  readonly finiteVerbs?: readonly string[];
  readonly speechWords?: { readonly words: readonly string[]; readonly source: string };
}

/**
 * The facts of a file in the shape that the core judges by. `base` is the language it extends.
 * @throws Error if a verb has neither forms nor a paradigm: `test/languages` lets no such file through.
 */
export function readLanguage(file: LanguageFile, base?: LanguageData): LanguageData {
  return {
    language: file.language,
    name: file.name,
    script: file.script ?? base?.script ?? 'Zyyy',
    direction:
      file.direction === 'rtl' || (file.direction === undefined && base?.direction === 'rtl') ? 'rtl' : 'ltr',
    quotation: {
      pairs: [],
      nested: [],
      continuation: 'open',
      cueInside: false,
      punctuation: 'outside',
      joinedPrefixes: [],
      ...base?.quotation,
      ...file.quotation,
    },
    sentence: file.sentence ?? base?.sentence ?? { terminators: '.?!…', comma: ',', abbreviations: [] },
    cues: file.cues ? readCues(file.cues) : (base?.cues ?? noCues),
    speakers: file.speakers ?? base?.speakers ?? nobody,
    kinds: file.kinds ?? base?.kinds,
    clauses: file.clauses ?? base?.clauses,
    functionWords: file.functionWords ?? base?.functionWords ?? [],
    finiteVerbs: file.finiteVerbs ?? base?.finiteVerbs ?? [],
    speechWords: file.speechWords?.words ?? base?.speechWords ?? [],
  };
}

const noCues: LanguageData['cues'] = {
  complete: false,
  verbs: [],
  phrases: [],
  prefixes: [],
  source: 'none',
};
const nobody: LanguageData['speakers'] = {
  pronouns: [],
  roles: [],
  determiners: [],
  anonymous: [],
  boundaries: [],
  source: 'none',
};

function readCues(cues: NonNullable<LanguageFile['cues']>): LanguageData['cues'] {
  const paradigms = new Map(Object.entries(cues.paradigms ?? {}));
  const sides = ['after', 'before', 'none'] as const;
  return {
    complete: cues.complete,
    verbs: [...regular(cues), ...(cues.verbs ?? [])].map((entry) => inflect(entry, paradigms)),
    phrases: sides.flatMap((speaker) => (cues.phrases[speaker] ?? []).map((text) => ({ text, speaker }))),
    prefixes: cues.prefixes ?? [],
    participles: cues.participles,
    complementisers: cues.complementisers,
    naming: cues.naming,
    source: cues.source,
  };
}

function regular(cues: NonNullable<LanguageFile['cues']>): VerbEntry[] {
  return Object.entries(flags).flatMap(([name, said]) =>
    (cues.regular?.[name as keyof typeof flags] ?? []).map((lemma) => ({ lemma, ...said })),
  );
}

/** A verb with its forms: those it lists, or its paradigm's endings in place of the end of its lemma. */
function inflect(entry: VerbEntry, paradigms: ReadonlyMap<string, readonly string[]>): CueVerb {
  const { paradigm, ...verb } = entry;
  if (verb.forms) return { ...verb, forms: verb.forms };
  const fitting = [...paradigms.keys()].filter((name) => verb.lemma.endsWith(endOfLemma(name)));
  // Of two paradigms with the same end, the one that stands first.
  fitting.sort((one, other) => endOfLemma(other).length - endOfLemma(one).length);
  const name = paradigm ?? fitting[0];
  const endings = name === undefined ? undefined : paradigms.get(name);
  if (name === undefined || !endings) throw new Error(`“${verb.lemma}” has neither forms nor a paradigm.`);
  const stem = verb.lemma.slice(0, verb.lemma.length - endOfLemma(name).length);
  return { ...verb, forms: endings.map((ending) => stem + ending) };
}

/** A paradigm is named after the end of its lemmas; a number tells two of the same end apart: `ir`, `ir 2`. */
function endOfLemma(paradigm: string): string {
  return paradigm.split(' ')[0] ?? '';
}

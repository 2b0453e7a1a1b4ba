import type { LanguageData, MarkPair } from '../language.ts';

/** The pairs of a language that has no data file. */
export interface KnownPairs {
  readonly pairs: readonly MarkPair[];
  readonly nested: readonly MarkPair[];
}

const source = 'CLDR 48: the pairs most of its languages use';

/** What is judged by where nothing is known of the language but its text. */
const commonPairs: KnownPairs = {
  pairs: [
    { open: '“', close: '”', source },
    { open: '«', close: '»', source },
    { open: '„', close: '“', source },
    { open: '„', close: '”', source },
    { open: '「', close: '」', source },
    { open: '"', close: '"', source: 'used in every script' },
  ],
  nested: [{ open: '‘', close: '’', source }],
};

/**
 * What is judged by in a language that has no data file: marks only, by the pairs that are known of it, and
 * no cues, so that nothing is said about speakers.
 */
export function neutralLanguage(tag: string, known: KnownPairs | null = null): LanguageData {
  return {
    language: tag,
    name: tag,
    script: 'Zyyy',
    direction: 'ltr',
    quotation: {
      ...(known ?? commonPairs),
      continuation: 'open',
      cueInside: true,
      punctuation: 'outside',
      joinedPrefixes: [],
      source,
    },
    sentence: { terminators: '.!?…。！？؟۔।', comma: ',', abbreviations: [] },
    cues: { complete: false, verbs: [], phrases: [], prefixes: [], source: 'none' },
    speakers: { pronouns: [], roles: [], determiners: [], anonymous: [], boundaries: [], source: 'none' },
    functionWords: [],
    finiteVerbs: [],
    speechWords: [],
  };
}

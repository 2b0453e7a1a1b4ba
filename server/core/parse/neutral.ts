import type { LanguageData } from '../language.ts';

const straight = { open: '"', close: '"', source: 'used in every script' };

/**
 * What is judged by in a language that has no data file: marks only, by the pairs that most scripts share,
 * and no cues, so that nothing is said about speakers.
 */
export function neutralLanguage(tag: string): LanguageData {
  const source = 'CLDR 48: the pairs most of its languages use';
  return {
    language: tag,
    name: tag,
    script: 'Zyyy',
    direction: 'ltr',
    quotation: {
      pairs: [
        { open: '“', close: '”', source },
        { open: '«', close: '»', source },
        { open: '„', close: '“', source },
        { open: '„', close: '”', source },
        { open: '「', close: '」', source },
        straight,
      ],
      nested: [{ open: '‘', close: '’', source }],
      continuation: 'open',
      cueInside: true,
      punctuation: 'outside',
      joinedPrefixes: [],
      source,
    },
    sentence: { terminators: '.!?…。！？؟۔।', comma: ',', abbreviations: [] },
    cues: { verbs: [], phrases: [], prefixes: [], source: 'none' },
    speakers: { pronouns: [], roles: [], determiners: [], anonymous: [], boundaries: [], source: 'none' },
    functionWords: [],
    finiteVerbs: [],
  };
}

import type { Beside, KindFacts, LanguageData } from '../language.ts';
import { findWords, lookupForm } from './words.ts';

/** What words beside a quotation may say that it is. */
export type NamedKind = 'title' | 'nickname' | 'slogan' | 'term' | 'foreign';

/** A phrase by its words as they are looked up. */
export interface KindPhrase {
  readonly forms: readonly string[];
  readonly kind: NamedKind;
}

/** A language's words that tell kinds apart, indexed by the word that stands beside the quotation. */
export interface KindWords {
  /** By their last word, the longest first. */
  readonly before: ReadonlyMap<string, readonly KindPhrase[]>;
  /** By their first word, the longest first. */
  readonly after: ReadonlyMap<string, readonly KindPhrase[]>;
  readonly nicknameFirst: ReadonlySet<string>;
  readonly chanting: ReadonlySet<string>;
}

/** What stands for the name of a language in a phrase. */
const slot = '…';

/** Of two phrases of the same length the one of the earlier kind counts. */
const kinds = ['foreign', 'nickname', 'slogan', 'term', 'title'] as const;

const known = new WeakMap<KindFacts, KindWords>();

/** The index of a language's words, built once; null where it has none. */
export function kindWordsOf({ kinds: facts }: LanguageData): KindWords | null {
  if (!facts) return null;
  let words = known.get(facts);
  if (!words) known.set(facts, (words = indexed(facts)));
  return words;
}

function indexed(facts: KindFacts): KindWords {
  return {
    before: bySide(facts, 'before', (forms) => forms.at(-1)),
    after: bySide(facts, 'after', (forms) => forms[0]),
    nicknameFirst: new Set((facts.nickname.first ?? []).map(lookupForm)),
    chanting: new Set((facts.slogan.verbs ?? []).map(lookupForm)),
  };
}

function bySide(
  facts: KindFacts,
  side: keyof Beside,
  keyOf: (forms: readonly string[]) => string | undefined,
): Map<string, KindPhrase[]> {
  const index = new Map<string, KindPhrase[]>();
  for (const kind of kinds) {
    for (const text of facts[kind][side]) {
      for (const forms of formsOf(text, facts.foreign.languages)) {
        const key = keyOf(forms);
        if (key === undefined) continue;
        const others = index.get(key);
        if (others) others.push({ forms, kind });
        else index.set(key, [{ forms, kind }]);
      }
    }
  }
  for (const phrases of index.values()) phrases.sort((one, other) => other.forms.length - one.forms.length);
  return index;
}

/** The words of a phrase, once for each language where it has a place for one. */
function formsOf(text: string, languages: readonly string[]): string[][] {
  const formsIn = (part: string): string[] => findWords(part).map(({ form }) => form);
  const [before = '', after] = text.split(slot);
  if (after === undefined) return [formsIn(before)];
  return languages.map((language) => [...formsIn(before), ...formsIn(language), ...formsIn(after)]);
}

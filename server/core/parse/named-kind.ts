import type { Span } from '../text/span.ts';
import { isNamed } from './kind.ts';
import { kindWordsOf, type KindPhrase, type KindWords, type NamedKind } from './kind-words.ts';
import { isNickname } from './nickname.ts';
import type { Prose } from './prose.ts';
import { countWords, wordAt } from './words.ts';

/** A quotation as its kind is told by the words beside it. Offsets are the paragraph's own. */
export interface Placed {
  readonly outer: Span;
  readonly inner: Span;
  /** Whether its paragraph is a headline, in which every word may have a capital. */
  readonly headline: boolean;
  /** The quotation before it and what that is, for lists: “Up”, “Down” and “Out”. */
  readonly previous: { readonly outer: Span; readonly kind: NamedKind } | null;
}

/** Names, terms and words of another language are no longer than this, in words. */
const mostWords: Readonly<Record<NamedKind, number>> = {
  title: 14,
  nickname: 6,
  slogan: 24,
  term: 7,
  foreign: 7,
};

/** How many words may stand between a verb of chanting and what is chanted. */
const chantBefore = 8;
const chantAfter = 4;

/** Whether nothing stands in a gap but white space and at most one of some characters. */
function isBut(gap: string, characters: string): boolean {
  const held = gap.trim();
  return held === '' || (held.length === 1 && characters.includes(held));
}

/** What the words beside a quotation say that it is; null where they say nothing. */
export function namedKind(prose: Prose, placed: Placed): NamedKind | null {
  const words = kindWordsOf(prose.lexicon.language);
  if (!words) return null;
  const first = wordAt(prose.words, placed.inner.start);
  const last = wordAt(prose.words, placed.inner.end);
  const count = countWords(prose.words, first, last);
  if (count === 0) return null;
  const found =
    before(prose, words, placed, first, last) ??
    after(prose, words, placed, last) ??
    (isChanted(prose, words, placed, first, last) ? 'slogan' : null) ??
    (isNickname(prose, words, placed, { first, last }) ? 'nickname' : null) ??
    listed(prose, placed, first) ??
    (isOtherScript(prose, placed, first) ? 'foreign' : null);
  return found && count <= mostWords[found] ? found : null;
}

/** A phrase right before the opening mark, past a colon, an article or a prefix joined to the mark. */
function before(
  prose: Prose,
  index: KindWords,
  { outer }: Placed,
  first: number,
  last: number,
): NamedKind | null {
  const { words, lexicon, text } = prose;
  let end = first;
  const gap = text.slice(words[end - 1]?.end ?? 0, outer.start);
  const shortened = gap.startsWith('.') && lexicon.abbreviations.has(words[end - 1]?.form ?? '');
  if (!isBut(shortened ? gap.slice(1) : gap, ',،，:：')) return null;
  const found = phraseBefore(prose, index, end);
  // “In German, ‘Hafen’ …”
  if (/[,،，]/u.test(gap)) return found?.kind === 'foreign' ? 'foreign' : null;
  if (found) return isSaid(prose, found, end, last) ? null : found.kind;
  const form = words[end - 1]?.form ?? '';
  const joined = gap === '' && lexicon.joinedPrefixes.has(form);
  const article = lexicon.determiners.has(form) && gap.trim() === '';
  if (!joined && !article) return null;
  end--;
  if (!/^\s+$/u.test(prose.gap(end))) return null;
  const further = phraseBefore(prose, index, end);
  return further && !isSaid(prose, further, end, last) ? further.kind : null;
}

function phraseBefore(prose: Prose, index: KindWords, end: number): KindPhrase | null {
  const { words, lexicon } = prose;
  const matches = (forms: readonly string[], key: string): boolean =>
    forms.every((wanted, at) => {
      const form = words[end - forms.length + at]?.form ?? '';
      if (at === forms.length - 1) return wanted === key;
      if (!/^[\s’'.-]*$/u.test(prose.gap(end - forms.length + at + 1))) return false;
      return form === wanted || (at === 0 && lexicon.prefixes.some((prefix) => form === prefix + wanted));
    });
  for (const form of bareForms(prose, end - 1)) {
    const found = index.before.get(form)?.find(({ forms }) => matches(forms, form));
    if (found) return found;
  }
  return null;
}

/** A word as it stands, and without what its language's cues may carry: `والملقب`. */
function bareForms({ words, lexicon }: Prose, at: number): string[] {
  const form = words[at]?.form;
  if (form === undefined) return [];
  const prefixes = lexicon.prefixes.filter(
    (prefix) => form.startsWith(prefix) && form.length > prefix.length + 2,
  );
  return [form, ...prefixes.map((prefix) => form.slice(prefix.length))];
}

/**
 * A word that names (« dit », “detto”) may be a verb of saying as well: it names where it follows a name and what it
 * names begins like one.
 */
function isSaid({ words, lexicon }: Prose, { forms }: KindPhrase, end: number, last: number): boolean {
  if (forms.length > 1) return false;
  const verb = lexicon.verbs.get(forms[0] ?? '');
  if (!verb || verb.naming) return false;
  const start = words[end];
  const named = words[end - 2]?.capital ?? false;
  const name = start !== undefined && end < last && (start.capital || lexicon.determiners.has(start.form));
  return !named || !name;
}

/** A phrase right behind the closing mark: “…” slogans, „…“-Rufe, “…” lakaplı. */
function after(prose: Prose, index: KindWords, { outer }: Placed, last: number): NamedKind | null {
  const { words, text } = prose;
  const next = words[last];
  if (!next || !isBut(text.slice(outer.end, next.start), '-,،(–—')) return null;
  const plain = /^[\s-]*$/u.test(text.slice(outer.end, next.start));
  const found = index.after.get(next.form)?.find(({ forms, kind }) => {
    if (!plain && forms.length === 1 && kind !== 'foreign') return false;
    return forms.every(
      (wanted, at) => words[last + at]?.form === wanted && (at === 0 || isBut(prose.gap(last + at), "-’'")),
    );
  });
  return found?.kind ?? null;
}

/** A verb of chanting in the same clause, with at most its subject between: `هتف المتظاهرون “…”`. */
function isChanted(prose: Prose, index: KindWords, { outer }: Placed, first: number, last: number): boolean {
  if (index.chanting.size === 0) return false;
  const { words, text } = prose;
  const chants = (at: number): boolean => bareForms(prose, at).some((form) => index.chanting.has(form));
  const gap = text.slice(words[first - 1]?.end ?? 0, outer.start);
  if (isBut(gap, ':：')) {
    for (let at = first - 1; at >= Math.max(0, first - chantBefore); at--) {
      if (chants(at)) return true;
      if (!/^[\s-]*$/u.test(prose.gap(at)) || prose.cueAt(at)) break;
    }
  }
  if (!/^[\s,،，–—-]*$/u.test(text.slice(outer.end, words[last]?.start ?? text.length))) return false;
  for (let at = last; at < last + chantAfter; at++) {
    if (at > last && !/^[\s-]*$/u.test(prose.gap(at))) break;
    if (chants(at)) return !/["“«„:：]/u.test(prose.gap(at + 1));
    if (prose.cueAt(at)) break;
  }
  return false;
}

/** What names a list rather than each of its members. */
const listing: readonly NamedKind[] = ['nickname', 'slogan', 'term'];

/** What a list began with holds for all that nothing but a comma or a conjunction joins to it. */
function listed(prose: Prose, { outer, previous }: Placed, first: number): NamedKind | null {
  if (!previous || !listing.includes(previous.kind) || previous.outer.end > outer.start) return null;
  const between = prose.text.slice(previous.outer.end, outer.start);
  if (isBut(between, ',،，、')) return between.trim() === '' ? null : previous.kind;
  const joint = prose.words[first - 1];
  if (!joint || joint.start < previous.outer.end) return null;
  const before = prose.text.slice(previous.outer.end, joint.start);
  if (!isBut(before, ',،，、') || prose.text.slice(joint.end, outer.start).trim() !== '') return null;
  const { lexicon } = prose;
  return lexicon.functionWords.has(joint.form) || lexicon.joinedPrefixes.has(joint.form)
    ? previous.kind
    : null;
}

/** The letters of the scripts that the press of the languages with kinds is written in. */
const letters: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Arab: /\p{Script=Arabic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Deva: /\p{Script=Devanagari}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
};

/** Whether a quotation has letters, none of them of the language's own script, and is not the name of what stands before it. */
function isOtherScript(prose: Prose, { inner }: Placed, first: number): boolean {
  const own = letters[prose.lexicon.language.script];
  if (!own || isNamed(prose, first)) return false;
  const held = prose.text.slice(inner.start, inner.end);
  return /\p{L}/u.test(held) && !own.test(held);
}

import type { QuotationKind } from '../article.ts';
import type { Span } from '../text/span.ts';
import type { Prose } from './prose.ts';
import { isCased } from './lexicon.ts';
import { hasArticle, isNameNoun } from './names.ts';
import { countWords, wordAt } from './words.ts';

/** How a quotation stands in its sentence; offsets are the paragraph's own. */
export interface Standing {
  /** From its opening mark (or where that is missing) to behind its closing mark. */
  readonly outer: Span;
  /** What stands between the marks. */
  readonly inner: Span;
  /** It goes on with, or goes on in, another paragraph's speech. */
  readonly running: boolean;
}

/** From this many words on a quotation with a finite verb is a clause that somebody said. */
const clauseWords = 4;

/** From this many words on, nearly all quotations in news are speech (97 of 100 in PolNeAR). */
const speechWords = 8;

/** A title or a term is seldom longer. */
const titleWords = 7;

/** The name of a book or a film may be as long as this. */
const longestName = 14;

/**
 * What a quotation is. Direct speech is a whole sentence or a clause with a finite verb that is announced
 * (by a colon, or a cue and a comma), stands as a sentence of its own, or is reported right after it.
 * See docs/attribution.md.
 */
export function kindOf(prose: Prose, standing: Standing): QuotationKind {
  const { text, words, lexicon } = prose;
  const first = wordAt(words, standing.inner.start);
  const last = wordAt(words, standing.inner.end);
  const count = countWords(words, first, last);
  if (standing.running) return 'direct';
  if (count === 0) return 'scare';
  if (count <= longestName && isNamed(prose, first)) return 'title';
  if (!isCased(lexicon) && count <= titleWords && isName(prose, first, last)) return 'title';
  if (count <= longestName && isSaying(prose, first, last)) return 'partial';
  const content = prose.before(standing.inner.end);
  const before = prose.before(standing.outer.start);
  const after = prose.after(standing.outer.end);
  const begins = before === '' || /[.!?؟。۔।！？…]["“”»«’)]*$/u.test(before);
  const colon = /[:：]$/u.test(before);
  const sentence =
    words[first]?.capital === true && count >= clauseWords && /[.!?؟。۔।！？…]\s*$/u.test(content);
  const announced =
    (colon && (sentence || cueEndsAt(prose, first) || hasFiniteVerb(prose, first, last))) ||
    (/[,،，]$/u.test(before) && cueEndsAt(prose, first)) ||
    cueStandsBefore(prose, first);
  const reported =
    /^[\s,،，–—-]*$/u.test(text.slice(standing.outer.end, words[last]?.start ?? text.length)) &&
    cueNear(prose, last);
  const ended =
    /[.!?؟。۔।！？…,،，]\s*$/u.test(content) ||
    (after.trim() === '' ? begins : /^\s*[.،,，。۔।]/u.test(after) && begins);
  const finite = hasFiniteVerb(prose, first, last);
  const placed = begins || announced || reported;
  if (placed && (count >= speechWords || (count >= clauseWords && (finite || ended || announced))))
    return 'direct';
  if (placed && (finite || announced) && ended && count >= 2) return 'direct';
  if (count >= speechWords && finite && words[first]?.capital && /[.!?؟。۔।！？]\s*$/u.test(content))
    return 'direct';
  const comma = /[,!?؟！？…،]\s*$/u.test(content) || /^\s*[,،，–—]/u.test(after);
  if (begins && reported && comma && count >= 2) return 'direct';
  // Where all nouns have capitals, what something is called tells more: „als ‚Knaller‘“ is no title.
  if (lexicon.language.clauses?.predicative.includes(words[first - 1]?.form ?? '')) return 'partial';
  if (count <= titleWords && isTitle(prose, first, last)) return 'title';
  return count <= 3 ? 'scare' : 'partial';
}

/** Whether the word right before the marks is a kind of thing that has a name: a newspaper, a film. */
export function isNamed(prose: Prose, first: number): boolean {
  const form = prose.words[first - 1]?.form ?? '';
  return /^\s*[^\s\p{L}:,،؛]?$/u.test(prose.gap(first)) && isNameNoun(prose.lexicon, form);
}

/** How far before the marks the kind of thing may stand whose name they hold: `كتاب الأديب سالم الحداد «…»`. */
const longestOwner = 6;

/** The most words of a name that begins with a kind of thing or an office: `«سد الجبلين»`, `«العقيد سالم الحداد»`. */
const longestPlace = 4;

/**
 * Whether a quotation in a language without capitals is a name: that of a work or a place whose owner stands between,
 * or one that begins with its kind, or an office with a name.
 */
function isName(prose: Prose, first: number, last: number): boolean {
  const { words, lexicon } = prose;
  if (lexicon.nameNouns.size === 0 || hasFiniteVerb(prose, first, last)) return false;
  const begin = words[first]?.form ?? '';
  if (last - first >= 2 && last - first <= longestPlace && lexicon.nameNouns.has(begin)) return true;
  const titled = lexicon.roles.has(begin) && hasArticle(lexicon, begin);
  if (titled && last - first >= 3 && last - first <= longestPlace) return true;
  if (!/^\s+$/u.test(prose.gap(first).replace(/\S$/u, '')) || !hasArticle(lexicon, begin)) return false;
  for (let index = first - 1; index >= Math.max(0, first - longestOwner); index--) {
    const { form } = words[index] ?? { form: '' };
    if (prose.cueAt(index) || lexicon.boundaries.has(form) || lexicon.functionWords.has(form)) return false;
    if (isNameNoun(lexicon, form)) return true;
    if (!/^\s+$/u.test(prose.gap(index))) return false;
  }
  return false;
}

function isSaying({ words, lexicon }: Prose, first: number, last: number): boolean {
  if (lexicon.sayings.size === 0) return false;
  return lexicon.sayings.has(
    words
      .slice(first, last)
      .map((word) => word.form)
      .join(' '),
  );
}

function cueEndsAt(prose: Prose, index: number): boolean {
  return prose.cuesAmong(index - 6, index).length > 0;
}

/** A verb of saying right before the mark, with nothing between: «وتساءل “…؟”». */
function cueStandsBefore(prose: Prose, index: number): boolean {
  const cue = prose.cuesAmong(index - 5, index).at(-1);
  return (
    cue?.last === index && !cue.verb?.weak && !cue.verb?.naming && /^\s*[^\s\p{L}]*$/u.test(prose.gap(index))
  );
}

function cueNear(prose: Prose, index: number): boolean {
  return prose.cuesAmong(index, index + 5).some((cue) => !cue.verb?.weak);
}

function hasFiniteVerb(prose: Prose, first: number, last: number): boolean {
  const { words, lexicon } = prose;
  for (let index = first; index < last; index++) {
    const form = words[index]?.form ?? '';
    if (lexicon.finiteVerbs.has(form) || lexicon.verbs.has(form) || /n't$|'(?:s|re|ve|m|ll|d)$/u.test(form))
      return true;
  }
  return false;
}

/** All words but the ones that join begin with a capital; there is no telling in scripts without case. */
function isTitle(prose: Prose, first: number, last: number): boolean {
  let capitals = 0;
  for (let index = first; index < last; index++) {
    const word = prose.words[index];
    if (!word) continue;
    if (word.capital) capitals++;
    else if (!prose.lexicon.functionWords.has(word.form) && !/^\d/.test(word.form)) return false;
  }
  return capitals > 0;
}

import { isCased, namesSomebody, type Cue } from './lexicon.ts';
import type { Prose } from './prose.ts';
import { wordAt } from './words.ts';

/** Words such as “, said Burns” that follow speech and so show where it ends. */
export interface Inquit {
  readonly cue: Cue;
  /** Index of its first word: the cue, or the subject before it. */
  readonly firstWord: number;
}

/** What separates speech from the words that report it. A full stop does not: it begins a new sentence. */
const separator = /[,،，;؛!?؟！？…–—]/u;

/** How many words before its verb a subject may have: “the foreign ministry spokesman Ali Nur said”. */
const longestSubject = 6;

/** How far after its beginning the end of speech is looked for, in words. */
const longestReach = 400;

/** How many words an attribution at the end of a sentence may have. */
export const longestAttribution = 24;

/** The reporting clauses that begin inside a span after a comma or the like, in the order of the text. */
export function inquitsIn(prose: Prose, from: number, to: number): Inquit[] {
  const { words } = prose;
  const found: Inquit[] = [];
  const begin = wordAt(words, from);
  const end = Math.min(wordAt(words, to), begin + longestReach);
  for (const cue of prose.cuesAmong(begin, end)) {
    const firstWord = clauseStart(prose, cue, begin);
    if (firstWord !== null && firstWord > begin) found.push({ cue, firstWord });
  }
  return found;
}

/**
 * The word with which a reporting clause begins, if a comma or the like stands before it: the cue itself
 * (“, said Burns”) or its subject (“, the spokesman said”), which holds nothing but names, offices and what
 * joins them.
 */
function clauseStart(prose: Prose, cue: Cue, begin: number): number | null {
  const { words, lexicon } = prose;
  if (cue.verb?.naming) return null;
  const certain = cue.phrase !== null || !cue.verb?.weak;
  const first = withAuxiliaries(prose, cue, begin);
  if (separator.test(prose.gap(first))) {
    const next = words[cue.last];
    if (!next || /[.!?؟。۔।！？:]/u.test(prose.gap(cue.last))) return null;
    const named = namesSomebody(lexicon, next) || lexicon.determiners.has(next.form);
    if (cue.phrase) return named || cue.phrase.speaker !== 'after' || !isCased(lexicon) ? first : null;
    return named || (certain && !isCased(lexicon)) ? first : null;
  }
  if (cue.phrase?.speaker === 'after' || !isCased(lexicon)) return null;
  if (!cue.phrase && !mayFollowVerb(prose, cue.last)) return null;
  let named = false;
  for (let index = cue.first - 1; index >= Math.max(begin, cue.first - longestSubject); index--) {
    const word = words[index];
    if (!word || lexicon.boundaries.has(word.form)) return null;
    const names = namesSomebody(lexicon, word);
    const adverb = !named && (lexicon.finiteVerbs.has(word.form) || lexicon.functionWords.has(word.form));
    const joins = lexicon.functionWords.has(word.form) && !lexicon.finiteVerbs.has(word.form);
    if (!names && !adverb && !joins && !lexicon.determiners.has(word.form)) return null;
    named ||= names;
    const gap = prose.gap(index);
    if (separator.test(gap)) return named && (names || lexicon.determiners.has(word.form)) ? index : null;
    if (/[.:()"“”„«»]/u.test(gap)) return null;
  }
  return null;
}

/** The first word of a compound verb form: “ha detto”, “a déclaré”. */
function withAuxiliaries(prose: Prose, cue: Cue, begin: number): number {
  const { words, lexicon } = prose;
  let first = cue.first;
  while (
    cue.verb &&
    first > begin &&
    /^\s+$/u.test(prose.gap(first)) &&
    lexicon.finiteVerbs.has(words[first - 1]?.form ?? '')
  ) {
    first--;
  }
  return first;
}

/** Behind a verb that reports what stands before it comes its end, a name, or where and when: not an object. */
function mayFollowVerb(prose: Prose, index: number): boolean {
  const { words, lexicon } = prose;
  const word = words[index];
  if (!word || !/^\s+$/u.test(prose.gap(index))) return true;
  const { form } = word;
  return (
    word.capital || lexicon.boundaries.has(form) || lexicon.functionWords.has(form) || lexicon.roles.has(form)
  );
}

/** Whether a reporting clause follows at an offset: “,” said Burns. Then speech ends there and not before. */
export function inquitFollows(prose: Prose, offset: number): boolean {
  const first = wordAt(prose.words, offset);
  if (!/^[\s,،，'’–—-]*$/u.test(prose.text.slice(offset, prose.words[first]?.start ?? prose.text.length)))
    return false;
  for (let index = first; index < first + longestSubject; index++) {
    if (index > first && /[.!?؟。۔।！？;:"“”„«»]/u.test(prose.gap(index))) return false;
    const cue = prose.cueAt(index);
    if (cue && !cue.verb?.naming) return true;
  }
  return false;
}

/** The offset at which speech ends before a reporting clause: after the word or the mark that ends it. */
export function speechEndBefore(prose: Prose, inquit: Inquit, commaInside: boolean): number {
  const end = prose.words[inquit.firstWord - 1]?.end ?? 0;
  const gap = prose.gap(inquit.firstWord);
  const strong = /^[^\s]*[!?؟！？…]/u.exec(gap);
  if (strong) return end + strong[0].length;
  return commaInside && /^[,،，]/u.test(gap) ? end + 1 : end;
}

/** The reporting clause with which a span ends, if what stands in the span is speech followed by one. */
export function attributionAtEnd(prose: Prose, from: number, to: number): Inquit | null {
  const last = lastSentence(prose, to);
  const inquit = inquitsIn(prose, Math.max(from, last), to).at(0);
  if (!inquit) return null;
  const length = wordAt(prose.words, to) - inquit.firstWord;
  return length <= longestAttribution ? inquit : null;
}

export function endsInAttribution(prose: Prose, from: number, to: number): boolean {
  return attributionAtEnd(prose, from, to) !== null;
}

/**
 * Where the sentence begins that ends at `to`. A question or an exclamation is part of the sentence that
 * reports it: “Who knows? she asked.”
 */
function lastSentence(prose: Prose, to: number): number {
  const end = prose.words[wordAt(prose.words, to) - 1]?.end ?? 0;
  const start = prose.sentenceEndBefore(end);
  return /[!?؟！？…]/u.test(prose.text[start - 1] ?? '') ? prose.sentenceEndBefore(start - 1) : start;
}

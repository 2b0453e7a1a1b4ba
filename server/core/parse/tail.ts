import type { Lexicon } from './lexicon.ts';
import type { Prose } from './prose.ts';

/** The most words that what follows a name may have: “…, who ran the harbour for ten years and now lives inland”. */
const longestTail = 45;

/** A clause in brackets after a name is short: “(D-Calif.)”. */
const longestBrackets = 5;

/**
 * Where a speaker ends with what is said of them behind a comma: an apposition, an age, a relative clause. `last` is
 * the word after the name, `limit` the word before which the tail must end. Commas begin further parts; a part that
 * says when or where, or goes on with the report, is none.
 */
export function withTail(prose: Prose, last: number, limit: number): number {
  const { lexicon } = prose;
  const bound = Math.min(limit, last + longestTail);
  let end = last;
  while (end < bound) {
    const gap = prose.gap(end);
    if (!/^[).]*\s*,\s+$/u.test(gap) && !(/^\s+$/u.test(gap) && isRelative(lexicon, prose, end))) break;
    if (!beginsTail(prose, end)) break;
    const next = endOfPart(prose, end, bound);
    // A part that another report follows, without a comma, was the subject of that one.
    if (next === end) break;
    end = next;
  }
  return end;
}

/** The word after a clause in brackets that begins with a word; the word itself if none does. */
export function pastBrackets(prose: Prose, index: number, limit: number): number {
  if (!prose.gap(index).endsWith('(')) return index;
  for (let end = index + 1; end <= Math.min(limit, index + longestBrackets); end++) {
    if (/^\.?\)/u.test(prose.gap(end))) return end;
    if (!/^[\s.’'-]*$/u.test(prose.gap(end))) break;
  }
  return index;
}

/** The first word of a clause in brackets that ends before a word; the word itself if none does. */
export function beforeBrackets(prose: Prose, index: number, limit: number): number {
  if (!/^\.?\)/u.test(prose.gap(index))) return index;
  for (let start = index - 1; start >= Math.max(limit, index - longestBrackets); start--) {
    if (prose.gap(start).endsWith('(')) return start;
  }
  return index;
}

function isRelative(lexicon: Lexicon, prose: Prose, index: number): boolean {
  return lexicon.relatives.has(prose.words[index]?.form ?? '');
}

/** Whether a word may begin an apposition or a relative clause. */
function beginsTail(prose: Prose, index: number): boolean {
  const { words, lexicon } = prose;
  const word = words[index];
  if (!word) return false;
  if (lexicon.relatives.has(word.form) || lexicon.determiners.has(word.form) || lexicon.roles.has(word.form))
    return true;
  if (/^\d/u.test(word.form)) return true;
  if (lexicon.pronouns.has(word.form) || lexicon.boundaries.has(word.form) || prose.cueAt(index))
    return false;
  if (lexicon.functionWords.has(word.form)) return lexicon.genitives.has(word.form);
  return (
    !lexicon.finiteVerbs.has(word.form) && !lexicon.participles.some((ending) => word.form.endsWith(ending))
  );
}

/** The word after the last of a part, up to a comma, the end of the sentence or a quotation mark. */
function endOfPart(prose: Prose, index: number, bound: number): number {
  let end = index + 1;
  const sentence = prose.sentencesBefore((prose.words[index]?.start ?? 0) + 1);
  while (end < bound) {
    const word = prose.words[end];
    if (!word || prose.sentencesBefore(word.start) > sentence) break;
    if (/[,;:"“”„«»–—]/u.test(prose.gap(end))) break;
    end++;
  }
  return end;
}

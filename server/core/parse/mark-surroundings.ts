import { isCased } from './lexicon.ts';
import type { Mark } from './marks.ts';
import { isNameNoun } from './names.ts';
import { isParticiple } from './phrase.ts';
import type { Prose } from './prose.ts';
import { inquitFollows } from './speech-end.ts';
import { wordAt } from './words.ts';

/** How many kinds of surroundings are told apart: what stands before the opening mark. */
export const closingSurroundings = 6;

/** How many words a subject between its verb and what it says may have. */
const longestSubject = 10;

/**
 * What stands before an opening mark: 0 a colon, or the mark itself is in an earlier paragraph; 1 the beginning of a
 * sentence; 2 a comma, or a reporting verb with at most its subject behind it; 3 other words; 4 a noun that has a name;
 * 5 a conjunction that begins what is reported.
 */
export function surroundingsOfOpener(prose: Prose, mark: Mark | null): number {
  if (!mark) return 0;
  const before = prose.before(mark.start);
  if (/[:：]$/u.test(before)) return 0;
  if (before === '' || /[.!?؟…۔।。]$/u.test(before)) return 1;
  const index = wordAt(prose.words, mark.start);
  if (/[,،]$/u.test(before)) return 2;
  const cue = prose
    .cuesAmong(index - 5, index)
    .some((found) => found.last === index && !found.verb?.naming && !found.verb?.weak);
  if (cue || subjectStandsBetween(prose, index)) return 2;
  if (prose.lexicon.complementisers.has(prose.words[index - 1]?.form ?? '')) return 5;
  return isNameNoun(prose.lexicon, prose.words[index - 1]?.form ?? '') ? 4 : 3;
}

/** Whether nothing but a verb's subject stands between a reporting verb and the word at `index`: « وقال المدير ‹…› ». */
function subjectStandsBetween(prose: Prose, index: number): boolean {
  const { lexicon, words } = prose;
  for (let at = index - 1; at >= Math.max(0, index - longestSubject); at--) {
    if (!/^\s+$/u.test(prose.gap(at + 1).replace(/["“”„«»]/gu, ''))) return false;
    const cue = prose.cueAt(at);
    if (cue) return cue.verb !== null && !cue.verb.naming && !cue.verb.weak;
    const form = words[at]?.form ?? '';
    if (lexicon.functionWords.has(form) || lexicon.finiteVerbs.has(form) || lexicon.boundaries.has(form))
      return false;
  }
  return false;
}

/** How many kinds of surroundings are told apart: what stands at the closing mark. */
export const openingSurroundings = 6;

/**
 * What stands at a closing mark: 0 the stop that ends a sentence before it; 1 a clause behind it that reports; 2 other
 * signs, or the paragraph's end, behind it; 3 a space and words behind it; 4 a comma before it; 5 a participle or a phrase
 * behind it that reports.
 */
export function surroundingsOfCloser(prose: Prose, mark: Mark): number {
  const before = prose.text[mark.start - 1] ?? '';
  if (/[.!?؟…。۔।！？]/u.test(before)) return 0;
  const report = reportAfter(prose, mark);
  if (report) return report.participle ? 5 : 1;
  if (/[,،]/u.test(before)) return 4;
  return mark.after === 'space' && mark.end < prose.text.length ? 3 : 2;
}

/**
 * The clause behind a closing mark that reports its speech. Without capitals names can't be told, and only a verb
 * counts that stands right there; one that a conjunction is joined to reports what comes next. A participle or a
 * phrase (“, adding that …”, “, according to …”) goes on with the sentence that a quotation is part of.
 */
function reportAfter(prose: Prose, mark: Mark): { readonly participle: boolean } | null {
  const { text, words, lexicon } = prose;
  const index = wordAt(words, mark.end);
  const cue = prose.cueAt(index);
  if (isCased(lexicon)) {
    // Speech has its comma, on one side of the mark or the other, before the clause that reports it.
    const comma =
      /[,!?…]/u.test(text[mark.start - 1] ?? '') || /^\s?[,–—-]/u.test(text.slice(mark.end, mark.end + 2));
    if (!comma || !inquitFollows(prose, mark.end)) return null;
    return {
      participle:
        cue !== undefined && (cue.phrase !== null || isParticiple(lexicon, words[index]?.form ?? '')),
    };
  }
  if (!cue?.verb || cue.verb.weak || cue.prefix > 0 || !inquitFollows(prose, mark.end)) return null;
  return { participle: false };
}

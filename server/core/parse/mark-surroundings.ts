import { isCased } from './lexicon.ts';
import type { Mark } from './marks.ts';
import { isNameNoun } from './names.ts';
import { isParticiple } from './phrase.ts';
import type { Prose } from './prose.ts';
import { inquitFollows } from './speech-end.ts';
import { wordAt } from './words.ts';

/**
 * What may stand before an opening mark. “after a colon” is also said of a mark in an earlier paragraph; “after a
 * report” of one behind a comma, or behind a reporting verb with at most its subject between; “after a conjunction” of
 * one that begins what is reported.
 */
export const openerSurroundings = [
  'after a colon',
  'at a sentence’s beginning',
  'after a report',
  'after other words',
  'after a noun that has a name',
  'after a conjunction',
] as const;
export type OpenerSurroundings = (typeof openerSurroundings)[number];

/**
 * What may stand at a closing mark. “before a report” is said of a clause that reports, “before a participle” of a
 * participle or a phrase that does; “before other signs” also of the paragraph's end.
 */
export const closerSurroundings = [
  'after a stop',
  'before a report',
  'before other signs',
  'before other words',
  'after a comma',
  'before a participle',
] as const;
export type CloserSurroundings = (typeof closerSurroundings)[number];

/** Surroundings of a mark whose partner is missing. */
export type MarkSurroundings = OpenerSurroundings | CloserSurroundings;

/** How many words a subject between its verb and what it says may have. */
const longestSubject = 10;

/** What stands before an opening mark; null for one in an earlier paragraph. */
export function surroundingsOfOpener(prose: Prose, mark: Mark | null): OpenerSurroundings {
  if (!mark) return 'after a colon';
  const before = prose.before(mark.start);
  if (/[:：]$/u.test(before)) return 'after a colon';
  if (before === '' || /[.!?؟…۔।。]$/u.test(before)) return 'at a sentence’s beginning';
  const index = wordAt(prose.words, mark.start);
  if (/[,،]$/u.test(before)) return 'after a report';
  const cue = prose
    .cuesAmong(index - 5, index)
    .some((found) => found.last === index && !found.verb?.naming && !found.verb?.weak);
  if (cue || subjectStandsBetween(prose, index)) return 'after a report';
  const last = prose.words[index - 1]?.form ?? '';
  if (prose.lexicon.complementisers.has(last)) return 'after a conjunction';
  return isNameNoun(prose.lexicon, last) ? 'after a noun that has a name' : 'after other words';
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

/** What stands at a closing mark. */
export function surroundingsOfCloser(prose: Prose, mark: Mark): CloserSurroundings {
  const before = prose.text[mark.start - 1] ?? '';
  if (/[.!?؟…。۔।！？]/u.test(before)) return 'after a stop';
  const report = reportAfter(prose, mark);
  if (report) return report.participle ? 'before a participle' : 'before a report';
  if (/[,،]/u.test(before)) return 'after a comma';
  const wordsFollow = mark.after === 'space' && mark.end < prose.text.length;
  return wordsFollow ? 'before other words' : 'before other signs';
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

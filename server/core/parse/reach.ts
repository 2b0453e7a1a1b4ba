import { isAt, trait } from '../text/traits.ts';
import { limitAfter, type Quoted } from './candidate.ts';
import { noArticle, type Cue } from './lexicon.ts';
import { hasArticle, isBareComplementiser } from './names.ts';
import type { Prose } from './prose.ts';
import { wordAt } from './words.ts';

/** Between a cue and its conjunction stands no more than its speaker: in words. */
const longestBeforeConjunction = 8;

/** A quotation of few words belongs to a report that is not much longer than this: in words. */
const longestReport = 25;

/** Between a cue with everyday meanings and the speech it reports stands no more than its speaker: in words. */
const longestSpeakerBetween = 5;

/** At most this many words stand between a name within a reporting clause and the clause's colon. */
const longestToColon = 4;

/** Whether a quotation stands within the clause that announces the next one: `قال لصحيفة «…» المحلية: «…»`. */
export function announces(prose: Prose, quoted: Quoted): boolean {
  const next = limitAfter(prose, quoted);
  if (next >= prose.words.length || next - wordAt(prose.words, quoted.outer.end) > longestToColon)
    return false;
  return /^[^.!?؟:]*:\s*$/u.test(prose.text.slice(quoted.outer.end, quoted.nextStart));
}

/**
 * Whether a cue before a quotation reports it in a language where cues stand first and have many homographs. One that
 * also has everyday meanings must begin its clause and stand right before the marks, a colon or a conjunction. A
 * quotation of few words is a name or a term, unless it is announced, goes on with a conjunction's clause, or begins
 * with a word that no name begins with.
 */
export function reaches(prose: Prose, quoted: Quoted, cue: Cue, end: number, colon: boolean): boolean {
  const between = conjunctionAfter(prose, cue, end);
  const beside = end === cue.last;
  const unspaced = prose.lexicon.language.quotation.touching === 'both';
  if (unspaced && cue.verb?.weak && !(beside || colon)) return false;
  if (!unspaced && cue.verb?.weak && !cue.verb.naming) {
    const begins = cue.prefix > 0 || /[.،,;؛:!؟()"“”«»–—]/u.test(prose.gap(cue.first)) || cue.first === 0;
    const reports = between && prose.lexicon.article === noArticle;
    if ((!begins && !reports) || !(beside || colon || between || end - cue.last <= longestSpeakerBetween))
      return false;
  }
  if (quoted.kind === 'title') return colon;
  if (quoted.kind !== 'direct' && !colon && !between && opensBehind(prose, quoted)) return false;
  if (quoted.kind !== 'scare' || colon) return true;
  return reportsWords(prose, quoted, cue, end, between);
}

/** Whether the conjunction of a report stands behind a quotation, which is then a name of whoever reports. */
function opensBehind({ words, lexicon, text }: Prose, quoted: Quoted): boolean {
  const start = wordAt(words, quoted.outer.end);
  if (!/^\s+$/u.test(text.slice(quoted.outer.end, words[start]?.start ?? text.length))) return false;
  for (let index = start; index < start + longestBeforeConjunction; index++) {
    if (lexicon.complementisers.has(words[index]?.form ?? '')) return true;
    if (!/^\s+$/u.test(text.slice(words[index]?.end ?? 0, words[index + 1]?.start ?? text.length)))
      return false;
  }
  return false;
}

/** Whether a conjunction opens what a cue reports: `أعلن الوزير أن`. Punctuation between ends the report. */
function conjunctionAfter(prose: Prose, cue: Cue, end: number): boolean {
  const { words, lexicon } = prose;
  for (let index = cue.last; index < Math.min(end, cue.last + longestBeforeConjunction); index++) {
    if (/[:.؛;؟!]/u.test(prose.gap(index)) && index > cue.last) return false;
    if (lexicon.complementisers.has(words[index]?.form ?? '')) return true;
  }
  return false;
}

/** Whether a cue reports a quotation of few words, which is more often a name or a term. */
function reportsWords(prose: Prose, quoted: Quoted, cue: Cue, end: number, between: boolean): boolean {
  const { words, lexicon } = prose;
  if (cue.verb?.naming) return !cue.verb.weak;
  // לדברי מומחים, "התקציב לא יספיק"
  const source = cue.phrase?.speaker === 'after' && end - cue.last <= longestSpeakerBetween;
  if (source && /^\s*[,،，]/u.test(prose.gap(end)) && wordAt(words, quoted.inner.end) - end > 1) return true;
  // 认为，“应该修桥”: a comma announces as a colon does.
  if (end === cue.last && cue.verb && /^\s*[,،，]/u.test(prose.gap(end))) return true;
  if ((cue.verb?.weak && !between) || end - cue.last > longestReport) return false;
  // A prefix joined to the mark (`بـ“مسج”`) makes what it holds a noun.
  if (prose.gap(end).trim().length > 1 || isAt(prose.before(quoted.outer.start, 1), 0, trait.letter))
    return false;
  const first = words[end]?.form ?? '';
  const behind = wordAt(words, quoted.inner.end);
  // A single word in the middle of a report is a name, or the paper's own distance to it.
  const ends = /^\s*[.،,؛]/u.test(prose.after(quoted.outer.end));
  const opened = lexicon.complementisers.has(words[end - 1]?.form ?? '');
  if (between && behind - end === 1 && !opened && !ends) return false;
  if (between) {
    // «أن “الملك” نقل»: what begins the clause is its subject.
    const subject =
      isBareComplementiser(lexicon, words[end - 1]?.form ?? '') &&
      /^\s+[\p{L}\p{N}]/u.test(prose.after(quoted.outer.end));
    return !subject && (!hasArticle(lexicon, first) || ends);
  }
  if (cue.phrase || cue.verb?.participle || end === cue.last) return false;
  return (
    lexicon.boundaries.has(first) ||
    [...lexicon.joinedPrepositions].some(
      // `بريكس` only begins with the letter.
      (prefix) => first.startsWith(prefix) && (behind - end > 1 || prefix.endsWith(lexicon.article)),
    )
  );
}

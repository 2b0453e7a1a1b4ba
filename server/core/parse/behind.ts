import type { ClauseFacts } from '../language.ts';
import {
  endsSentence,
  limitAfter,
  limitBefore,
  reachBefore,
  sentenceStart,
  type Candidate,
  type Quoted,
} from './candidate.ts';
import { isCased, type Cue } from './lexicon.ts';
import type { Prose } from './prose.ts';
import { isConnector } from './phrase.ts';
import { speakerBefore, type SpeakerWords } from './speaker.ts';
import { subjectBeforeQuotation } from './subject-first.ts';
import { speakerOf } from './subject.ts';
import { wordAt } from './words.ts';

/** How many words after the closing mark a reporting clause may begin. */
export const reachAfter = 24;

/** A clause that a full stop cut off from a question is no longer than this: it can report nothing else. */
const longestAfterQuestion = 16;

/** A clause that a full stop cut off is short: “. سأل بايز.” */
export const longestDetached = 8;

/** “…,” said Burns · «…», заявил он · “…”، قال بايز · “…”. سأل بايز. */
export function after(prose: Prose, quoted: Quoted): Candidate | null {
  const { text, words, lexicon } = prose;
  const { clauses } = lexicon.language;
  const start = wordAt(words, quoted.outer.end);
  const nextQuotation = limitAfter(prose, quoted);
  const opening = text.slice(quoted.outer.end, words[start]?.start ?? text.length);
  const stop = /^\s*([.。۔])\s/u.exec(opening);
  if (!stop && !/^[\s,،，;؛–—-]*$/u.test(opening)) return null;
  const joined = /[,،，–—-]/u.test(opening);
  const sentenceEnded = /[.!?؟。۔।！？…]\s*$/u.test(prose.before(quoted.inner.end)) && !joined;
  const unspaced = lexicon.language.quotation.touching === 'both';
  const stopped = /[.。۔।]\s*$/u.test(prose.before(quoted.inner.end)) && !joined;
  // Speech that is reported after it ends in a comma, a question or an exclamation, never in a full stop.
  const newSentence = sentenceEnded && /[^.]\.\s*$/u.test(prose.before(quoted.inner.end));
  if (newSentence && !stop && (words[start]?.capital || prose.cueAt(start)?.prefix)) return null;
  const ends = prose.sentencesBefore((words[start]?.start ?? text.length) + 1);
  for (const cue of prose.cuesAmong(start, Math.min(nextQuotation, start + reachAfter))) {
    if (prose.sentencesBefore(words[cue.first]?.start ?? 0) > ends) return null;
    if (/[:;؛]/u.test(betweenWords(prose, start, cue.first))) return null;
    const adjacent = cue.first - start;
    if (cue.verb?.weak && adjacent > (lexicon.language.clauses ? 0 : 3)) continue;
    if (quoted.kind !== 'direct' && !joined && adjacent > 2) continue;
    // A verb that announces the next quotation belongs to that one, unless it stands right here.
    if (adjacent > 0 && announcesNext(prose, cue, nextQuotation)) continue;
    // “…।” उन्होंने कहा, “…”: the speech before it has ended.
    if (stopped && !unspaced && cue.last === nextQuotation && /[,،，]/u.test(prose.gap(nextQuotation)))
      continue;
    if (adjacent > 0 && isEveryday(prose, cue)) continue;
    // «”، وأضاف»: a conjunction joined to the verb begins another report.
    if (!isCased(lexicon) && cue.prefix > 0 && !stop) return null;
    const loose = !joined || adjacent > 0 || quoted.kind === 'title' || reportsOnly(prose, cue);
    if (!isCased(lexicon) && quoted.kind !== 'direct' && loose) continue;
    if (clauses && cue.verb && !standsAfter(prose, clauses, cue, start, joined)) continue;
    // A verb that ends the clause in which the quotation stands has its subject before it.
    const inClause = clauses !== undefined && !joined && !stop && quoted.kind !== 'direct';
    const from = inClause ? sentenceStart(prose, quoted.outer.start) : start;
    const speaker =
      speakerOf(prose, cue, from, nextQuotation, 'after') ??
      (lexicon.language.speakers.subjectFirst
        ? subjectBeforeQuotation(
            prose,
            quoted.outer,
            Math.max(limitBefore(prose, quoted), sentenceStart(prose, quoted.outer.start)),
          )
        : null);
    if (cue.phrase?.speaker === 'after' && !speaker) continue;
    // «… „…“ und kündigte an»: a second report of the same sentence, and not of what stands before it.
    if (adjacent > 0 && isConnector(lexicon, words[cue.first - 1]?.form ?? '')) continue;
    if (stop) return detached(prose, quoted, { cue, speaker, start, stop: stop[0].trimEnd().length });
    // After the end of a sentence only a clause counts that holds nothing but the speaker and the verb.
    if (sentenceEnded && adjacent > 0 && !unspaced && (cue.phrase || speaker?.first !== start)) continue;
    if (sentenceEnded && cue.phrase && words[cue.first]?.capital) continue;
    let score = 8 - Math.min(4, adjacent * 0.6) + (speaker ? 1 : 0) - (cue.verb?.weak ? 1 : 0);
    // «”، مشيرا إلى …» goes on to something else; it reports the speech only if nothing before it does.
    if (cue.verb?.participle) score -= 5;
    return { cue, speaker, position: 'after', score, detachedBy: null };
  }
  return null;
}

/** Whether a cue reports only what follows it: `أوضح أن`, `مشيرا إلى`, `المعروفة بـ`. */
function reportsOnly({ words, lexicon }: Prose, { verb, last }: Cue): boolean {
  if (verb?.participle ?? verb?.naming) return true;
  return lexicon.complementisers.has(words[last]?.form ?? '');
}

/** A word such as «so», that reports only behind a comma: “…, so Berg”. */
export function isEveryday(prose: Prose, cue: Cue): boolean {
  const { words, lexicon } = prose;
  const form = words[cue.first]?.form ?? '';
  const { clauses } = lexicon.language;
  if (!clauses || clauses.prepositions.includes(form)) return false;
  if (cue.last > cue.first + 1 || !lexicon.functionWords.has(form)) return false;
  return !/[,،，–—]/u.test(prose.gap(cue.first));
}

/**
 * Whether a verb can report the quotation before it where the verb comes second: right behind the comma, as the
 * quotation is what stands before it; or last, in the clause that holds the quotation or in one of its own.
 */
function standsAfter(prose: Prose, clauses: ClauseFacts, cue: Cue, start: number, joined: boolean): boolean {
  const ends = !/^\s+$/u.test(prose.gap(cue.last));
  if (cue.first === start) return true;
  return ends && (!joined || clauses.subordinators.includes(prose.words[start]?.form ?? ''));
}

/** A sentence with a quotation in it may end in the clause that reports all of it: “…, Burns said.” */
export function atEnd(prose: Prose, quoted: Quoted): Candidate | null {
  const { words, lexicon } = prose;
  if (quoted.kind === 'direct' || !isCased(lexicon)) return null;
  const start = wordAt(words, quoted.outer.end);
  const end = wordAt(words, prose.sentenceEnds[prose.sentencesBefore(quoted.outer.end)] ?? prose.text.length);
  for (const cue of prose.cuesAmong(start, Math.min(end, start + reachBefore))) {
    if (cue.verb?.naming || (cue.phrase && cue.phrase.speaker !== 'after')) continue;
    const inverted = prose.gap(cue.first).includes(',');
    const speaker = inverted
      ? speakerOf(prose, cue, cue.first, end, 'after')
      : /^\W*$/u.test(prose.gap(cue.last)) && cue.last === end
        ? speakerBefore(prose, cue.first, start)
        : null;
    if ((cue.phrase ?? cue.verb?.weak) && (!inverted || speaker?.last !== end)) continue;
    if (!speaker || speaker.last > end || (!inverted && !prose.gap(speaker.first).includes(','))) continue;
    return { cue, speaker, position: 'after', score: 4.5, detachedBy: null };
  }
  return null;
}

/** A reporting clause that a full stop made a sentence of its own: “…؟”. سأل بايز. */
function detached(
  prose: Prose,
  quoted: Quoted,
  clause: { cue: Cue; speaker: SpeakerWords | null; start: number; stop: number },
): Candidate | null {
  const { cue, speaker, start, stop } = clause;
  const verbFirst = cue.first === start && cue.verb !== null && !cue.verb.weak && cue.prefix === 0;
  const end = endOfClause(prose, cue.last);
  const asks = /[?؟!]\s*$/u.test(prose.before(quoted.inner.end));
  const most = asks ? longestAfterQuestion : longestDetached;
  if (!verbFirst || !speaker || end - start > most || !endsSentence(prose, end)) return null;
  if (isCased(prose.lexicon) && prose.words[cue.first]?.capital) return null;
  const detachedBy = { start: quoted.outer.end - 1, end: quoted.outer.end + stop };
  return { cue, speaker, position: 'after', score: 9, detachedBy };
}

/** What stands from one word up to another. */
function betweenWords(prose: Prose, first: number, last: number): string {
  if (last <= first) return '';
  return prose.text.slice(prose.words[first]?.start ?? 0, prose.words[last]?.start ?? prose.text.length);
}

/** Whether a cue stands close before the colon that opens the next quotation. */
function announcesNext(prose: Prose, cue: Cue, limit: number): boolean {
  if (limit >= prose.words.length) return false;
  return limit - cue.last <= 6 && /[:：]/u.test(prose.gap(limit));
}

/** The word after the clause that begins at `index`. */
function endOfClause(prose: Prose, index: number): number {
  let end = index;
  while (end < prose.words.length && !/[.!?؟。۔।！？;؛:]/u.test(prose.gap(end))) end++;
  return end;
}

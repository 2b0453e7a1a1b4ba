import type { ClauseFacts } from '../language.ts';
import { isEveryday, longestDetached, reachAfter } from './behind.ts';
import {
  limitAfter,
  limitBefore,
  reachBefore,
  sentenceStart,
  type Candidate,
  type Quoted,
} from './candidate.ts';
import { isCased, type Cue } from './lexicon.ts';
import type { Prose } from './prose.ts';
import { announces, reaches } from './reach.ts';
import { speakerAfter, type SpeakerWords } from './speaker.ts';
import { attributionAtEnd } from './speech-end.ts';
import { speakerOf, subjectOfSentence } from './subject.ts';
import { VerbSecond } from './verb-second.ts';
import { wordAt } from './words.ts';

/** Burns said: “…” · وقال بايز: “…” · laut Burns „…“ */
export function before(prose: Prose, quoted: Quoted): Candidate | null {
  const { text, words, lexicon } = prose;
  const { clauses } = lexicon.language;
  const end = wordAt(words, quoted.outer.start);
  const bound = Math.max(
    limitBefore(prose, quoted),
    end - reachBefore,
    sentenceStart(prose, quoted.outer.start),
  );
  const gap = text.slice(words[end - 1]?.end ?? 0, quoted.outer.start);
  const colon = /[:：]/u.test(gap);
  if (!isCased(lexicon) && !colon && quoted.kind !== 'direct' && announces(prose, quoted)) return null;
  let best: Candidate | null = null;
  for (const cue of prose.cuesAmong(bound, end)) {
    const distance = end - cue.last;
    const beside = distance === 0 || colon;
    if (cue.verb?.weak && !beside && distance > 8) continue;
    // A verb that begins its clause reaches further: “وقال لاعب المنتخب السابق في بيان على حسابه “…””.
    const reach = !isCased(lexicon) && cue.prefix > 0 && !cue.verb?.weak ? reachBefore : 12;
    if (quoted.kind === 'direct' && !colon && distance > reach) continue;
    if (isEveryday(prose, cue)) continue;
    if (!isCased(lexicon) && !reaches(prose, quoted, cue, end, colon)) continue;
    const own = speakerOf(prose, cue, bound, end, 'before');
    if (cue.phrase?.speaker === 'after' && !own) continue;
    const speaker = own ?? (clauses && cue.phrase ? behindQuotation(prose, clauses, quoted) : null);
    if (clauses && cue.verb?.weak && !beside && distance > 3 && !speaker) continue;
    if (clauses?.reported.includes(words[cue.first]?.form ?? '')) continue;
    let score =
      6 - Math.min(4, distance * 0.2) + (speaker && isCased(lexicon) ? 1 : 0) - (cue.verb?.weak ? 1.5 : 0);
    // «وقال بحسب الصحيفة: …»: who hands the words on is not who said them.
    if (!isCased(lexicon) && cue.phrase && best?.cue?.verb) score -= 2;
    if (cue.verb?.participle && !beside && best?.cue?.verb) score -= 2;
    if (clauses && cue.verb?.naming && quoted.kind !== 'direct') score += 2;
    if (colon) score += 2.5;
    else if (beside || /^\s*[,،，]\s*$/u.test(gap)) score += 1;
    if (!best || score >= best.score) best = { cue, speaker, position: 'before', score, detachedBy: null };
  }
  return best;
}

/** «Mit den Worten „…“ wandte sich Berg an alle»: the clause goes on behind the quotation, with its subject. */
function behindQuotation(prose: Prose, clauses: ClauseFacts, quoted: Quoted): SpeakerWords | null {
  const first = wordAt(prose.words, quoted.outer.end);
  const next = prose.words[first];
  if (!next || next.capital || prose.sentencesBefore(next.start) > prose.sentencesBefore(quoted.inner.end))
    return null;
  return new VerbSecond(prose, clauses).subjectFrom(
    first,
    Math.min(limitAfter(prose, quoted), first + reachAfter),
  );
}

/** «…, — сказал он. — …» · « …, a-t-il dit, … » */
export function inside(prose: Prose, quoted: Quoted): Candidate | null {
  const { words } = prose;
  const begin = wordAt(words, quoted.inner.start);
  const last = wordAt(words, quoted.inner.end);
  for (const cue of prose.cuesAmong(begin + 1, last)) {
    const first = firstOfVerb(prose, cue, begin);
    // «—cuenta—» between two dashes is nothing but a report, whoever it is of.
    const enclosed = /[–—]\s?$/u.test(prose.gap(first)) && /^\s?[–—]/u.test(prose.gap(cue.last));
    if (!cue.verb || (cue.verb.weak && !enclosed)) continue;
    if (!/[,!?…][\s–—-]*$|\s[–—]\s?$/u.test(prose.gap(first)) && !enclosed) continue;
    const speaker = speakerAfter(prose, cue.last, last) ?? pronounAmong(prose, first, cue.first);
    if (speaker ?? enclosed) return { cue, speaker, position: 'inside', score: 7, detachedBy: null };
  }
  return null;
}

/** The most words of a compound verb before its participle: « a-t-il ». */
const longestAuxiliary = 3;

/** The first word of a verb, its auxiliary and a pronoun joined to that included: « a expliqué », « a-t-il dit ». */
function firstOfVerb(prose: Prose, cue: Cue, begin: number): number {
  const { words, lexicon } = prose;
  for (let first = cue.first - 1; first > begin && first >= cue.first - longestAuxiliary; first--) {
    if (!/^[\s-]+$/u.test(prose.gap(first + 1))) break;
    if (lexicon.finiteVerbs.has(words[first]?.form ?? '') && /[,!?…–—]/u.test(prose.gap(first))) return first;
  }
  return cue.first;
}

function pronounAmong(prose: Prose, from: number, to: number): SpeakerWords | null {
  for (let index = from; index < to; index++) {
    if (prose.lexicon.pronouns.has(prose.words[index]?.form ?? '')) return { first: index, last: index + 1 };
  }
  return null;
}

/** Speech has at least this many words before a clause within its marks is taken for the one that reports it. */
const leastSpeech = 3;

/** “We will come, Berg said.”: the closing mark stands too late, behind the clause that reports the speech. */
export function leftInside(prose: Prose, quoted: Quoted): Candidate | null {
  if (quoted.kind !== 'direct') return null;
  const inquit = attributionAtEnd(prose, quoted.inner.start, quoted.inner.end);
  if (!inquit || inquit.cue.verb?.naming) return null;
  const first = wordAt(prose.words, quoted.inner.start);
  if (inquit.firstWord - first < leastSpeech) return null;
  const last = wordAt(prose.words, quoted.inner.end);
  const speaker = speakerOf(prose, inquit.cue, inquit.firstWord, last, 'after');
  if (inquit.cue.verb?.weak && speaker?.last !== last) return null;
  return speaker && { cue: inquit.cue, speaker, position: 'inside', score: 3, detachedBy: null };
}

/**
 * A colon announces speech without a verb that says so: “Burns: “…””, «Der Minister sieht das anders: „…“».
 * The speaker is the subject of the sentence; where none can be told, the one who spoke before.
 */
export function byName(prose: Prose, quoted: Quoted): Candidate | null {
  const { text, words } = prose;
  const end = wordAt(words, quoted.outer.start);
  const bound = Math.max(limitBefore(prose, quoted), sentenceStart(prose, quoted.outer.start));
  if (end <= bound || end - bound > reachBefore || quoted.kind !== 'direct') return null;
  if (!/[:：]/u.test(text.slice(words[end - 1]?.end ?? 0, quoted.outer.start))) return null;
  const named = isCased(prose.lexicon) || end - bound <= longestDetached;
  return {
    cue: null,
    speaker: named ? subjectOfSentence(prose, bound, end) : null,
    position: 'before',
    score: 4,
    detachedBy: null,
  };
}

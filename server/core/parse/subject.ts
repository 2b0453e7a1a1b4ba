import { commonNoun, isOblique, pastRemark, subjectPastAdverbials } from './behind-verb.ts';
import { isCased, type Cue } from './lexicon.ts';
import { isParticiple } from './phrase.ts';
import { beforePostposition } from './postposition.ts';
import type { Prose } from './prose.ts';
import {
  speakerAfter,
  speakerBefore,
  speakerBeforePhrase,
  subjectBefore,
  subjectOfClause,
  subjectOfFirstVerb,
  type SpeakerWords,
} from './speaker.ts';
import { subjectFirst } from './subject-first.ts';
import { antecedentBefore, topicalised } from './verb-first.ts';
import { VerbSecond } from './verb-second.ts';

/** The subject of the words from `from` to `to`, whatever their verb. */
export function subjectOfSentence(prose: Prose, from: number, to: number): SpeakerWords | null {
  const { clauses } = prose.lexicon.language;
  return clauses ? new VerbSecond(prose, clauses).subjectFrom(from, to) : speakerAfter(prose, from, to);
}

/** The speaker beside a cue: on the side its language and its phrase ask for, else on the other. */
export function speakerOf(
  prose: Prose,
  cue: Cue,
  from: number,
  to: number,
  side: 'before' | 'after',
): SpeakerWords | null {
  const found = speakerBeside(prose, cue, from, to, side);
  const ownOrder =
    prose.lexicon.language.speakers.subjectFirst && (cue.phrase?.speaker ?? 'before') === 'before';
  return ownOrder ? subjectFirst(prose, cue, from, found) : found;
}

/**
 * Whether a verb has its subject elsewhere in the sentence: a participle behind a comma or a conjunction (“…,
 * saying”), or a form that is a noun here (“his answer”, “a series of tweets”).
 */
function isApart(prose: Prose, cue: Cue, from: number): boolean {
  const { words, lexicon } = prose;
  const before = words[cue.first - 1];
  if (!before || cue.first <= from) return false;
  const { form } = before;
  if (isParticiple(lexicon, words[cue.first]?.form ?? '')) {
    return (
      /[,،，–—]/u.test(prose.gap(cue.first)) ||
      (lexicon.functionWords.has(form) && !lexicon.pronouns.has(form))
    );
  }
  return lexicon.determiners.has(form) || lexicon.genitives.has(form);
}

/** Whether a word begins what is told of the words before it: “said Burns had”. */
function isFinite(prose: Prose, index: number): boolean {
  const { words, lexicon } = prose;
  const form = words[index]?.form ?? '';
  // `قال الحداد إنه`: the conjunction makes a clause finite, and opens what was said.
  if (lexicon.complementisers.has(form)) return false;
  return /^\s+$/u.test(prose.gap(index)) && lexicon.finiteVerbs.has(form);
}

/** The subject behind a verb, past whoever is spoken to and where and when. */
function besideVerb(prose: Prose, from: number, to: number): SpeakerWords | null {
  const { lexicon, words } = prose;
  const found = isOblique(lexicon, words[from]?.form ?? '') ? null : speakerAfter(prose, from, to);
  if (found || !isCased(lexicon) || lexicon.language.speakers.subjectFirst) return found;
  const plain = commonNoun(prose, from, to);
  if (plain) return plain;
  const start = subjectPastAdverbials(prose, from, to);
  return start === null ? null : (speakerAfter(prose, start, to) ?? commonNoun(prose, start, to));
}

/** The speaker beside a cue in the order that most of the language's family has. */
function speakerBeside(
  prose: Prose,
  cue: Cue,
  from: number,
  to: number,
  side: 'before' | 'after',
): SpeakerWords | null {
  const { clauses } = prose.lexicon.language;
  if (clauses) {
    const subjects = new VerbSecond(prose, clauses);
    if (cue.phrase?.speaker === 'after') return subjects.after(cue.last, to);
    const found = subjects.subjectOf(cue, from, to);
    return (
      found ?? (cue.phrase?.speaker === 'before' ? beforePostposition(prose, clauses, cue.first, from) : null)
    );
  }
  const follows = (): SpeakerWords | null => {
    if (!/^[\s–-]*(?:\S-)?$/u.test(prose.gap(cue.last))) {
      const past = side === 'after' && isCased(prose.lexicon) ? pastRemark(prose, cue.last, to) : null;
      return past === null ? null : besideVerb(prose, past, to);
    }
    const found = besideVerb(prose, cue.last, to);
    // “said Burns had …” is reported speech with a subject of its own.
    return found && !(found.last < to && isFinite(prose, found.last)) ? found : null;
  };
  if (cue.phrase) {
    if (cue.phrase.speaker === 'none') return null;
    if (cue.phrase.speaker === 'after') return speakerAfter(prose, cue.last, to);
    const before = speakerBeforePhrase(prose, cue.first, from);
    // « fa sapere la procura »: a verb of several words.
    return before ?? (side === 'after' && isCased(prose.lexicon) ? follows() : null);
  }
  if (!isCased(prose.lexicon)) {
    if (cue.verb?.participle) return side === 'before' ? subjectOfFirstVerb(prose, from, cue.first) : null;
    // Chinese and Japanese, written without spaces, have the subject first.
    if (prose.lexicon.language.quotation.touching === 'both') {
      return speakerBefore(prose, cue.first, from) ?? follows();
    }
    if (side === 'after') return follows();
    return (
      topicalised(prose, cue.first, from) ??
      follows() ??
      antecedentBefore(prose, cue.first, from) ??
      speakerBefore(prose, cue.first, from)
    );
  }
  const apart = cue.verb !== null && isApart(prose, cue, from);
  if (apart) return subjectBefore(prose, cue.first, from) ?? speakerBefore(prose, cue.first, from);
  return speakerBefore(prose, cue.first, from) ?? follows() ?? subjectOfClause(prose, cue.first, from);
}

import type { Span } from '../text/span.ts';
import { isCased, type Lexicon } from './lexicon.ts';
import { hasArticle } from './names.ts';
import { canBegin, endOfNounPhrase, endsInitial, joins, nounPhraseBefore, withApposition } from './phrase.ts';
import type { Prose } from './prose.ts';
import { beforeBrackets, withTail } from './tail.ts';
import { antecedentBefore, pastAddressee, topicBefore } from './verb-first.ts';

/** Words that name who speaks: word indices, half-open. */
export interface SpeakerWords {
  readonly first: number;
  readonly last: number;
}

/**
 * The speaker after a cue: `قال المحرر جيمس بايز`, “said Jim Bays”. Reads on until a word that can't be
 * part of it, or punctuation. `limit` is the word before which it must end.
 */
export function speakerAfter(prose: Prose, from: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  const first = pastAddressee(prose, skipAdverbs(prose, from, limit), limit);
  const start = words[first];
  if (!start || first >= limit || !canBegin(lexicon, prose, first)) return null;
  if (lexicon.pronouns.has(start.form)) return { first, last: first + 1 };
  const last = endOfNounPhrase(prose, first, limit);
  if (last === first) return null;
  // Where the verb ends the clause, what follows a comma is the rest of the clause.
  if (lexicon.language.speakers.subjectFirst && isCased(lexicon)) return { first, last };
  if (isCased(lexicon)) return { first, last: withTail(prose, last, limit) };
  return { first, last: withApposition(prose, first, last, limit) };
}

/** The speaker before a cue: “Jim Bays, the channel's editor, said”. `limit` is the first word it may use. */
export function speakerBefore(prose: Prose, cueFirst: number, limit: number): SpeakerWords | null {
  const { lexicon } = prose;
  let last = cueFirst;
  if (!isCased(lexicon)) return topicBefore(prose, cueFirst, limit);
  // Auxiliaries and adverbs stand between subject and verb: “has also said”.
  while (last > limit && !/[,،，;:.!?"“”„«»]/u.test(prose.gap(last)) && isFiller(lexicon, prose, last - 1))
    last--;
  if (last <= limit) return null;
  const gap = prose.gap(last);
  if (/[,،，]/u.test(gap)) return beforeComma(prose, last, limit);
  const brackets = beforeBrackets(prose, last, limit);
  if (brackets < last) {
    const named = nounPhraseBefore(prose, brackets, limit);
    return named && { first: named.first, last };
  }
  if (!joins.test(gap) && last !== cueFirst) return null;
  if (!/^[\s-]*$/u.test(gap)) return null;
  return nounPhraseBefore(prose, last, limit);
}

/**
 * The subject of the sentence before a verb form that has none of its own, in a language that begins sentences with
 * the verb: `دافع الوزير عن الاتفاق قائلا`.
 */
export function subjectOfFirstVerb(prose: Prose, from: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  if (from > 0 && !/[.!?؟…]/u.test(prose.gap(from))) return null;
  const form = words[from]?.form ?? '';
  const verb = prose.cueAt(from)?.verb ?? null;
  if (!verb && (lexicon.boundaries.has(form) || lexicon.functionWords.has(form) || hasArticle(lexicon, form)))
    return null;
  if (!/^\s+$/u.test(prose.gap(from + 1))) return null;
  return speakerAfter(prose, from + 1, limit);
}

/** The noun phrase right before a phrase such as `قوله`, which stands behind the speaker. */
export function speakerBeforePhrase(prose: Prose, cueFirst: number, limit: number): SpeakerWords | null {
  return isCased(prose.lexicon)
    ? speakerBefore(prose, cueFirst, limit)
    : (antecedentBefore(prose, cueFirst, limit) ?? nounPhraseBefore(prose, cueFirst, limit));
}

/**
 * The subject of the clause in which a cue stands, where other words come between: «Wie Möllring am Dienstag
 * erklärte», “Kelly smiled and said”. First the clause from its comma on is asked, then the whole sentence.
 */
export function subjectOfClause(prose: Prose, cueFirst: number, limit: number): SpeakerWords | null {
  let clause = cueFirst;
  while (clause > limit && !/[,،，;:–—(]/u.test(prose.gap(clause))) clause--;
  for (const start of clause > limit ? [clause, limit] : [limit]) {
    const first = skipConjunctions(prose, start, cueFirst);
    const found = speakerAfter(prose, first, cueFirst);
    if (found) return found;
  }
  return null;
}

/** Past the words that introduce a clause; none is passed where a preposition begins an adverbial. */
function skipConjunctions(prose: Prose, from: number, limit: number): number {
  const { words, lexicon } = prose;
  let index = from;
  while (index < limit - 1 && index < from + 2) {
    const form = words[index]?.form ?? '';
    const joins =
      lexicon.functionWords.has(form) && !lexicon.determiners.has(form) && !lexicon.pronouns.has(form);
    if (!joins || lexicon.boundaries.has(form)) break;
    index++;
  }
  return index;
}

/** The span of a speaker's words. */
export function spanOf(prose: Prose, speaker: SpeakerWords): Span {
  return { start: prose.words[speaker.first]?.start ?? 0, end: prose.words[speaker.last - 1]?.end ?? 0 };
}

/**
 * The subject of a sentence whose verb stands between it and a cue that has none of its own: “Berg left the hall,
 * saying”, “wrote in a message”. What stands before it up to a comma says when and where.
 */
export function subjectBefore(prose: Prose, cueFirst: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  for (let start = limit; start < cueFirst; start++) {
    if (start > limit && !/[,:;–—]/u.test(prose.gap(start))) continue;
    const found = speakerAfter(prose, skipConjunctions(prose, start, cueFirst), cueFirst);
    if (!found) continue;
    const next = words[found.last];
    const verb =
      next &&
      !next.capital &&
      !lexicon.boundaries.has(next.form) &&
      /^(?:[).\s]*,\s+|[).\s]*\s)$/u.test(prose.gap(found.last));
    if (verb) return found;
  }
  return null;
}

function isFiller(lexicon: Lexicon, prose: Prose, index: number): boolean {
  const word = prose.words[index];
  if (!word || word.capital || lexicon.pronouns.has(word.form) || lexicon.roles.has(word.form)) return false;
  return (
    lexicon.finiteVerbs.has(word.form) ||
    lexicon.functionWords.has(word.form) ||
    /(?:ly|ment|mente)$/u.test(word.form)
  );
}

function skipAdverbs(prose: Prose, from: number, limit: number): number {
  const { words, lexicon } = prose;
  let index = from;
  while (index < limit && index < from + 3) {
    const word = words[index];
    // «assure-t-elle»: one letter between two hyphens is there for its sound.
    if (word?.form.length === 1 && prose.gap(index) === '-' && prose.gap(index + 1) === '-') {
      index++;
      continue;
    }
    if (!word || word.capital || lexicon.pronouns.has(word.form) || !/^\s+$/u.test(prose.gap(index + 1)))
      break;
    if (!/(?:ly|ment|mente)$/u.test(word.form) || lexicon.roles.has(word.form)) break;
    index++;
  }
  return index;
}

/** The subject of a clause whose apposition or relative clause ends with the comma before `last`. */
function beforeComma(prose: Prose, last: number, limit: number): SpeakerWords | null {
  if (isCased(prose.lexicon)) {
    const whole = withTailBefore(prose, last, limit);
    if (whole) return whole;
  }
  for (let index = last - 1; index > Math.max(limit, last - 25); index--) {
    const gap = prose.gap(index);
    if (/[.!?؟。۔।！？;:"“”„«»]/u.test(gap) && !(gap.startsWith('.') && endsInitial(prose, index - 1)))
      return null;
    if (!/[,،，]/u.test(gap)) continue;
    const found = nounPhraseBefore(prose, index, limit);
    if (found) return found;
  }
  return null;
}

/** The first noun phrase of a clause whose apposition or relative clause fills it up to the comma before `last`. */
function withTailBefore(prose: Prose, last: number, limit: number): SpeakerWords | null {
  for (let start = limit; start < last; start++) {
    if (start > limit && !/[,،，:;–—-]\s+$/u.test(prose.gap(start))) continue;
    const first = skipConjunctions(prose, start, last);
    if (!canBegin(prose.lexicon, prose, first)) continue;
    const end = endOfNounPhrase(prose, first, last);
    if (end === first || !/^[).]*\s*,/u.test(prose.gap(end))) continue;
    if (withTail(prose, end, last) === last) return { first, last };
  }
  return null;
}

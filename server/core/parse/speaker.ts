import type { Span } from '../text/span.ts';
import { isCased, type Lexicon } from './lexicon.ts';
import { hasArticle, isAddressed } from './names.ts';
import type { Prose } from './prose.ts';
import { beforeBrackets, pastBrackets, withTail } from './tail.ts';

/** Words that name who speaks: word indices, half-open. */
export interface SpeakerWords {
  readonly first: number;
  readonly last: number;
}

/** The most words a speaker has with title, office and name. */
const longest = 14;

/** Punctuation that may stand within a speaker: a hyphen, an apostrophe, the stop of an initial, brackets. */
const joins = /^(?:\s*|\s*[-–'’]\s*|\.\s+|\s+\(|\)\s+)$/u;

/** How many words of the clause after a comma still belong to the speaker: “Jim Bays, diplomatic editor, …”. */
const longestApposition = 8;

/**
 * The speaker after a cue: `قال المحرر جيمس بايز`, “said Jim Bays”. Reads on until a word that can't be
 * part of it, or punctuation. `limit` is the word before which it must end.
 */
export function speakerAfter(prose: Prose, from: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  const first = skipAdverbs(prose, from, limit);
  const start = words[first];
  if (!start || first >= limit || !canBegin(lexicon, prose, first)) return null;
  if (lexicon.pronouns.has(start.form)) return { first, last: first + 1 };
  const last = endOfNounPhrase(prose, first, limit);
  if (last === first) return null;
  if (isCased(lexicon)) return { first, last: withTail(prose, last, limit) };
  return { first, last: withApposition(prose, first, last, limit) };
}

/** The speaker before a cue: “Jim Bays, the channel's editor, said”. `limit` is the first word it may use. */
export function speakerBefore(prose: Prose, cueFirst: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
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
 * A subject before its verb in a language that has it behind: only at the beginning of a clause (`رئيس البنك قال`), or
 * taken up again by the verb (`أما الوزير فقال`).
 */
function topicBefore(prose: Prose, cueFirst: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  let start = cueFirst;
  while (start > limit && !/[.،,;؛:!؟()"“”«»–—，。；：！？「」]/u.test(prose.gap(start))) start--;
  const topic = lexicon.topics.has(words[start]?.form ?? '');
  const first = topic ? start + 1 : start;
  if (
    first >= cueFirst ||
    !canBegin(lexicon, prose, first) ||
    (lexicon.functionWords.has(words[first]?.form ?? '') && !lexicon.pronouns.has(words[first]?.form ?? ''))
  ) {
    return null;
  }
  if (topic) return { first, last: cueFirst };
  const last = endOfNounPhrase(prose, first, cueFirst);
  return last === cueFirst ? { first, last } : null;
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
    : nounPhraseBefore(prose, cueFirst, limit);
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

/** Whether a word may be the first of a speaker. */
function canBegin(lexicon: Lexicon, prose: Prose, index: number): boolean {
  const word = prose.words[index];
  if (!word || lexicon.boundaries.has(word.form) || /^\d/.test(word.form)) return false;
  if (!isCased(lexicon)) {
    return (
      !lexicon.finiteVerbs.has(word.form) && !isAddressed(lexicon, word.form) && !prose.cueAt(index)?.verb
    );
  }
  if (lexicon.pronouns.has(word.form)) return true;
  if (joinsClauses(lexicon, word.form) || isParticiple(lexicon, word.form)) return false;
  if (word.capital || lexicon.roles.has(word.form)) return true;
  // A determiner or an adjective counts if a role or a name follows closely: “a former minister”.
  for (let next = index + 1; next < index + 5; next++) {
    const following = prose.words[next];
    if (!following || !joins.test(prose.gap(next)) || lexicon.boundaries.has(following.form)) return false;
    if (following.capital || lexicon.roles.has(following.form)) return true;
  }
  return false;
}

/** A preposition or a conjunction: it holds a clause together and begins no noun phrase. */
function joinsClauses(lexicon: Lexicon, form: string): boolean {
  return lexicon.functionWords.has(form) && !lexicon.determiners.has(form) && !lexicon.roles.has(form);
}

/** A verb form without a subject of its own: “saying”, « ajoutant ». */
export function isParticiple(lexicon: Lexicon, form: string): boolean {
  return lexicon.participles.some((ending) => form.length > ending.length + 2 && form.endsWith(ending));
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
      /^[).\s]*,?\s+$/u.test(prose.gap(found.last));
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
    if (!word || word.capital || lexicon.pronouns.has(word.form) || !/^\s+$/u.test(prose.gap(index + 1)))
      break;
    if (!/(?:ly|ment|mente)$/u.test(word.form) || lexicon.roles.has(word.form)) break;
    index++;
  }
  return index;
}

function endOfNounPhrase(prose: Prose, first: number, limit: number): number {
  const { words, lexicon } = prose;
  const cased = isCased(lexicon);
  let last = first;
  for (let index = first; index < Math.min(limit, first + longest); index++) {
    const word = words[index];
    if (!word || lexicon.boundaries.has(word.form)) break;
    if (index > first) {
      const gap = prose.gap(index);
      const past = cased ? pastBrackets(prose, index, limit) : index;
      if (past > index) {
        index = past - 1;
        last = past;
        continue;
      }
      if (!joins.test(gap) || (gap.startsWith('.') && !endsInitial(prose, index - 1))) break;
      const cue = prose.cueAt(index);
      if (cue?.verb && !cue.verb.weak) break;
      if (cased && endsName(prose, index, limit)) break;
      if (cased && !word.capital && (lexicon.finiteVerbs.has(word.form) || lexicon.pronouns.has(word.form)))
        break;
    }
    last = index + 1;
  }
  // Words that only join can't end it: “minister of”.
  while (cased && last > first + 1) {
    const word = words[last - 1];
    if (!word || word.capital || lexicon.roles.has(word.form) || !lexicon.functionWords.has(word.form)) break;
    last--;
  }
  return last;
}

/**
 * Whether a word that is no part of a name follows one. What joins may, and what is followed by an office or a name
 * itself (“Trump campaign manager Corey Berg”); any other is the verb.
 */
function endsName(prose: Prose, index: number, limit: number): boolean {
  const { words, lexicon } = prose;
  const isPart = (at: number): boolean => {
    const word = words[at];
    return word !== undefined && (word.capital || lexicon.roles.has(word.form));
  };
  if (isPart(index) || !words[index - 1]?.capital || !/^\s+$/u.test(prose.gap(index))) return false;
  if (
    lexicon.functionWords.has(words[index]?.form ?? '') ||
    lexicon.determiners.has(words[index]?.form ?? '')
  )
    return false;
  for (let next = index + 1; next < Math.min(limit, index + 3); next++) {
    if (!/^[\s-]+$/u.test(prose.gap(next)) || lexicon.functionWords.has(words[next]?.form ?? '')) return true;
    if (isPart(next)) return false;
  }
  return true;
}

function endsInitial(prose: Prose, index: number): boolean {
  const word = prose.words[index];
  return word !== undefined && (prose.lexicon.abbreviations.has(word.form) || word.end - word.start <= 2);
}

/** An office's name after a comma, if the clause is short and closed by a comma of its own. */
function withApposition(prose: Prose, first: number, last: number, limit: number): number {
  const { words, lexicon } = prose;
  const word = words[first];
  if (!word || isCased(lexicon) || !lexicon.roles.has(stripArticle(word.form))) return last;
  if (!/^\s*،\s*$/u.test(prose.gap(last))) return last;
  const end = endOfNounPhrase(prose, last, Math.min(limit, last + longestApposition));
  return end - last <= 4 && end > last && /^\s*[،,，]/u.test(prose.gap(end)) ? end : last;
}

/** The word without the Arabic article. */
function stripArticle(form: string): string {
  return form.startsWith('ال') && form.length > 4 ? form.slice(2) : form;
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

/** The noun phrase that ends with the word before `last`. `limit` is the first word it may use. */
export function nounPhraseBefore(prose: Prose, last: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  const cased = isCased(lexicon);
  const end = words[last - 1];
  if (!end || lexicon.boundaries.has(end.form)) return null;
  if (lexicon.pronouns.has(end.form)) return { first: last - 1, last };
  if (cased && !end.capital && !lexicon.roles.has(end.form)) return withDeterminer(prose, last, limit);
  let first = last - 1;
  while (first > limit && last - first < longest) {
    const word = words[first - 1];
    const gap = prose.gap(first);
    if (!word || !joins.test(gap) || (gap.startsWith('.') && !endsInitial(prose, first - 1))) break;
    if (lexicon.boundaries.has(word.form) || lexicon.pronouns.has(word.form)) break;
    if (!cased && lexicon.finiteVerbs.has(word.form)) break;
    if (cased && !word.capital && (lexicon.finiteVerbs.has(word.form) || prose.cueAt(first - 1))) break;
    first--;
  }
  // A noun after a preposition is no subject: «Am Montag sagte».
  const before = words[first - 1];
  if (
    cased &&
    before &&
    first > limit &&
    /^\s+$/u.test(prose.gap(first)) &&
    lexicon.boundaries.has(before.form)
  ) {
    return null;
  }
  while (first < last - 1) {
    const word = words[first];
    if (!word || word.capital || lexicon.roles.has(word.form) || !isConnector(lexicon, word.form)) break;
    first++;
  }
  return { first, last };
}

/** “the 43-year-old”, “the board”: a common noun is a speaker if its article stands before it. */
function withDeterminer(prose: Prose, last: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  for (let first = last - 1; first >= Math.max(limit, last - 5); first--) {
    const word = words[first];
    if (!word || (first < last - 1 && !joins.test(prose.gap(first + 1)))) return null;
    if (lexicon.determiners.has(word.form)) return first < last - 1 ? { first, last } : null;
    if (lexicon.boundaries.has(word.form) || lexicon.finiteVerbs.has(word.form)) return null;
  }
  return null;
}

/** Words that may join the parts of a speaker but can't begin one. */
export function isConnector(lexicon: Lexicon, form: string): boolean {
  return lexicon.functionWords.has(form) && /^(?:and|of|but|as|und|aber|et|mais|y|pero|и|но|و)$/u.test(form);
}

import { isCased, type Lexicon } from './lexicon.ts';
import { isAddressed } from './names.ts';
import type { Prose } from './prose.ts';
import type { SpeakerWords } from './speaker.ts';
import { pastBrackets } from './tail.ts';

/** The most words a speaker has with title, office and name. */
const longest = 14;

/** Punctuation that may stand within a speaker: a hyphen, an apostrophe, the stop of an initial, brackets. */
export const joins = /^(?:\s*|\s*[-–'’]\s*|\.\s+|\s+\(|\)\s+)$/u;

/** How many words of the clause after a comma still belong to the speaker: “Jim Bays, diplomatic editor, …”. */
const longestApposition = 8;

/** Whether a word may be the first of a speaker. */
export function canBegin(lexicon: Lexicon, prose: Prose, index: number): boolean {
  const word = prose.words[index];
  const age = lexicon.language.quotation.touching === 'both';
  if (!word || lexicon.boundaries.has(word.form) || (!age && /^\d/.test(word.form))) return false;
  if (!isCased(lexicon)) {
    // A conjunction joined to a mark is a word by itself only to the eye: و“…”.
    if (lexicon.joinedPrefixes.has(word.form) && /^\S/u.test(prose.gap(index + 1))) return false;
    // שר: an office that is written like a verb.
    const verb = prose.cueAt(index)?.verb;
    if (verb && !(verb.weak && lexicon.roles.has(word.form))) return false;
    return !lexicon.finiteVerbs.has(word.form) && !isAddressed(lexicon, word.form);
  }
  if (lexicon.pronouns.has(word.form)) return true;
  // « all’agenzia »: a preposition written together with its noun.
  if ([...lexicon.joinedPrepositions].some((prefix) => word.form.startsWith(prefix))) return false;
  if (joinsClauses(lexicon, word.form) || isParticiple(lexicon, word.form)) return false;
  // “Hanno sfilato”: a verb that has its capital from its place.
  if (word.capital && lexicon.finiteVerbs.has(word.form) && prose.words[index + 1]?.capital !== true)
    return false;
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

export function endOfNounPhrase(prose: Prose, first: number, limit: number): number {
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
      // `قال سالم لموقع النادي`; behind an office it says whose that is: `المحرر الدبلوماسي لقناة النيل`.
      const office = lexicon.roles.has(words[first]?.form ?? '');
      if (!cased && !office && isAddressed(lexicon, word.form)) break;
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
  // Where a preposition joins what depends on a noun, an office too is followed by nothing but its verb.
  const before = words[index - 1]?.capital ?? false;
  const ends = before || (lexicon.genitives.size > 0 && isPart(index - 1));
  if (isPart(index) || !ends || !/^\s+$/u.test(prose.gap(index))) return false;
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

export function endsInitial(prose: Prose, index: number): boolean {
  const word = prose.words[index];
  return word !== undefined && (prose.lexicon.abbreviations.has(word.form) || word.end - word.start <= 2);
}

/** An office's name after a comma, if the clause is short and closed by a comma of its own. */
export function withApposition(prose: Prose, first: number, last: number, limit: number): number {
  const { words, lexicon } = prose;
  const word = words[first];
  if (!word || isCased(lexicon) || !lexicon.roles.has(stripArticle(word.form))) return last;
  if (!/^\s*،\s*$/u.test(prose.gap(last))) return last;
  const end = endOfNounPhrase(prose, last, Math.min(limit, last + longestApposition));
  // Where the verb ends the clause, the rest of the clause follows: `وزیر راه، امید سروش در گفت‌وگو`.
  const closed =
    /^\s*[،,，]/u.test(prose.gap(end)) ||
    (lexicon.language.speakers.subjectFirst === true && lexicon.boundaries.has(words[end]?.form ?? ''));
  return end - last <= 4 && end > last && closed ? end : last;
}

/** The word without the Arabic article. */
function stripArticle(form: string): string {
  return form.startsWith('ال') && form.length > 4 ? form.slice(2) : form;
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
    lexicon.boundaries.has(before.form) &&
    // «Ранее Сомов обещал»: an adverb.
    lexicon.functionWords.has(before.form)
  ) {
    // «На вопрос о сроках мэр ответила»: an office in the subject's case begins the subject.
    const office = lexicon.obliqueEndings.length > 0 && first < last - 1 && lexicon.roles.has(end.form);
    return office && !lexicon.obliqueEndings.some((ending) => end.form.endsWith(ending))
      ? { first: last - 1, last }
      : null;
  }
  while (first < last - 1) {
    const word = words[first];
    if (!word || word.capital || lexicon.roles.has(word.form) || !isConnector(lexicon, word.form)) break;
    first++;
  }
  // “Y añadió”: a conjunction alone is nobody.
  const only = words[first];
  if (cased && only && first === last - 1 && isConnector(lexicon, only.form)) return null;
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
  return (
    lexicon.functionWords.has(form) &&
    /^(?:and|of|but|as|und|aber|et|mais|y|e|ed|ma|mas|pero|и|а|но|dan|و)$/u.test(form)
  );
}

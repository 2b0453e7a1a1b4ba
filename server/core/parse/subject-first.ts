import type { Span } from '../text/span.ts';
import { isCased, type Cue } from './lexicon.ts';
import type { Prose } from './prose.ts';
import { nounPhraseBefore } from './phrase.ts';
import { speakerAfter, type SpeakerWords } from './speaker.ts';
import { wordAt } from './words.ts';

/**
 * The subject before a cue in a language that ends its clauses with the verb: what stands before the word that marks
 * subjects (Hindi `ने`, Urdu `نے`), else `known`, else the first noun phrase of the sentence, whatever comes between.
 */
export function subjectFirst(
  prose: Prose,
  cue: Cue,
  from: number,
  known: SpeakerWords | null,
): SpeakerWords | null {
  const marked = markedSubject(prose, from, cue.first + 1);
  // `در نشست خبری اعلام کرد`: a noun phrase behind a preposition is the subject only where there is no other.
  const joined = known && prose.lexicon.boundaries.has(prose.words[known.first - 1]?.form ?? '');
  const first = joined && !isCased(prose.lexicon) ? speakerAfter(prose, from, known.first) : null;
  if (marked ?? first ?? known) return marked ?? first ?? withName(prose, from, known);
  return isCased(prose.lexicon) ? null : speakerAfter(prose, from, cue.first);
}

/** What stands between two commas before its verb is said of the name before it: `گیو ارسلان، اقتصاددان، معتقد است`. */
function withName(prose: Prose, from: number, known: SpeakerWords | null): SpeakerWords | null {
  if (!known || isCased(prose.lexicon)) return known;
  const apart = /^\s*[,،]/u;
  if (!apart.test(prose.gap(known.first)) || !apart.test(prose.gap(known.last))) return known;
  const name = speakerAfter(prose, from, known.first);
  return name && { first: name.first, last: known.last };
}

/**
 * The subject of a quotation that stands between it and its verb: `Berg, “…” dedi`. `from` is the first word of the
 * sentence.
 */
export function subjectBeforeQuotation(prose: Prose, quotation: Span, from: number): SpeakerWords | null {
  const end = wordAt(prose.words, quotation.start);
  if (end <= from || !/^[\s,،，]*$/u.test(prose.text.slice(prose.words[end - 1]?.end ?? 0, quotation.start)))
    return null;
  const marked = markedSubject(prose, from, end);
  if (marked || !isCased(prose.lexicon)) return marked ?? speakerAfter(prose, from, end);
  return nounPhraseBefore(prose, end, from) ?? firstSubject(prose, from, end);
}

/**
 * The noun phrase with which a sentence begins, if it may be its subject: a name with an ending behind an apostrophe
 * stands in another case (`İzmir'de`).
 */
function firstSubject(prose: Prose, from: number, end: number): SpeakerWords | null {
  const found = speakerAfter(prose, from, end);
  const last = found && prose.words[found.last - 1];
  if (!last || /['’]/u.test(last.form)) return null;
  // `Yayıncılar derneğinden`: one noun may belong to the next, a name of several words does not.
  const named = found.last > found.first + 1 && last.capital;
  return named || /^\s*,/u.test(prose.gap(found.last)) ? found : null;
}

function markedSubject(prose: Prose, from: number, to: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  for (let index = to - 1; index > from; index--) {
    if (lexicon.subjectMarkers.has(words[index]?.form ?? '')) return nounPhraseBefore(prose, index, from);
  }
  return null;
}

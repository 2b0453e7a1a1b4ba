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
  if (marked ?? known) return marked ?? known;
  return isCased(prose.lexicon) ? null : speakerAfter(prose, from, cue.first);
}

/**
 * The subject of a quotation that stands between it and its verb: `Berg, “…” dedi`. `from` is the first word of the
 * sentence.
 */
export function subjectBeforeQuotation(prose: Prose, quotation: Span, from: number): SpeakerWords | null {
  const end = wordAt(prose.words, quotation.start);
  if (end <= from || !/^[\s,،，]*$/u.test(prose.text.slice(prose.words[end - 1]?.end ?? 0, quotation.start)))
    return null;
  return (
    markedSubject(prose, from, end) ??
    (isCased(prose.lexicon) ? nounPhraseBefore(prose, end, from) : speakerAfter(prose, from, end))
  );
}

function markedSubject(prose: Prose, from: number, to: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  for (let index = to - 1; index > from; index--) {
    if (lexicon.subjectMarkers.has(words[index]?.form ?? '')) return nounPhraseBefore(prose, index, from);
  }
  return null;
}

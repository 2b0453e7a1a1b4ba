import { isCased, noArticle, type Lexicon } from './lexicon.ts';
import { isAddressed } from './names.ts';
import { canBegin, endOfNounPhrase } from './phrase.ts';
import type { Prose } from './prose.ts';
import type { SpeakerWords } from './speaker.ts';

/** How far before a relative pronoun the office is looked for with which its antecedent begins, in words. */
const longestAntecedent = 6;

/** How far behind a verb the office is looked for that follows whoever is spoken to, in words. */
const longestAddressee = 6;

/**
 * A subject before its verb in a language that has it behind: only at the beginning of a clause (`رئيس البنك قال`), or
 * taken up again by the verb (`أما الوزير فقال`).
 */
export function topicBefore(prose: Prose, cueFirst: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  let start = cueFirst;
  while (start > limit && !/[.،,;؛:!؟()"“”«»–—，。；：！？「」]/u.test(prose.gap(start))) start--;
  const topic = lexicon.topics.has(words[start]?.form ?? '');
  const first = topic ? start + 1 : start;
  if (
    first >= cueFirst ||
    (!topic && !canBegin(lexicon, prose, first)) ||
    (!topic &&
      lexicon.functionWords.has(words[first]?.form ?? '') &&
      !lexicon.pronouns.has(words[first]?.form ?? ''))
  ) {
    return null;
  }
  if (topic) return { first, last: withoutFillers(prose, first, cueFirst) };
  const unspaced = lexicon.language.quotation.touching === 'both';
  if (unspaced && lexicon.pronouns.has(words[first]?.form ?? '')) return { first, last: first + 1 };
  const last = endOfNounPhrase(prose, first, cueFirst);
  // 部长对记者说: where no spaces divide words, an adverbial between subject and verb begins with its preposition.
  if (unspaced && last > first + 1 && lexicon.boundaries.has(words[last]?.form ?? '')) return { first, last };
  return last === cueFirst ? { first, last } : null;
}

/** The subject between a word that puts it first and its verb: `أما الوزير فقال`, `وكان الوزير قد قال`. */
export function topicalised(prose: Prose, cueFirst: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  let start = cueFirst;
  while (start > limit && !/[.،,;؛:!؟()"“”«»–—，。；：！？「」]/u.test(prose.gap(start))) start--;
  return lexicon.topics.has(words[start]?.form ?? '') ? topicBefore(prose, cueFirst, limit) : null;
}

/** The end of a subject without the particles that stand between it and its verb: `قد`. */
function withoutFillers({ words, lexicon }: Prose, first: number, end: number): number {
  let last = end;
  while (last > first + 1) {
    const form = words[last - 1]?.form ?? '';
    if (!lexicon.boundaries.has(form) && !lexicon.functionWords.has(form)) break;
    last--;
  }
  return last;
}

/**
 * Whom a relative pronoun before a cue stands for: `مؤيديه الذين هتفوا`. The noun before it, or from an office on
 * (`وزير الخارجية السابق سالم الحداد الذي قال`).
 */
export function antecedentBefore(prose: Prose, cueFirst: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  const last = cueFirst - 1;
  if (!lexicon.relatives.has(words[last]?.form ?? '') || last - 1 < limit) return null;
  // `التي وصفها`: the pronoun joined to the verb stands for it, and whoever speaks is somebody else.
  if (
    prose.cueAt(cueFirst)?.verb &&
    lexicon.objectEndings.some((ending) => words[cueFirst]?.form.endsWith(ending))
  )
    return null;
  let first = last - 1;
  if (lexicon.boundaries.has(words[first]?.form ?? '')) return null;
  for (let index = first; index >= Math.max(limit, last - longestAntecedent); index--) {
    const form = words[index]?.form ?? '';
    if (!/^\s*$/u.test(prose.gap(index + 1)) || lexicon.boundaries.has(form)) break;
    if (lexicon.roles.has(form)) first = index;
  }
  return { first, last };
}

/** Whether a word is an office, with the article joined to it or without. */
function isOffice(lexicon: Lexicon, form: string): boolean {
  if (lexicon.roles.has(form)) return true;
  return [...lexicon.joinedPrefixes].some(
    (prefix) =>
      !lexicon.joinedPrepositions.has(prefix) &&
      form.startsWith(prefix) &&
      lexicon.roles.has(form.slice(prefix.length)),
  );
}

/**
 * Past somebody spoken to between a verb and its subject: `قال لصحيفة «…» مدير المرفأ`. They are told by the
 * preposition joined to them, and end where an office begins.
 */
export function pastAddressee(prose: Prose, from: number, limit: number): number {
  const { words, lexicon } = prose;
  const form = words[from]?.form ?? '';
  const bare = lexicon.joinedPrepositions.has(form) && /^\S/u.test(prose.gap(from + 1));
  if (isCased(lexicon) || lexicon.language.speakers.subjectFirst || from >= limit) return from;
  // `הודיעה אתמול מנהלת המספנה`: an adverb or a preposition. Where an article tells whether a noun belongs to the
  // office behind it, that is not known, and nothing is passed.
  const adverb =
    lexicon.article === noArticle && lexicon.boundaries.has(form) && !lexicon.complementisers.has(form);
  if (!bare && !adverb && !isAddressed(lexicon, form)) return from;
  for (let index = from + 1; index < Math.min(limit, from + longestAddressee); index++) {
    const next = words[index]?.form ?? '';
    if (/[.،,:؛؟!]/u.test(prose.gap(index)) || lexicon.complementisers.has(next)) return from;
    if (lexicon.boundaries.has(next)) return from;
    if (isOffice(lexicon, next) && !(adverb && index === from + 1 && lexicon.functionWords.has(form)))
      return index;
  }
  return from;
}

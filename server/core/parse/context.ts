import type { QuotationKind } from '../article.ts';
import type { Span } from '../text/span.ts';
import { isEveryday } from './behind.ts';
import { namesSomebody, type Cue } from './lexicon.ts';
import type { Prose } from './prose.ts';
import { spanOf, type SpeakerWords } from './speaker.ts';
import { speakerOf, subjectOfSentence } from './subject.ts';
import { wordAt } from './words.ts';

/** What the words around a quotation tell of its speaker where no cue stands beside it. Offsets are the paragraph's. */
export interface Context {
  /** Whether the sentence before names somebody, who may well be the one who speaks. */
  readonly afterName: boolean;
  /** The subject of its own sentence, or of the one before if it makes up its sentence alone. */
  readonly subject: Span | null;
  /** The subject of the sentence before, if it is somebody: whom a pronoun in the reporting clause stands for. */
  readonly namedBefore: Span | null;
  /** The cue and the speaker of an earlier sentence whose report its sentence goes on with: „Das sei ‚übel‘.“ */
  readonly report: Report | null;
  /** Whether its sentence is in the mood of indirect speech. */
  readonly inMood: boolean;
}

/** What an earlier sentence reports, and of whom. */
interface Report {
  readonly cue: Span | null;
  readonly speaker: Span | null;
  /** Whether the verb has no object, so that what was said is still to come. */
  readonly open: boolean;
}

/** A sentence is looked through over this many words. */
const longestSentence = 60;

/** A clause is looked through for its comma over this many UTF-16 units. */
const longestClause = 600;

/** Over how many sentences a report may go on before its cue is too far away. */
const longestReport = 4;

/**
 * What the sentences around a quotation tell. `outer` is the quotation with its marks, `previousEnd` the end of the
 * one before it: whoever is named within that is no speaker of this one.
 */
export function contextOf(prose: Prose, outer: Span, kind: QuotationKind, previousEnd: number): Context {
  const { words, lexicon } = prose;
  const { clauses } = lexicon.language;
  const start = prose.sentenceEndBefore(outer.start + 1);
  const alone = wordAt(words, start) >= wordAt(words, outer.start);
  const from = alone ? prose.sentenceEndBefore(start) : start;
  const first = wordAt(words, from);
  const last = wordAt(words, outer.start);
  const begin = Math.max(first, last - longestSentence);
  let afterName = false;
  for (let index = begin; index < last && !afterName; index++) {
    const word = words[index];
    // The first word of a sentence has its capital from its place.
    afterName = word !== undefined && (index > begin || !word.capital) && namesSomebody(lexicon, word);
  }
  const report = alone && clauses && previousEnd <= from ? reportBefore(prose, start) : null;
  const open = !alone || previousEnd <= from;
  let subject = report?.speaker ?? null;
  if (!subject && (kind === 'partial' || kind === 'direct') && begin === first && last > first && open) {
    const found = subjectOfSentence(prose, first, last);
    subject = found && spanOf(prose, found);
  }
  const namedBefore = alone && subject && isSomebody(prose, subject) ? subject : null;
  const inMood = !alone && isInMood(prose, start, outer);
  if (inMood) return { afterName, subject, namedBefore, report: reportBefore(prose, start), inMood };
  // „Berg kritisierte den Plan. ‚…‘“: the sentence before announces it, without a colon.
  return {
    afterName,
    subject,
    namedBefore,
    report: clauses && kind === 'direct' && report?.open ? report : null,
    inMood,
  };
}

/** Whether a subject names a person or an office, and is no pronoun. */
function isSomebody({ words, lexicon }: Prose, subject: Span): boolean {
  const among = words.slice(wordAt(words, subject.start), wordAt(words, subject.end));
  if (among.some((word) => lexicon.pronouns.has(word.form))) return false;
  return among.some(
    (word) => lexicon.roles.has(word.form) || (word.capital && !lexicon.determiners.has(word.form)),
  );
}

/** Whether one of the words from `from` to `to` is a verb in the mood of indirect speech. */
function moodAmong(prose: Prose, from: number, to: number): boolean {
  const reported = prose.lexicon.language.clauses?.reported ?? [];
  return prose.words.slice(from, to).some((word) => !word.capital && reported.includes(word.form));
}

/** Whether the clause with which a sentence begins holds a quotation and is in the mood of indirect speech. */
function isInMood(prose: Prose, start: number, outer: Span): boolean {
  if (!prose.lexicon.language.clauses) return false;
  const { words, text } = prose;
  const ahead = text.slice(Math.max(start, outer.start - longestClause), outer.start);
  if (ahead.includes(',')) {
    // «Es sei zu früh, ‚Geschenke‘ zu verteilen»: the main clause, and what it says.
    const from = wordAt(words, start);
    const main = wordAt(words, outer.start - ahead.length + ahead.indexOf(','));
    return main - from <= longestSentence && moodAmong(prose, from, main);
  }
  const sentenceEnd = prose.sentenceEnds[prose.sentencesBefore(outer.end)] ?? text.length;
  const comma = text.slice(outer.end, outer.end + longestClause).indexOf(',');
  const clauseEnd = comma < 0 ? sentenceEnd : Math.min(outer.end + comma, sentenceEnd);
  const first = wordAt(words, outer.start);
  const behind = wordAt(words, outer.end);
  const before = Math.max(wordAt(words, start), first - longestSentence);
  const after = Math.min(wordAt(words, clauseEnd), behind + longestSentence);
  return moodAmong(prose, before, first) || moodAmong(prose, behind, after);
}

/** «Berg sagte, …», «fügte Berg hinzu.»: nothing but punctuation behind the verb and its subject. */
function hasNoObject(prose: Prose, cue: Cue, speaker: SpeakerWords | null): boolean {
  const behind = speaker?.first === cue.last ? speaker.last : cue.last;
  return !/^\s+$/u.test(prose.gap(behind));
}

/** Whether a verb tells what somebody speaks of: «kritisierte den Plan», «reagierte unwirsch». */
function isTopical(prose: Prose, { verb }: Cue): boolean {
  return verb !== null && (prose.lexicon.language.clauses?.topical.includes(verb.lemma) ?? false);
}

/** The report with which a sentence goes on that begins at an offset. */
function reportBefore(prose: Prose, start: number): Report | null {
  const { words } = prose;
  let end = start;
  for (let sentences = 0; sentences < longestReport && end > 0; sentences++) {
    const from = prose.sentenceEndBefore(end);
    const first = wordAt(words, from);
    const last = wordAt(words, end);
    const near = Math.max(first, last - longestSentence);
    const cue = prose
      .cuesAmong(near, last)
      .findLast(
        (candidate) =>
          (!candidate.verb?.weak || isTopical(prose, candidate)) && !isEveryday(prose, candidate),
      );
    // «kritisierte, …» reports; «kritisierte den Plan» tells what the words were about.
    if (cue && isTopical(prose, cue) && !prose.gap(cue.last).includes(',')) {
      const speaker = speakerOf(prose, cue, near, last, 'before');
      return speaker && { cue: null, speaker: spanOf(prose, speaker), open: sentences === 0 };
    }
    if (cue) {
      const speaker = speakerOf(prose, cue, near, last, 'before');
      const span = { start: words[cue.first]?.start ?? 0, end: words[cue.last - 1]?.end ?? 0 };
      return {
        cue: span,
        speaker: speaker && spanOf(prose, speaker),
        // «laut Berg ‚endlich möglich‘» has reported what it is there for.
        open: cue.phrase
          ? !/["“”„«»]/u.test(prose.text.slice(span.end, end))
          : hasNoObject(prose, cue, speaker),
      };
    }
    if (!moodAmong(prose, near, last)) {
      const speaker = near === first ? subjectOfSentence(prose, first, last) : null;
      return speaker && { cue: null, speaker: spanOf(prose, speaker), open: false };
    }
    end = from;
  }
  return null;
}

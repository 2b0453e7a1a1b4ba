import type { Defect } from '../article.ts';
import { shift, slice } from '../text/span.ts';
import type { Conventions } from './conventions.ts';
import { isCased, namesSomebody } from './lexicon.ts';
import type { Prose } from './prose.ts';
import {
  attributionAtEnd,
  inquitFollows,
  inquitsIn,
  longestAttribution,
  speechEndBefore,
  type Inquit,
} from './speech-end.ts';
import type { Stretch } from './spoken.ts';
import { wordAt, type Word } from './words.ts';

/** Speech has at least this many words before a reporting clause is taken for one. */
const leastSpeech = 3;

/** A clause with a verb that has everyday meanings too has at most this many words: „…, meint Berg.“ */
const shortClause = 6;

/** How far back a clause is looked for that announces the speech. Words. */
const reachBefore = 12;

/**
 * Closing marks that stand after the attribution instead of before it: “We will come, he said.” Languages
 * that write the clause inside the marks do so with a pronoun, or where the speech goes on after it; a clause
 * that names the speaker ends no speech there either. All offsets are the paragraph's own.
 */
export function closedLate(
  prose: Prose,
  stretches: readonly Pick<Stretch, 'open' | 'close' | 'depth'>[],
  conventions: Conventions,
): Defect[] {
  const defects: Defect[] = [];
  for (const { open, close, depth } of stretches) {
    if (!open || !close || depth > 0) continue;
    const [from, to] = [open.end, close.start];
    if (announced(prose, open.start)) continue;
    const first = wordAt(prose.words, from);
    const atEnd = attributionAtEnd(prose, from, to);
    const ends = atEnd !== null && atEnd.firstWord - first >= leastSpeech && reports(prose, atEnd, to);
    const inquit = ends ? atEnd : attributionWithin(prose, from, to);
    if (!inquit || inquit.firstWord - first < leastSpeech) continue;
    // After a full stop a new sentence begins, whatever it reports.
    const stopped = /[^.]\.$/u.test(prose.before(to)) && !/^[,،]/u.test(prose.after(close.end, 1));
    if (!stopped && inquitFollows(prose, close.end)) continue;
    const at = speechEndBefore(prose, inquit, conventions.commaInside);
    const mark = slice(prose.text, close);
    // The space that stands inside the mark goes with it: «… quartier », annonce Nadia Ferrouk.
    const space = mark === '»' ? (/\s$/u.exec(prose.text.slice(from, to))?.[0] ?? '') : '';
    const moved = { start: at, end: at, newText: space + mark };
    const removed = { start: close.start - space.length, end: close.end, newText: '' };
    const { start, end } = close;
    const repairs = [{ edits: [moved, removed], mark }];
    defects.push({ start, end, kind: 'closed-late', mark, partner: open, repairs, undecided: false });
  }
  return defects;
}

/** A defect of a paragraph that begins at an offset, in the article's offsets. */
export function shiftDefect(defect: Defect, by: number): Defect {
  return {
    ...defect,
    ...shift(defect, by),
    partner: defect.partner && shift(defect.partner, by),
    repairs: defect.repairs.map(({ edits, mark }) => ({
      edits: edits.map((edit) => ({ ...shift(edit, by), newText: edit.newText })),
      mark,
    })),
  };
}

/**
 * A sentence within the marks that ends in a clause that names who spoke, and behind it nothing but the newspaper's own
 * words: “We will come, said Anna Berg. The bridge has been closed since May.”
 */
function attributionWithin(prose: Prose, from: number, to: number): Inquit | null {
  const { lexicon, words, sentenceEnds } = prose;
  if (lexicon.language.quotation.cueInside || !isCased(lexicon)) return null;
  for (const inquit of inquitsIn(prose, from, to)) {
    if (inquit.cue.verb?.weak) continue;
    const offset = words[inquit.cue.last - 1]?.end ?? to;
    const end = sentenceEnds[prose.sentencesBefore(offset)] ?? to;
    if (end >= to) return null;
    const length = wordAt(words, end) - inquit.firstWord;
    if (length > longestAttribution || !reports(prose, inquit, end)) continue;
    const rest = words.slice(wordAt(words, end), wordAt(words, to));
    return rest.some(({ form }) => lexicon.speechWords.has(form)) ? null : inquit;
  }
  return null;
}

/** Whether a clause at the end of speech does nothing but name who spoke. */
function reports(prose: Prose, { cue, firstWord }: Inquit, to: number): boolean {
  const { words, lexicon } = prose;
  const clause = words.slice(firstWord, wordAt(words, to));
  const next = words[cue.last];
  // “the mayor said he would”: reported speech of its own.
  if (firstWord < cue.first && next && next.start < to && lexicon.pronouns.has(next.form)) return false;
  const names = (word: Word): boolean => namesSomebody(lexicon, word) && !lexicon.pronouns.has(word.form);
  const named = clause.some(names);
  // Where the speech goes on after a comma or a dash, the clause stands in its midst.
  const last = clause.findLastIndex((_, index) => index > 0 && /[,،–—]/u.test(prose.gap(firstWord + index)));
  const goesOn = last > 0 && !clause.slice(last).some(names);
  if (lexicon.language.quotation.cueInside && (!named || goesOn)) return false;
  return (
    !cue.verb?.weak || (isCased(lexicon) && named && firstWord === cue.first && clause.length <= shortClause)
  );
}

/** Whether a colon or a clause before the opening mark says who speaks already. */
function announced(prose: Prose, offset: number): boolean {
  if (/[:：]$/u.test(prose.before(offset))) return true;
  const index = wordAt(prose.words, offset);
  const first = Math.max(index - reachBefore, wordAt(prose.words, prose.sentenceEndBefore(offset)));
  return prose.cuesAmong(first, index).some((cue) => !cue.verb?.weak);
}

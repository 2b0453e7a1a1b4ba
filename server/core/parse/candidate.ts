import type { CuePosition, QuotationKind } from '../article.ts';
import type { Span } from '../text/span.ts';
import type { Cue } from './lexicon.ts';
import type { Prose } from './prose.ts';
import type { SpeakerWords } from './speaker.ts';
import { wordAt } from './words.ts';

/** A quotation as attribution sees it; offsets are the paragraph's own. */
export interface Quoted {
  readonly outer: Span;
  readonly inner: Span;
  readonly kind: QuotationKind;
  /** Where the quotation before it ends, and where the next one begins: cues beyond belong to those. */
  readonly previousEnd: number;
  readonly nextStart: number;
}

/** Words that may report a quotation, with how much speaks for them. */
export interface Candidate {
  readonly cue: Cue | null;
  readonly speaker: SpeakerWords | null;
  readonly position: CuePosition;
  readonly score: number;
  readonly detachedBy: Span | null;
}

/** How many words before the opening mark a cue may stand in the same sentence. */
export const reachBefore = 40;

/** The index of the first word that belongs to the next quotation, or the number of words. */
export function limitAfter(prose: Prose, quoted: Quoted): number {
  return wordAt(prose.words, quoted.nextStart);
}

/** The index of the first word after the quotation before. */
export function limitBefore(prose: Prose, quoted: Quoted): number {
  return wordAt(prose.words, quoted.previousEnd);
}

/** The index of the first word of the sentence in which an offset stands. */
export function sentenceStart(prose: Prose, offset: number): number {
  return wordAt(prose.words, prose.sentenceEndBefore(offset));
}

/** Whether a sentence ends before a word. */
export function endsSentence(prose: Prose, index: number): boolean {
  return index >= prose.words.length || /[.!?؟。۔।！？]/u.test(prose.gap(index));
}

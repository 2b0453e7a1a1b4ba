import type { Attribution, AttributionStatus } from '../article.ts';
import type { Span } from '../text/span.ts';
import { before, byName, inside, leftInside } from './ahead.ts';
import { after, atEnd } from './behind.ts';
import { endsSentence, type Candidate, type Quoted } from './candidate.ts';
import type { Cue } from './lexicon.ts';
import { isParticiple } from './phrase.ts';
import type { Prose } from './prose.ts';
import { spanOf, type SpeakerWords } from './speaker.ts';
import { wordAt } from './words.ts';

/** An attribution within one paragraph, with what speaks for it. */
export interface Found {
  readonly attribution: Attribution;
  /** A full stop stands between the speech and its attribution: its span, for `attribution/detached`. */
  readonly detachedBy: Span | null;
  /** A reporting clause stands before the speech and another behind it, for `attribution/doubled`. */
  readonly doubledBy: { readonly before: Span; readonly after: Span } | null;
}

/** Finds who says a quotation, by the words around it in its paragraph; null where nothing tells. */
export function attributionOf(prose: Prose, quoted: Quoted): Found | null {
  const behind = after(prose, quoted);
  const ahead = before(prose, quoted);
  const candidates = [
    behind,
    ahead,
    atEnd(prose, quoted),
    prose.lexicon.language.quotation.cueInside ? inside(prose, quoted) : null,
    byName(prose, quoted),
    leftInside(prose, quoted),
  ].filter((candidate) => candidate !== null);
  candidates.sort((one, other) => other.score - one.score);
  const [best] = candidates;
  if (!best) return null;
  const doubledBy =
    ahead && behind && quoted.kind === 'direct' ? doubled(prose, quoted, ahead, behind) : null;
  return { attribution: describe(prose, best), detachedBy: best.detachedBy, doubledBy };
}

/**
 * The words of two clauses of which each reports the same speech: one before a colon or right before the mark, one
 * behind the closing mark that holds nothing but verb and speaker. One that a full stop cuts off is a slip of another
 * kind, and told as that.
 */
function doubled(prose: Prose, quoted: Quoted, ahead: Candidate, behind: Candidate): Found['doubledBy'] {
  const { words, lexicon } = prose;
  const [first, second] = [ahead.cue, behind.cue];
  if (!first?.verb || !second?.verb || behind.detachedBy || !behind.speaker) return null;
  if ([first.verb, second.verb].some((verb) => verb.weak ?? verb.naming ?? verb.participle)) return null;
  if (isParticiple(lexicon, words[second.first]?.form ?? '')) return null;
  const start = wordAt(words, quoted.outer.end);
  const gap = prose.text.slice(words[wordAt(words, quoted.outer.start) - 1]?.end ?? 0, quoted.outer.start);
  const last = Math.max(second.last, behind.speaker.last);
  const alone = Math.min(second.first, behind.speaker.first) === start && endsSentence(prose, last);
  const colon = /[:：]/u.test(gap);
  const announces = colon || first.last === wordAt(words, quoted.outer.start);
  if (!alone || !announces) return null;
  // “Berg said, “No,” the Herald reported”: the paper hands on what Berg said.
  if (!colon && ahead.speaker && namesOther(prose, ahead.speaker, behind.speaker)) return null;
  return { before: hull(prose, first, ahead.speaker), after: hull(prose, second, behind.speaker) };
}

/** Whether two speakers are named, and their last words differ. */
function namesOther({ words, lexicon }: Prose, one: SpeakerWords, other: SpeakerWords): boolean {
  const [first, second] = [words[one.last - 1]?.form ?? '', words[other.last - 1]?.form ?? ''];
  return first !== second && !lexicon.pronouns.has(first) && !lexicon.pronouns.has(second);
}

/** From the first to the last word of a cue and its speaker. */
function hull({ words }: Prose, cue: Cue, speaker: SpeakerWords | null): Span {
  const first = Math.min(cue.first, speaker?.first ?? cue.first);
  const last = Math.max(cue.last, speaker?.last ?? cue.last);
  return { start: words[first]?.start ?? 0, end: words[last - 1]?.end ?? 0 };
}

function describe(prose: Prose, candidate: Candidate): Attribution {
  const { cue, speaker, position } = candidate;
  return {
    status: statusOf(prose, speaker),
    cue: cue ? cueSpan(prose, cue) : null,
    position,
    speaker: speaker ? spanOf(prose, speaker) : null,
    carriedFrom: null,
  };
}

function statusOf(prose: Prose, speaker: SpeakerWords | null): AttributionStatus {
  if (!speaker) return 'carried';
  const { first, last } = speaker;
  if (last === first + 1 && prose.lexicon.pronouns.has(prose.words[first]?.form ?? '')) return 'carried';
  return isAnonymous(prose, speaker) ? 'anonymous' : 'named';
}

/** The words of a cue, with the pronoun that turns its verb back on the subject: «äußerte sich». */
function cueSpan({ words, lexicon }: Prose, cue: Cue): Span {
  const reflexive = lexicon.language.clauses?.reflexive.includes(words[cue.last]?.form ?? '') ?? false;
  const last = cue.verb && reflexive ? cue.last : cue.last - 1;
  return { start: words[cue.first]?.start ?? 0, end: words[last]?.end ?? 0 };
}

function isAnonymous(prose: Prose, speaker: SpeakerWords): boolean {
  const forms = prose.words.slice(speaker.first, speaker.last).map((word) => word.form);
  return prose.lexicon.anonymous.some((phrase) =>
    forms.some((_, from) => phrase.every((wanted, offset) => forms[from + offset] === wanted)),
  );
}

/** Who says the speech of the next paragraph, where this one ends in the colon that announces it. */
export function announcement(prose: Prose, previousEnd: number): Attribution | null {
  const { length } = prose.text;
  // By the last character alone: a pattern would look for a colon all through every paragraph.
  if (!/[:：]/u.test(prose.text.slice(-1))) return null;
  const end = { start: length, end: length };
  const quoted = { outer: end, inner: end, kind: 'direct' as const, previousEnd, nextStart: length };
  return attributionOf(prose, quoted)?.attribution ?? null;
}

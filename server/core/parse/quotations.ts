import type { Attribution, Quotation } from '../article.ts';
import { shift, type Span } from '../text/span.ts';
import { announcement, type Found } from './attribution.ts';
import { judge, type LocalQuotation, type SpokenParagraph } from './paragraph-quotations.ts';
import type { Prose } from './prose.ts';
import type { Stretch } from './spoken.ts';

/** Speech that runs over paragraphs has one speaker, named in any of them. */
interface Speech {
  readonly members: number[];
}

const nobody: Attribution = { status: 'none', cue: null, position: null, speaker: null, carriedFrom: null };

/** A dash and a name, alone on a line. */
const signature = /^[-–—]{1,2}\s?(\p{L}[^.!?؟:"“”«»]{1,78})\.?$/u;

const needless: Attribution = { ...nobody, status: 'not-needed' };

/** The quotations of an article with their kinds and speakers, and where a full stop cuts one off. */
export class Attributor {
  readonly quotations: Quotation[] = [];
  readonly detached: { readonly quotation: number; readonly span: Span }[] = [];
  readonly doubled: { readonly quotation: number; readonly before: Span; readonly after: Span }[] = [];
  #speech: Speech | null = null;
  /** The last speaker named, for cues without one of their own. */
  #lastSpeaker: Span | null = null;

  /** Who says the next paragraph's speech, by the colon at the end of the one before. */
  #announced: Attribution | null = null;

  /** Whether the paragraph before ends with speech whose speaker is known. */
  #spokeBefore = false;

  /** Takes in the next paragraph, which holds no quotation. `start` is where it begins. */
  addUnquoted(prose: Prose, start: number): void {
    this.#sign(prose, start);
    this.#spokeBefore = false;
    this.#announced = this.#announcementOf(prose, start, null);
  }

  /** Takes in the next paragraph, which holds some. */
  add(paragraph: SpokenParagraph): void {
    const { stretches, start, prose } = paragraph;
    const local = paragraph.reading.local(() => judge(paragraph));
    let previous = null as Quotation | null;
    stretches.forEach((stretch, index) => {
      const judged = local.quotations[index];
      if (!judged) return;
      const { kind } = judged;
      const found = local.found[index] ?? null;
      const attribution = this.#resolve(found, judged, stretch, start, previous);
      const quotation: Quotation = { ...strip(stretch), kind, attribution };
      this.quotations.push(quotation);
      if (found?.doubledBy) {
        const { before, after } = found.doubledBy;
        const index = this.quotations.length - 1;
        this.doubled.push({ quotation: index, before: shift(before, start), after: shift(after, start) });
      }
      if (found?.detachedBy) {
        this.detached.push({ quotation: this.quotations.length - 1, span: shift(found.detachedBy, start) });
      }
      if (stretch.depth === 0) {
        const said = attribution.status === 'named' ? attribution.speaker : attribution.carriedFrom;
        if (said && attribution.status !== 'not-needed') this.#lastSpeaker = said;
        this.#follow(stretch);
        previous = quotation;
      }
    });
    // A verb without a subject hands no speaker on to the next paragraph.
    this.#spokeBefore = previous !== null && isSpoken(previous) && previous.attribution.speaker !== null;
    this.#announced = this.#announcementOf(prose, start, previous);
  }

  #announcementOf(prose: Prose, start: number, last: Quotation | null): Attribution | null {
    const announced = announcement(prose, last?.kind === 'direct' ? last.end - start : 0);
    if (!announced) return null;
    const { cue, speaker, status } = announced;
    return {
      ...announced,
      cue: cue && shift(cue, start),
      speaker: speaker && shift(speaker, start),
      carriedFrom: status === 'carried' ? this.#lastSpeaker : null,
    };
  }

  /** A line such as “– Anna Berg, mayor” signs the speech in the paragraph above it. */
  #sign(prose: Prose, start: number): void {
    const match = signature.exec(prose.text);
    if (!match?.[1]) return;
    const index = this.quotations.findLastIndex(({ depth }) => depth === 0);
    const last = this.quotations[index];
    if (last?.kind !== 'direct' || last.attribution.cue) return;
    const from = start + match[0].indexOf(match[1]);
    const speaker = { start: from, end: from + match[1].trimEnd().length };
    this.quotations[index] = {
      ...last,
      attribution: { status: 'named', cue: null, position: 'after', speaker, carriedFrom: null },
    };
    this.#lastSpeaker = speaker;
  }

  #resolve(
    found: Found | null,
    { kind, context, goesOn }: LocalQuotation,
    stretch: Stretch,
    by: number,
    previous: Quotation | null,
  ): Attribution {
    if (found && (found.attribution.cue || found.attribution.speaker || !previous)) {
      const { attribution } = found;
      // “The mayor smiled. “…,” he said.”
      const named = attribution.speaker && context.namedBefore && shift(context.namedBefore, by);
      return {
        ...attribution,
        cue: attribution.cue && shift(attribution.cue, by),
        speaker: attribution.speaker && shift(attribution.speaker, by),
        carriedFrom: attribution.status === 'carried' ? (named ?? this.#lastSpeaker) : null,
      };
    }
    if (stretch.depth > 0) return needless;
    if (this.#announced && kind === 'direct' && stretch.start === by) return this.#announced;
    // „…“ Und: „…“
    if (found && previous && isSpoken(previous)) return { ...previous.attribution, position: 'shared' };
    const subject = context.subject && shift(context.subject, by);
    const goesOnWith = previous?.kind === 'direct' && previous.attribution.cue ? previous.attribution : null;
    if (context.inMood && goesOnWith) return { ...goesOnWith, position: 'shared' };
    if (context.report) {
      const cue = context.report.cue && shift(context.report.cue, by);
      const speaker = (context.report.speaker && shift(context.report.speaker, by)) ?? this.#lastSpeaker;
      return { status: 'carried', cue, position: 'shared', speaker, carriedFrom: speaker };
    }
    if (kind !== 'direct') return { ...needless, speaker: context.inMood ? null : subject };
    const earlier = stretch.continues ? this.quotations[this.#speech?.members.at(-1) ?? -1] : previous;
    if (
      earlier &&
      (stretch.continues || goesOn) &&
      earlier.attribution.status !== 'none' &&
      earlier.attribution.status !== 'not-needed'
    ) {
      return { ...earlier.attribution, position: 'shared' };
    }
    // Nobody is named beside it, but the text just before may make clear who goes on speaking.
    const implied =
      previous === null && stretch.start === by ? this.#spokeBefore : context.afterName || previous !== null;
    if (!implied) return nobody;
    const carriedFrom = subject ?? this.#lastSpeaker;
    return { ...nobody, status: 'carried', speaker: carriedFrom, carriedFrom };
  }

  /** Keeps count of speech over several paragraphs, and gives all of it the speaker that one part names. */
  #follow(stretch: Stretch): void {
    const index = this.quotations.length - 1;
    if (stretch.continues && this.#speech) this.#speech.members.push(index);
    else this.#speech = { members: [index] };
    const { attribution } = this.quotations[index] ?? { attribution: nobody };
    if (!stretch.continues || attribution.status === 'none' || attribution.status === 'not-needed') return;
    for (const member of this.#speech.members) {
      const other = this.quotations[member];
      if (other && (other.attribution.status === 'none' || isImplied(other.attribution))) {
        this.quotations[member] = { ...other, attribution: { ...attribution, position: 'shared' } };
      }
    }
  }
}

/** Only the text before tells who speaks; a part of the same speech that names somebody tells more. */
function isImplied({ status, cue, position }: Attribution): boolean {
  return status === 'carried' && cue === null && position === null;
}

function isSpoken({ kind, attribution }: Quotation): boolean {
  return kind === 'direct' && attribution.status !== 'none' && attribution.status !== 'not-needed';
}

function strip(stretch: Stretch): Omit<Quotation, 'kind' | 'attribution'> {
  const { start, end, open, close, depth, continues, continued } = stretch;
  return { start, end, open, close, depth, continues, continued };
}

import type { QuotationKind } from '../article.ts';
import { shift, type Span } from '../text/span.ts';
import { attributionOf, type Found } from './attribution.ts';
import { contextOf, type Context } from './context.ts';
import { finerKinds } from './finer-kinds.ts';
import { kindOf } from './kind.ts';
import type { Prose } from './prose.ts';
import type { KnownReading, LocalResult } from './readings.ts';
import type { Stretch } from './spoken.ts';

/** A quotation with its kind; offsets are its paragraph's own. */
export interface LocalQuotation {
  readonly outer: Span;
  readonly inner: Span;
  readonly kind: QuotationKind;
  /** What its own sentence and the one before tell of its speaker where no cue stands beside it. */
  readonly context: Context;
  /** Whether it goes on right after the speech before it, with only that one's reporting clause between. */
  readonly goesOn: boolean;
}

/** A paragraph with the quotations that stand in it, in the order of the text. */
export interface SpokenParagraph extends Span {
  readonly prose: Prose;
  readonly stretches: readonly Stretch[];
  readonly reading: KnownReading;
  readonly headline: boolean;
}

/** What one paragraph tells of its quotations; depends on its text and its marks' reading alone. */
export function judge(paragraph: SpokenParagraph): LocalResult {
  const { prose, stretches, start } = paragraph;
  let end = 0;
  const quotations = stretches.map((stretch) => {
    const quotation = localQuotation(prose, stretch, start, end);
    if (quotation.kind === 'direct') end = Math.max(end, quotation.outer.end);
    return quotation;
  });
  const found: (Found | null)[] = [];
  // A title or a term before a quotation does not hide its sentence's cue; speech that stands before it does.
  let previousEnd = 0;
  let speech: { quotation: LocalQuotation; found: Found | null } | null = null;
  stretches.forEach((stretch, index) => {
    const quotation = quotations[index];
    if (!quotation || stretch.depth > 0) {
      found.push(null);
      return;
    }
    let next = index + 1;
    // A name in the clause behind it does not end the reach of its cue: «…», сообщил агентству «Причал» министр.
    while ((stretches[next]?.depth ?? 0) > 0 || quotations[next]?.kind === 'title') next++;
    const nextStart = (stretches[next]?.start ?? paragraph.end) - start;
    found.push(attributionOf(prose, { ...quotation, previousEnd, nextStart }));
    quotations[index] = { ...quotation, goesOn: goesOn(prose, speech, quotation.outer.start) };
    speech = quotation.kind === 'direct' ? { quotation, found: found.at(-1) ?? null } : null;
    if (quotation.kind === 'direct') previousEnd = quotation.outer.end;
  });
  const kinds = finerKinds(paragraph, quotations, found);
  return {
    quotations: quotations.map((quotation, index) => ({
      ...quotation,
      kind: kinds[index] ?? quotation.kind,
    })),
    found,
  };
}

function localQuotation(prose: Prose, stretch: Stretch, by: number, previousEnd: number): LocalQuotation {
  const outer = shift(stretch, -by);
  const inner = {
    start: (stretch.open?.end ?? stretch.start) - by,
    end: (stretch.close?.start ?? stretch.end) - by,
  };
  const running = stretch.continues || stretch.continued;
  const kind = kindOf(prose, { outer, inner, running });
  return { outer, inner, kind, context: contextOf(prose, outer, kind, previousEnd), goesOn: false };
}

/**
 * Whether speech goes on in a quotation after the one before it: right behind it, or with nothing between but the
 * clause that reports the first: “…,” said Berg. “…”
 */
function goesOn(
  prose: Prose,
  before: { quotation: LocalQuotation; found: Found | null } | null,
  start: number,
): boolean {
  if (!before) return false;
  const { end } = before.quotation.outer;
  const between = prose.text.slice(end, start);
  if (!/[\p{L}\p{N}]/u.test(between)) return true;
  const cue = before.found?.attribution.cue;
  if (!cue || cue.start < end || cue.start >= start) return false;
  return prose.sentencesBefore(start) - prose.sentencesBefore(end) <= 1;
}

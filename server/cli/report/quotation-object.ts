import type { Quotation, Span } from '../../index.ts';
import type { Judged } from './report.ts';

/**
 * A quotation as programs get it. The keys up to `cue` are a contract, as in `FindingObject`. Offsets count
 * UTF-16 units of the decoded text without a byte order mark; spans are `[start, end]`.
 */
export interface QuotationObject {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** Where the opening mark begins; null where it is missing. */
  readonly open: number | null;
  /** Where the closing mark begins; null where it is missing. */
  readonly close: number | null;
  readonly kind: Quotation['kind'];
  readonly attribution: Quotation['attribution']['status'];
  readonly speaker: readonly [number, number] | null;
  readonly cue: readonly [number, number] | null;
  /** Where the speaker of a carried attribution was named last. */
  readonly carriedFrom: readonly [number, number] | null;
  /** 0 for a quotation in the text, 1 for one within it. */
  readonly depth: number;
  /** Whether it goes on with the speech of the paragraph before, and whether the next one goes on with it. */
  readonly continues: boolean;
  readonly continued: boolean;
  /** From 1; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Which of its file's records the article is, from 1; only where the file holds several. */
  readonly record?: number;
  /** Who wrote the article and when, in the words of its file, where that says it. */
  readonly author?: string;
  readonly date?: string;
}

/** A quotation of an article in the shape of the contract. */
export function quotationObject(judged: Judged, quotation: Quotation): QuotationObject {
  const place = judged.placeAt(quotation.start);
  const { start, end } = judged.inFile(quotation);
  const pair = (span: Span | null): readonly [number, number] | null => {
    const found = span && judged.inFile(span);
    return found && [found.start, found.end];
  };
  const { status, speaker, cue, carriedFrom } = quotation.attribution;
  return {
    file: judged.name,
    start,
    end,
    open: pair(quotation.open)?.[0] ?? null,
    close: pair(quotation.close)?.[0] ?? null,
    kind: quotation.kind,
    attribution: status,
    speaker: pair(speaker),
    cue: pair(cue),
    carriedFrom: pair(carriedFrom),
    depth: quotation.depth,
    continues: quotation.continues,
    continued: quotation.continued,
    line: place.line + 1,
    column: place.character + 1,
    ...(judged.record !== undefined && { record: judged.record }),
    ...judged.about,
  };
}

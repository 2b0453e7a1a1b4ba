import type { Position, SelectionRange } from 'vscode-languageserver';
import type { Article, Quotation, Span } from '../index.ts';
import { toOffset, toRange } from './convert.ts';
import type { JudgedArticle } from './judgements.ts';

/** For each place what a growing selection takes in: sentence, quotation, paragraph, article. */
export function selectionsAt(
  { document, analysis }: JudgedArticle,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    const offset = toOffset(document, position);
    const spans = spansAround(analysis.article, offset);
    const whole: SelectionRange = {
      range: toRange(document, { start: 0, end: analysis.article.text.length }),
    };
    return spans.reduceRight<SelectionRange>(
      (parent, span) => ({ range: toRange(document, span), parent }),
      whole,
    );
  });
}

/** The spans around a place, each within the next. */
function spansAround(article: Article, offset: number): Span[] {
  const around = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const paragraph = article.paragraphs.find(around);
  const text = { start: article.paragraphs[0]?.start ?? 0, end: article.bodyEnd };
  const spans = [
    ...(paragraph ? sentencesOf(article, paragraph) : []),
    ...article.quotations.flatMap((quotation) => [innerOf(quotation), quotation]),
    ...(paragraph ? [paragraph] : []),
    text,
  ]
    .filter(around)
    .sort((one, other) => one.end - one.start - (other.end - other.start));
  const chain: Span[] = [{ start: offset, end: offset }];
  for (const span of spans) {
    const last = chain.at(-1) ?? span;
    const larger = span.end - span.start > last.end - last.start;
    // A sentence may begin in a quotation and end behind it; such a one is left out.
    if (larger && span.start <= last.start && last.end <= span.end) chain.push(span);
  }
  return chain;
}

/** What stands between the marks. */
function innerOf({ start, end, open, close }: Quotation): Span {
  return { start: open?.end ?? start, end: close?.start ?? end };
}

function sentencesOf({ text, language }: Article, paragraph: Span): Span[] {
  const locale = language === 'und' ? undefined : language;
  const segments = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(
    text.slice(paragraph.start, paragraph.end),
  );
  return Array.from(segments, ({ segment, index }) => ({
    start: paragraph.start + index,
    end: paragraph.start + index + segment.trimEnd().length,
  }));
}

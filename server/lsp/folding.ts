import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { Span } from '../index.ts';
import { toLines } from './convert.ts';
import type { JudgedArticle } from './judgements.ts';

/** What may be folded: the text below its headline, a speech of several paragraphs, residue of several lines. */
export function foldsOf(judged: JudgedArticle): FoldingRange[] {
  const { paragraphs, bodyEnd } = judged.analysis.article;
  const headline = paragraphs.find(({ kind }) => kind === 'headline');
  const body = headline ? [{ start: headline.start, end: bodyEnd }] : [];
  return [
    ...toFolds(judged, body, FoldingRangeKind.Region),
    ...toFolds(judged, speeches(judged)),
    ...toFolds(judged, residues(judged), FoldingRangeKind.Comment),
  ];
}

/** Speeches that go on from paragraph to paragraph. */
function speeches({ analysis }: JudgedArticle): Span[] {
  const spans: Span[] = [];
  let start: number | undefined;
  for (const { start: begins, end, depth, continues, continued } of analysis.article.quotations) {
    if (depth > 0) continue;
    if (!continues) start = begins;
    if (!continued && start !== undefined) spans.push({ start, end });
  }
  return spans;
}

/** Paragraphs of residue one after the other. */
function residues({ analysis }: JudgedArticle): Span[] {
  const spans: Span[] = [];
  let start: number | undefined;
  let end = 0;
  for (const paragraph of [...analysis.article.paragraphs, { kind: 'body', start: 0, end: 0 }]) {
    if (paragraph.kind === 'residue') {
      start ??= paragraph.start;
      ({ end } = paragraph);
    } else if (start !== undefined) {
      spans.push({ start, end });
      start = undefined;
    }
  }
  return spans;
}

function toFolds(
  { document }: JudgedArticle,
  spans: readonly Span[],
  kind?: FoldingRangeKind,
): FoldingRange[] {
  return spans.flatMap((span) => {
    const { first, last } = toLines(document, span);
    return last > first ? [{ startLine: first, endLine: last, ...(kind && { kind }) }] : [];
  });
}

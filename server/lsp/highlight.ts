import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver';
import type { Quotation, Span } from '../index.ts';
import { toOffset, toRange } from './convert.ts';
import type { JudgedArticle } from './judgements.ts';

/**
 * What belongs to the place the cursor is at: to a quotation mark its partner, to a cue or a speaker the marks
 * of what they say. Null elsewhere, so that the editor may show what it likes.
 */
export function highlightsAt(
  { document, analysis }: JudgedArticle,
  position: Position,
): DocumentHighlight[] | null {
  const offset = toOffset(document, position);
  const at = (span: Span | null): boolean => span !== null && span.start <= offset && offset <= span.end;
  const { quotations } = analysis.article;
  const marked = quotations.find(({ open, close }) => at(open) || at(close));
  const attributed = quotations.find(({ attribution }) => at(attribution.cue) || at(attribution.speaker));
  const spans = marked ? marksOf(marked) : attributed ? [...marksOf(attributed), ...wordsOf(attributed)] : [];
  if (spans.length === 0) return null;
  return spans.map((span) => ({ range: toRange(document, span), kind: DocumentHighlightKind.Text }));
}

function marksOf({ open, close }: Quotation): Span[] {
  return [open, close].filter((mark) => mark !== null);
}

function wordsOf({ attribution }: Quotation): Span[] {
  return [attribution.cue, attribution.speaker].filter((words) => words !== null);
}

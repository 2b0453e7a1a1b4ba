import type { InlayHint, Range } from 'vscode-languageserver';
import type { Say } from '../index.ts';
import { toRange, toSpan } from './convert.ts';
import type { JudgedArticle } from './judgements.ts';
import { sayAttribution, shorten } from './quotations.ts';

/** So many UTF-16 units of a name are enough beside the text. */
const longestName = 40;

/** Who speaks where the article says it only before: «وأضاف» (who?). Nothing unless the settings ask for it. */
export function inlayHintsIn(
  { document, analysis, judging }: JudgedArticle,
  range: Range,
  say: Say,
): InlayHint[] {
  if (!judging.inlayHints) return [];
  const { article } = analysis;
  const within = toSpan(document, range);
  return article.quotations.flatMap((quotation): InlayHint[] => {
    const { status, cue, speaker, carriedFrom, position } = quotation.attribution;
    if (status !== 'carried' || !carriedFrom || quotation.depth > 0) return [];
    // A cue that is shared stands beside another quotation and shows the name there.
    if (position === 'shared' || quotation.continues) return [];
    const place = speaker?.end ?? cue?.end ?? quotation.start;
    if (place < within.start || within.end < place) return [];
    const name = shorten(article.text.slice(carriedFrom.start, carriedFrom.end), longestName);
    return [
      {
        position: toRange(document, { start: place, end: place }).start,
        label: `(${name})`,
        tooltip: sayAttribution(article, quotation, say),
        paddingLeft: true,
        paddingRight: place === quotation.start,
      },
    ];
  });
}

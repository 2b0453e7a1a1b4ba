import type { Rule } from '../../../core/engine/rule.ts';
import { lineToDelete } from '../../../core/parse/residue.ts';
import { slice } from '../../../core/text/span.ts';

/** How far below the headline its copy may stand: under a marker or a byline, not deep in the text. */
const nearestParagraphs = 4;

/** The words alone: a copy may differ in spaces, invisible characters and its last mark. */
function words(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cf}\s]+/gu, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
    .toLowerCase();
}

const rule: Rule = {
  id: 'structure/headline-repeated',
  summary: 'The headline stands a second time at the beginning of the text.',
  why: 'Importers write the title both as title and as first line. Whatever counts words or learns from the corpus sees the sentence twice.',
  severity: 'warning',
  fixes: ['safe', 'review'],
  unnecessary: true,
  messages: {
    exact: 'The headline is repeated word for word. A reader wants it once. Delete this copy.',
    nearly: 'The headline is repeated, but for punctuation or spacing. A reader wants it once. Delete this copy.',
    first: 'The headline.',
  },
  titles: { delete: 'Delete the repeated headline' },
  check({ article, report }) {
    const { text, paragraphs } = article;
    const [headline, ...others] = paragraphs.filter((paragraph) => paragraph.kind !== 'residue');
    if (!headline) return;
    const wanted = words(slice(text, headline));
    if (wanted === '') return;
    for (const paragraph of others.slice(0, nearestParagraphs)) {
      const copy = slice(text, paragraph);
      if (words(copy) !== wanted) continue;
      const exact = copy === slice(text, headline);
      report({
        start: paragraph.start,
        end: paragraph.end,
        message: exact ? 'exact' : 'nearly',
        related: [{ start: headline.start, end: headline.end, message: 'first' }],
        fixes: [
          {
            title: 'delete',
            safety: exact ? 'safe' : 'review',
            edits: [{ ...lineToDelete(article, paragraph), newText: '' }],
          },
        ],
      });
    }
  },
};

export default rule;

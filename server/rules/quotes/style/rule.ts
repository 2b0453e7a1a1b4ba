import type { Quotation } from '../../../core/article.ts';
import type { Rule } from '../../../core/engine/rule.ts';
import type { Edit } from '../../../core/text/edit.ts';
import { slice } from '../../../core/text/span.ts';

/** A quotation that stands whole: both marks are there. */
interface Whole {
  readonly open: Edit;
  readonly close: Edit;
  readonly pair: string;
  readonly holds: readonly string[];
}

const singles = /^[‘’'‚‹›]/u;

const rule: Rule = {
  id: 'quotes/style',
  summary: 'A quotation has other marks than most of the article’s.',
  why: 'An article reads as put together from several sources, and a corpus teaches several signs for one thing.',
  severity: 'off',
  fixes: ['review', 'choice'],
  messages: {
    found:
      'Most quotations of this article stand between {right}, this one between {wrong}. A reader takes the difference for a meaning. Use one style in the article.',
  },
  titles: {
    here: 'Write this quotation with {right}',
    everywhere: 'Write all quotations of the article with {right}',
  },
  check({ article, report }) {
    const whole = wholeQuotations(article.text, article.quotations);
    const usual = mostUsed(whole);
    if (!usual) return;
    const [open = '', close = ''] = usual.split(' ');
    // A quotation that holds one with the usual marks would seem to end there.
    const others = whole.filter(({ pair, holds }) => pair !== usual && !holds.includes(usual));
    const rewrite = (quotation: Whole): Edit[] => [
      { ...quotation.open, newText: open },
      { ...quotation.close, newText: close },
    ];
    const everywhere = others.flatMap(rewrite);
    for (const quotation of others) {
      const data = { wrong: quotation.pair, right: usual };
      report({
        start: quotation.open.start,
        end: quotation.open.end,
        message: 'found',
        data,
        fixes: [
          { title: 'here', data, safety: 'review', edits: rewrite(quotation) },
          { title: 'everywhere', data, safety: 'choice', edits: everywhere },
        ],
      });
    }
  },
};

/** The outer quotations that stand whole, with the pairs that those within them use. */
function wholeQuotations(text: string, quotations: readonly Quotation[]): Whole[] {
  const found: (Whole & { holds: string[] })[] = [];
  for (const { open, close, depth } of quotations) {
    if (!open || !close) continue;
    const pair = `${slice(text, open)} ${slice(text, close)}`;
    const around = found.at(-1);
    if (depth > 0 && around && around.close.start > close.start) around.holds.push(pair);
    else if (depth === 0 && !singles.test(pair)) {
      found.push({ open: { ...open, newText: '' }, close: { ...close, newText: '' }, pair, holds: [] });
    }
  }
  return found;
}

/** The pair that more quotations use than any other; null where none does, or there is but one. */
function mostUsed(whole: readonly Whole[]): string | null {
  const counts = new Map<string, number>();
  for (const { pair } of whole) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  return first && second && first[1] > second[1] ? first[0] : null;
}

export default rule;

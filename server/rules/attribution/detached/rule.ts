import type { Rule } from '../../../core/engine/rule.ts';
import { slice } from '../../../core/text/span.ts';

const rule: Rule = {
  id: 'attribution/detached',
  summary: 'A full stop after the closing mark cuts the words that say who spoke off from the speech.',
  why: 'Machine translation cuts the sentence in two. The rest is no sentence, and whatever looks for the speaker does not find one.',
  severity: 'warning',
  fixes: ['review'],
  messages: {
    found:
      'This full stop cuts the speech off from “{words}”, which says who spoke and is no sentence of its own. Replace it by a comma.',
    plain:
      'This full stop cuts the speech off from “{words}”, which says who spoke and is no sentence of its own. Delete it.',
  },
  titles: { comma: 'Replace the full stop by a comma ({comma})', delete: 'Delete the full stop' },
  check({ article, language, report }) {
    const { comma } = language.sentence;
    for (const { quotation, span } of article.detached) {
      const { attribution, close } = article.quotations[quotation] ?? {};
      if (!attribution?.cue) continue;
      const words = { ...attribution.cue, end: Math.max(attribution.cue.end, attribution.speaker?.end ?? 0) };
      // Speech that ends in its own comma already («…,» said X) needs the stop deleted, not replaced.
      const inside = close ? article.text.charAt(close.start - 1) : '';
      const ended = language.quotation.punctuation === 'inside' && /[,?!]/u.test(inside);
      report({
        ...span,
        message: ended ? 'plain' : 'found',
        data: { words: slice(article.text, words) },
        fixes: [
          {
            title: ended ? 'delete' : 'comma',
            data: { comma },
            safety: 'review',
            edits: [{ start: span.end - 1, end: span.end, newText: ended ? '' : comma }],
          },
        ],
      });
    }
  },
};

export default rule;

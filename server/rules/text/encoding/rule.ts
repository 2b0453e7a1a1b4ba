import type { Rule } from '../../../core/engine/rule.ts';
import { findMisread } from '../../../core/text/misread.ts';

const rule: Rule = {
  id: 'text/encoding',
  summary: 'Text that was read in the wrong encoding, such as `Ø§Ù„` for `ال` or `â€™` for `’`.',
  why: 'Nobody can read it, no search finds it, and a corpus learns words that do not exist.',
  severity: 'warning',
  fixes: ['review'],
  messages: {
    misread: 'This text is UTF-8 that was read as {encoding}. It stands for “{text}”. Put that in its place.',
  },
  titles: { decode: 'Replace by “{text}”' },
  check({ article, report }) {
    for (const { start, end, encoding, text } of findMisread(article.text)) {
      const data = { encoding, text: text.length <= 60 ? text : `${text.slice(0, 60)}…` };
      report({
        start,
        end,
        message: 'misread',
        data,
        fixes: [{ title: 'decode', data, safety: 'review', edits: [{ start, end, newText: text }] }],
      });
    }
  },
};

export default rule;

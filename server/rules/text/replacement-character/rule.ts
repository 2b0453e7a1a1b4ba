import type { Rule } from '../../../core/engine/rule.ts';

const rule: Rule = {
  id: 'text/replacement-character',
  summary: 'The character U+FFFD, which stands where a letter was lost when the text was decoded.',
  why: 'The letter cannot be told from the text. Words with it are in no dictionary, and no search finds them.',
  severity: 'warning',
  fixes: [],
  messages: {
    lost: 'A character was lost here when the text was decoded. Look it up in the source and put it in.',
    several:
      '{count} characters were lost here when the text was decoded. Look them up in the source and put them in.',
  },
  titles: {},
  check({ article, report }) {
    for (const { 0: run, index } of article.text.matchAll(/\uFFFD+/gu)) {
      const count = run.length;
      report({
        start: index,
        end: index + count,
        message: count === 1 ? 'lost' : 'several',
        data: { count: String(count) },
      });
    }
  },
};

export default rule;

import type { Rule } from '../../../core/engine/rule.ts';

/** A longer line is a text of its own, a news flash; UTF-16 units. */
const longestHeadline = 150;

const rule: Rule = {
  id: 'structure/headline-only',
  summary: 'The article is a headline without a text.',
  why: 'The scraper found the title and missed the text, so the article is lost to the corpus although its file is there.',
  severity: 'hint',
  fixes: [],
  messages: {
    alone:
      'There is a headline here and no text. Fetch the article again, or take the file out of the corpus.',
  },
  titles: {},
  check({ article, report }) {
    const lines = article.paragraphs.filter(({ kind }) => kind !== 'residue');
    const [line] = lines;
    if (!line || lines.length > 1 || line.end - line.start > longestHeadline) return;
    if (/[.!?؟。!…:؛"”»]$/u.test(article.text.slice(line.end - 1, line.end))) return;
    report({ start: line.start, end: line.end, message: 'alone' });
  },
};

export default rule;

import type { Residue } from '../../../core/article.ts';
import type { Rule } from '../../../core/engine/rule.ts';
import { linesToDelete } from '../../../core/parse/line-deletion.ts';
import { labels } from './labels.ts';

const rule: Rule = {
  id: 'residue/boilerplate',
  summary: 'Lines of the page around the article: menus, lists of other articles, the footer.',
  why: 'They stand on every page of the site. A corpus that keeps them learns menus, and counts every headline of the day as text.',
  severity: 'warning',
  fixes: ['review'],
  unnecessary: true,
  messages: {
    found:
      'These {count} lines are the page around the article: menus, other headlines, a footer. Look them over and delete them.',
  },
  titles: { delete: 'Delete these {count} lines' },
  residue: [
    {
      kind: 'page',
      name: 'page',
      labels,
      source:
        'the sections and services that news sites have in their menus; how runs of lines are judged: docs/residue.md',
    },
  ],
  check({ article, report }) {
    for (const block of blocksOf(article.residue, article.paragraphs)) {
      const [first] = block;
      const last = block.at(-1);
      if (!first || !last) continue;
      const data = { count: String(block.length) };
      const edits = [{ ...linesToDelete(article, first, last), newText: '' }];
      report({
        start: first.start,
        end: last.end,
        message: 'found',
        data,
        fixes: [{ title: 'delete', data, safety: 'review', edits }],
      });
    }
  },
};

/** The runs of the page's lines between which nothing else stands. */
function blocksOf(residue: readonly Residue[], paragraphs: readonly { start: number }[]): Residue[][] {
  const blocks: Residue[][] = [];
  if (!residue.some((line) => line.rule === rule.id)) return blocks;
  const indexOf = new Map(paragraphs.map(({ start }, index) => [start, index]));
  let before = -2;
  for (const line of residue) {
    if (line.rule !== rule.id) continue;
    const index = indexOf.get(line.start) ?? -2;
    if (index === before + 1) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    before = index;
  }
  return blocks;
}

export default rule;

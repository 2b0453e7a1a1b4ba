import type { Paragraph } from '../../../core/article.ts';
import type { Rule } from '../../../core/engine/rule.ts';
import { linesToDelete } from '../../../core/parse/line-deletion.ts';
import { slice } from '../../../core/text/span.ts';

/** A shorter line may be a refrain, a question of an interview or a label; UTF-16 units. */
const longEnough = 80;

/** From so many lines in the same order on it is the article, or a part of it, that stands there twice. */
const passageLines = 3;

/** A line that was there before, with the earlier one. */
interface Copy {
  readonly copy: Paragraph;
  readonly original: Paragraph;
}

const rule: Rule = {
  id: 'structure/paragraph-repeated',
  summary: 'A paragraph, or a passage of several, stands in the article a second time.',
  why: 'Importers that put parts together copy some of them twice. Whatever counts words or learns from the corpus sees them twice.',
  severity: 'warning',
  fixes: ['review'],
  unnecessary: true,
  messages: {
    paragraph: 'This paragraph stands in the article already, word for word. Delete the copy.',
    passage: 'These {count} lines stand in the article already, in the same order. Delete the copy.',
    first: 'It stands here first.',
  },
  titles: { delete: 'Delete the copy' },
  check({ article, report }) {
    if (!article.repeats) return;
    const { text } = article;
    const lines = article.paragraphs.filter(({ kind }) => kind !== 'residue');
    for (const run of runsOf(text, lines)) {
      const [first] = run;
      const last = run.at(-1);
      if (!first || !last) continue;
      const data = { count: String(run.length) };
      report({
        start: first.copy.start,
        end: last.copy.end,
        message: run.length >= passageLines ? 'passage' : 'paragraph',
        data,
        related: [{ start: first.original.start, end: first.original.end, message: 'first' }],
        fixes: [
          {
            title: 'delete',
            safety: 'review',
            edits: [{ ...linesToDelete(article, first.copy, last.copy), newText: '' }],
          },
        ],
      });
    }
  },
};

/**
 * Runs of lines that copy lines which stand in the same order above; each holds one that is long enough. A
 * copy of the headline alone is another rule’s.
 */
function runsOf(text: string, lines: readonly Paragraph[]): Copy[][] {
  const firstAt = new Map<string, number>();
  const runs: Copy[][] = [];
  let expected = -1;
  lines.forEach((copy, index) => {
    const words = slice(text, copy);
    const at = firstAt.get(words);
    const original = at === undefined ? undefined : lines[at];
    if (at === undefined || !original) {
      firstAt.set(words, index);
      expected = -1;
      return;
    }
    if (at === expected) runs.at(-1)?.push({ copy, original });
    else runs.push([{ copy, original }]);
    expected = at + 1;
  });
  const isLong = ({ copy }: Copy): boolean => copy.end - copy.start >= longEnough;
  return runs
    .flatMap((run) => (run.length >= passageLines ? [run] : run.map((copy) => [copy])))
    .filter((run) => run.some(isLong))
    .filter(([first, ...more]) => more.length > 0 || first?.original !== lines[0]);
}

export default rule;

import type { Paragraph } from '../../../core/article.ts';
import type { Rule } from '../../../core/engine/rule.ts';
import { slice } from '../../../core/text/span.ts';
import { unending } from './unending.ts';

/** Where so many lines in a hundred go on in the next one, the text is broken by width and no line by mistake. */
const mostBroken = 0.3;

const rule: Rule = {
  id: 'structure/broken-sentence',
  summary: 'A line break stands in the middle of a sentence.',
  why: 'Each half counts as a paragraph, so that whatever reads the corpus by paragraphs or sentences gets two that are none.',
  severity: 'information',
  fixes: ['review'],
  messages: {
    broken: 'The sentence goes on in the next paragraph: a line break stands after “{word}”. Join the two.',
  },
  titles: { join: 'Join the two paragraphs' },
  check({ article, language, report }) {
    const { text, paragraphs } = article;
    const words = unending[language.language.split('-')[0] ?? ''];
    if (!words) return;
    const body = paragraphs.filter(({ kind }) => kind === 'body').length;
    const broken = paragraphs.flatMap((paragraph, index): [Paragraph, Paragraph, string][] => {
      const next = paragraphs[index + 1];
      if (paragraph.kind !== 'body' || next?.kind !== 'body') return [];
      // A number or a mark begins an entry of a list.
      if (!/^\p{L}/u.test(text.slice(next.start, next.start + 2))) return [];
      const word = lastWord(text, paragraph);
      return words.has(word) ? [[paragraph, next, word]] : [];
    });
    if (broken.length > Math.max(1, body * mostBroken)) return;
    for (const [paragraph, next, word] of broken) {
      report({
        start: paragraph.end - word.length,
        end: paragraph.end,
        message: 'broken',
        data: { word },
        fixes: [
          {
            title: 'join',
            safety: 'review',
            edits: [{ start: paragraph.end, end: next.start, newText: ' ' }],
          },
        ],
      });
    }
  },
};

/** The word a paragraph ends in, as it is written there; nothing where a mark ends it. */
function lastWord(text: string, paragraph: Paragraph): string {
  const end = slice(text, {
    start: Math.max(paragraph.start, paragraph.end - longestWord),
    end: paragraph.end,
  });
  return /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+$/u.exec(end)?.[0] ?? '';
}

/** UTF-16 units. */
const longestWord = 12;

export default rule;

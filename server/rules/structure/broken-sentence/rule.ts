import type { Paragraph } from '../../../core/article.ts';
import type { Rule } from '../../../core/engine/rule.ts';
import { cased, unbeginning, unending } from './unending.ts';

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
  check({ article, language, ofParagraph, report }) {
    const { text, paragraphs } = article;
    const tag = language.language.split('-')[0] ?? '';
    const words = unending[tag] ?? noWords;
    const body = paragraphs.filter(({ kind }) => kind === 'body').length;
    const broken = paragraphs.flatMap((paragraph, index): [Paragraph, Paragraph, string][] => {
      const next = paragraphs[index + 1];
      if (paragraph.kind !== 'body' || next?.kind !== 'body') return [];
      const word = ofParagraph(index, lastWord);
      // A number or a mark begins an entry of a list.
      if (word === '' || !/^\p{L}/u.test(text.slice(next.start, next.start + 2))) return [];
      return words.has(word) || goesOn(text, paragraph, next, tag) ? [[paragraph, next, word]] : [];
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

/** Whether a paragraph begins as none can: with a word that needs what stands before it, or a small letter. */
function goesOn(text: string, paragraph: Paragraph, next: Paragraph, tag: string): boolean {
  // A short line is a label, a verse or an entry of a list, and so may be the one behind it.
  if (paragraph.end - paragraph.start < longEnough || next.end - next.start < longEnough) return false;
  const begin = text.slice(next.start, next.start + 2 * longestWord);
  const first = /^[\p{L}\p{M}]+(?=[\s,،])/u.exec(begin)?.[0] ?? '';
  if (unbeginning[tag]?.has(first)) return true;
  // Some names have small words before them: “de Gaulle”, “van der Berg”.
  const isName = first.length <= 4 && /^\s+(?:\p{Ll}{1,4}\s+)?\p{Lu}/u.test(begin.slice(first.length));
  return cased.has(tag) && /^\p{Ll}+$/u.test(first) && !isName;
}

const noWords: ReadonlySet<string> = new Set();

/** UTF-16 units. */
const longEnough = 40;

/** The word a paragraph ends in, as it is written there; nothing where a mark ends it. */
function lastWord(words: string): string {
  return /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+$/u.exec(words.slice(-longestWord))?.[0] ?? '';
}

/** A longer word is no word of the list, and need not be read to its beginning. UTF-16 units. */
const longestWord = 24;

export default rule;

import type { Rule } from '../../../core/engine/rule.ts';
import { lineToDelete } from '../../../core/parse/line-deletion.ts';
import { slice } from '../../../core/text/span.ts';

/** How far below the headline its copy may stand: under a marker or a byline, not deep in the text. */
const nearestParagraphs = 4;

const edge = /[\s\p{P}]/u;

/** The words alone: a copy may differ in spaces, invisible characters and its last mark. */
function words(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cf}\s]+/gu, ' ')
    .toLowerCase();
  let [start, end] = [0, plain.length];
  while (start < end && edge.test(plain.charAt(start))) start++;
  while (end > start && edge.test(plain.charAt(end - 1))) end--;
  return plain.slice(start, end);
}

/**
 * The letter or digit that a line begins with, without its accents: by that alone most lines are no copy, and need
 * not be compared word by word.
 */
function firstLetter(text: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(text)?.[0] ?? '';
  return letter.normalize('NFD').charAt(0).toLowerCase();
}

/** A site’s name behind a bar or a dash, as pages put it into their titles. At most five words. */
const siteName = / [|–—-] (?:[^\s|–—]+ ){0,4}[^\s|–—]+$/u;

/** How a line repeats the headline; null if it does not. */
function likeness(headline: string, copy: string): 'exact' | 'nearly' | 'site' | null {
  if (copy === headline) return 'exact';
  const [one, other] = [words(headline), words(copy)];
  if (one === other) return 'nearly';
  if (one.length < other.length) return words(copy.replace(siteName, '')) === one ? 'site' : null;
  return other !== '' && words(headline.replace(siteName, '')) === other ? 'site' : null;
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
    nearly:
      'The headline is repeated, but for punctuation or spacing. A reader wants it once. Delete this copy.',
    site: 'The headline is repeated, in one of the two places with the name of the site. A reader wants it once. Delete this one.',
    first: 'The headline.',
  },
  titles: { delete: 'Delete the repeated headline' },
  check({ article, report }) {
    const { text, paragraphs } = article;
    const [headline, ...others] = paragraphs.filter((paragraph) => paragraph.kind !== 'residue');
    if (!headline) return;
    const wanted = words(slice(text, headline));
    if (wanted === '') return;
    const first = firstLetter(wanted);
    for (const paragraph of others.slice(0, nearestParagraphs)) {
      const copy = slice(text, paragraph);
      if (firstLetter(copy) !== first) continue;
      const message = likeness(slice(text, headline), copy);
      if (message === null) continue;
      // Of the two, the one with the site’s name goes.
      const gone = message === 'site' && words(copy).length < wanted.length ? headline : paragraph;
      const kept = gone === headline ? paragraph : headline;
      report({
        start: gone.start,
        end: gone.end,
        message,
        related: [{ start: kept.start, end: kept.end, message: 'first' }],
        fixes: [
          {
            title: 'delete',
            safety: message === 'exact' ? 'safe' : 'review',
            edits: [{ ...lineToDelete(article, gone), newText: '' }],
          },
        ],
      });
    }
  },
};

export default rule;

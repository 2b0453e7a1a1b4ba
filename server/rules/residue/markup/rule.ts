import { definePassageRule, type PassagePattern } from '../../../core/engine/passage-rule.ts';
import type { Rule } from '../../../core/engine/rule.ts';
import { decodeReference } from '../../../core/text/entities.ts';

const html = 'HTML: elements and character references that a scraper did not take out or did not decode';

const names =
  'a|abbr|article|aside|b|blockquote|br|center|cite|div|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|li|main|nav|noscript|object|ol|p|param|path|picture|pre|script|section|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|tr|u|ul|video|audio|amp-[a-z]+|o:p';

const passages: readonly PassagePattern[] = [
  {
    name: 'comment',
    needs: '<!--',
    passage: /<!--(?:[^-]|-(?!->))*-->/gu,
    message: 'tag',
    safety: 'review',
    source: html,
  },
  {
    name: 'script',
    needs: '<s',
    passage: /<(script|style)\b[^<>]*>[^<]*<\/\1>/giu,
    message: 'tag',
    safety: 'review',
    source: html,
  },
  {
    name: 'tag',
    needs: '<',
    // Only known names: news writes “a < b” and “<unknown>”, too.
    passage: new RegExp(String.raw`</?(?:${names})(?:\s[^<>]*)?/?>`, 'giu'),
    message: 'tag',
    safety: 'review',
    source: html,
  },
  {
    name: 'escaped tag',
    needs: '&lt;',
    passage: new RegExp(String.raw`&lt;/?(?:${names})(?:\s(?:[^<>&]|&(?!gt;|lt;))*)?/?&gt;`, 'giu'),
    message: 'tag',
    safety: 'review',
    source: html,
  },
  {
    name: 'reference',
    needs: '&',
    passage: /&(?:amp;)?(?:[a-z]{2,8}\d{0,2}|#\d{2,6}|#x[\da-f]{2,5});/giu,
    message: 'reference',
    instead: (match) => {
      // In an address it may be a parameter’s name: ?a=1&copy;=2.
      const decoded = decodeReference(match[0]);
      return decoded === match[0] || /[\r\n<>]/u.test(decoded)
        ? null
        : decoded.replace(/[\u200B\u00AD\uFEFF]/gu, '');
    },
    safety: 'review',
    source: html,
  },
];

const rule = definePassageRule({
  id: 'residue/markup',
  summary: 'HTML that was never taken out or never decoded: `<br>`, `&nbsp;`, `&amp;quot;`.',
  why: 'A reader sees code instead of a mark, and programs that count words count the code.',
  severity: 'warning',
  messages: {
    script: 'A program of the web page stands here: “{passage}”. It is no text of the article. Delete it.',
    tag: '“{passage}” is code of the web page, not text of the article. Delete it.',
    reference: '“{passage}” is the code for a character. Put the character “{instead}” in its place.',
  },
  titles: { delete: 'Delete “{passage}”', replace: 'Replace by “{instead}”' },
  passages,
});

/** How a program of a page begins; what is before it on the line may be the article’s. */
const scriptStart =
  /jQuery[.(]|\$\(document\)|\$\(function|window\.\w+ ?=|document\.\w+\(|googletag\.|\bvar \w+ ?= ?[[{('"]/u;

/** A span from where a program begins to where the last part of one on the line ends: `});`. */
function scriptOn(line: string): { start: number; end: number } | null {
  if (!line.includes('}')) return null;
  const start = line.search(scriptStart);
  if (start < 0) return null;
  const end = Array.from(line.slice(start).matchAll(/\} ?\) ?;/gu)).at(-1);
  return end ? { start, end: start + end.index + end[0].length } : null;
}

export default {
  ...rule,
  check(context) {
    rule.check(context);
    const { article, report } = context;
    for (const paragraph of article.paragraphs) {
      const found = scriptOn(article.text.slice(paragraph.start, paragraph.end));
      if (!found) continue;
      const span = { start: paragraph.start + found.start, end: paragraph.start + found.end };
      const passage = article.text.slice(span.start, Math.min(span.end, span.start + 60));
      const fixes = [
        { title: 'delete', data: { passage }, safety: 'review', edits: [{ ...span, newText: '' }] },
      ] as const;
      report({ ...span, message: 'script', data: { passage }, fixes });
    }
  },
} satisfies Rule;

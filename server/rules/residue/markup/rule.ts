import { definePassageRule, type PassagePattern } from '../../../core/engine/passage-rule.ts';
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

export default definePassageRule({
  id: 'residue/markup',
  summary: 'HTML that was never taken out or never decoded: `<br>`, `&nbsp;`, `&amp;quot;`.',
  why: 'A reader sees code instead of a mark, and programs that count words count the code.',
  severity: 'warning',
  messages: {
    tag: '“{passage}” is code of the web page, not text of the article. Delete it.',
    reference: '“{passage}” is the code for a character. Put the character “{instead}” in its place.',
  },
  titles: { delete: 'Delete “{passage}”', replace: 'Replace by “{instead}”' },
  passages,
});

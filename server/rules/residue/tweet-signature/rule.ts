import type { Article, Paragraph } from '../../../core/article.ts';
import type { Report, Rule } from '../../../core/engine/rule.ts';
import type { LanguageData } from '../../../core/language.ts';
import type { Edit } from '../../../core/text/edit.ts';
import { lineToDelete } from '../../../core/parse/line-deletion.ts';
import { slice, type Span } from '../../../core/text/span.ts';
import { reports } from './reports.ts';

/** A date with its year, as an embedded tweet carries it: 28 نوفمبر 2023, November 28, 2023, 28.11.2023. */
const date = String.raw`(?:\d{1,2}\.? (?:de )?\p{L}{3,12}\.?,? (?:de )?20\d\d(?: г\.)?|\p{L}{3,12}\.? \d{1,2},? 20\d\d|\d{1,2}[./-]\d{1,2}[./-]20\d\d)`;

const signature = new RegExp(
  String.raw`^(?:[–—―-]|--) ?(\S.{0,118}?) ?\((@?\w{2,30})\)[,:]? (${date})$`,
  'u',
);

/** The same at the end of a paragraph, where the tweet and its signature ran together; only with its @. */
const inline = new RegExp(
  String.raw`(?:[–—―]|--) ?([^–—―\r\n]{1,100}?) ?\((@\w{2,30})\)[,:]? (${date})$`,
  'u',
);

/** Where the signature of a paragraph may begin: it is no longer than this. UTF-16 units. */
const longestSignature = 220;

/** What embedding puts above its signature: at most this many paragraphs are taken for the tweet. */
const mostParagraphs = 2;

const rule: Rule = {
  id: 'residue/tweet-signature',
  summary: 'The signature line of an embedded tweet, left without its frame.',
  why: 'On the page a frame set the tweet apart. In the text its words read as the reporter’s own, signed by somebody in the middle of the article.',
  severity: 'warning',
  fixes: ['choice'],
  messages: {
    found:
      'This line signs an embedded tweet whose frame is gone, so the words above it read as the article’s own. Delete the line, or turn the tweet into a quotation of {name}.',
    inline:
      'An embedded tweet of {name} ends here, and its frame is gone. Take its signature out, or write who says these words.',
  },
  titles: {
    quote: 'Turn the paragraph above into a quotation of {name}',
    quoteTwo: 'Turn the two paragraphs above into a quotation of {name}',
    delete: 'Delete this line',
    deleteInline: 'Delete the signature',
  },
  residue: [
    {
      name: 'signature',
      needs: /20\d\d(?: г\.)?$/u,
      line: signature,
      place: 'anywhere',
      source:
        'Twitter’s embed code: <blockquote>…— Name (@handle) <a>date</a></blockquote>; machine translation drops the @',
    },
  ],
  check({ article, language, ofParagraph, report }) {
    article.paragraphs.forEach((paragraph, index) => {
      if (paragraph.kind !== 'body') return;
      const signed = ofParagraph(index, signatureAtEnd);
      if (!signed) return;
      const span = { start: paragraph.start + signed.at, end: paragraph.end };
      report({
        ...span,
        message: 'inline',
        data: { name: signed.name },
        fixes: [{ title: 'deleteInline', safety: 'choice', edits: [{ ...span, newText: '' }] }],
      });
    });
    for (const line of article.residue) {
      if (line.rule !== rule.id) continue;
      const [, name = '', , when = ''] = signature.exec(slice(article.text, line)) ?? [];
      const above = paragraphsAbove(article, line);
      const fixes: NonNullable<Report['fixes']>[number][] = above.map((_, index) => ({
        title: index === 0 ? 'quote' : 'quoteTwo',
        data: { name },
        safety: 'choice',
        edits: quoteEdits(article, language, above.slice(0, index + 1).reverse(), line, { name, when }),
      }));
      const deletion = { ...lineToDelete(article, line), newText: '' };
      report({
        ...line,
        message: 'found',
        data: { name },
        fixes: [{ title: 'delete', safety: 'choice', edits: [deletion] }, ...fixes],
      });
    }
  },
};

/** Where in a paragraph the signature begins that it ends in, and whose it is. */
function signatureAtEnd(words: string): { readonly at: number; readonly name: string } | null {
  const start = Math.max(0, words.length - longestSignature);
  // Most paragraphs have no such end, and are not searched for a beginning.
  const end = words.slice(start);
  const match = /20\d\d(?: г\.)?$/u.test(end) ? inline.exec(end) : null;
  return match && { at: start + match.index, name: match[1] ?? '' };
}

/** The paragraphs that may be the tweet, the nearest first. */
function paragraphsAbove(article: Article, line: Span): Paragraph[] {
  const index = article.paragraphs.findIndex((paragraph) => paragraph.start === line.start);
  const above: Paragraph[] = [];
  for (let at = index - 1; at >= 0 && above.length < mostParagraphs; at--) {
    const paragraph = article.paragraphs[at];
    if (paragraph?.kind !== 'body') break;
    above.push(paragraph);
  }
  return above;
}

/** The signature goes; its name and date introduce the tweet, whose paragraphs get marks. */
function quoteEdits(
  article: Article,
  language: LanguageData,
  tweet: readonly Paragraph[],
  line: Span,
  { name, when }: { name: string; when: string },
): Edit[] {
  const [pair = { open: '“', close: '”' }] = language.quotation.pairs;
  const words = (reports[language.language] ?? reports['en'] ?? '')
    .replace('{name}', name)
    .replace('{date}', when);
  const edits = tweet.map((paragraph, index) => ({
    start: paragraph.start,
    end: paragraph.start,
    newText: index === 0 ? `${words} ${pair.open}` : pair.open,
  }));
  const last = tweet.at(-1);
  const end = last?.end ?? line.start;
  return [
    ...edits,
    { start: end, end, newText: pair.close },
    { ...lineToDelete(article, line), newText: '' },
  ];
}

export default rule;

import type { Article, Paragraph } from '../../../core/article.ts';
import type { Report, Rule } from '../../../core/engine/rule.ts';
import { slice } from '../../../core/text/span.ts';

/** What interfaces for news put where they cut an article: “… [+2154 chars]”. */
const counted = /(?:…|\.\.\.)? ?\[\+\d{1,6} chars\]/gu;

/** An editor’s mark for words left out; at the very end of an article nobody left them out on purpose. */
const leftOut = / ?[[(](?:…|\.\.\.)[\])]$/u;

/** An end mark, and what may follow it, at a distance in French. */
const ended = /[.!?؟…。！？۔।:;؛][\s"“”»«’')\]]*$/u;

/** What stands in brackets behind the last sentence: an agency, a source, a reference. */
const remark = /\s?[[(][^[\]()]{1,200}[\])]$/u;

/** A shorter last line is a byline, a caption or a label; UTF-16 units. */
const longEnough = 60;

/** So many paragraphs show whether the article ends its sentences with a mark … */
const fewestParagraphs = 4;

/** … and this share of them does. */
const share = 0.9;

const rule: Rule = {
  id: 'structure/cut-off',
  summary:
    'The article ends in the middle: at a cutting mark such as `[+2154 chars]` or `[…]`, or without an end mark.',
  why: 'The rest of the article is missing. A reader does not learn how it goes on, and a corpus learns half a sentence.',
  severity: 'warning',
  fixes: ['review'],
  messages: {
    counted:
      'The article was cut off here, and “{mark}” says how much is missing. Fetch the whole article, or delete the mark.',
    leftOut:
      'The article ends in “{mark}”, so its end is missing. Fetch the whole article, or delete the mark.',
    unfinished:
      'The last paragraph ends without an end mark, and the others have one. Look whether the article was cut off here.',
  },
  titles: { delete: 'Delete “{mark}”' },
  check({ article, report }) {
    const { text } = article;
    for (const match of text.matchAll(counted)) report(cut(match.index, match[0], 'counted'));
    const body = article.paragraphs.filter(({ kind }) => kind === 'body');
    const last = body.at(-1);
    if (!last) return;
    const words = slice(text, last);
    const mark = leftOut.exec(words);
    if (mark) report(cut(last.start + mark.index, mark[0], 'leftOut'));
    else if (isUnfinished(article, body, words)) {
      report({ start: last.end - 1, end: last.end, message: 'unfinished', severity: 'hint' });
    }
  },
};

function cut(start: number, mark: string, message: string): Report {
  const end = start + mark.length;
  const data = { mark: mark.trim() };
  return {
    start,
    end,
    message,
    data,
    fixes: [{ title: 'delete', data, safety: 'review', edits: [{ start, end, newText: '' }] }],
  };
}

function isUnfinished({ text }: Article, body: readonly Paragraph[], words: string): boolean {
  const sentence = words.replace(remark, '');
  if (words.length < longEnough || ended.test(sentence.slice(-8)) || words.endsWith('chars]')) return false;
  const others = body.slice(0, -1).filter((paragraph) => paragraph.end - paragraph.start >= longEnough);
  const finished = others.filter((paragraph) => ended.test(text.slice(paragraph.end - 8, paragraph.end)));
  return others.length >= fewestParagraphs && finished.length >= others.length * share;
}

export default rule;

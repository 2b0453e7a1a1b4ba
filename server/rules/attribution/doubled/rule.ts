import type { Fix, Rule } from '../../../core/engine/rule.ts';
import type { Span } from '../../../core/text/span.ts';
import { slice } from '../../../core/text/span.ts';

const rule: Rule = {
  id: 'attribution/doubled',
  summary: 'Speech that is attributed twice, before it and behind it.',
  why: 'One of the two is too much, and if they name two people, one of them is wrong. Whoever counts who said what counts the speech twice.',
  severity: 'information',
  fixes: ['choice'],
  messages: {
    found:
      'Both “{before}” before this speech and “{after}” behind it say who spoke. Find out which is right, and delete the other.',
    before: 'The first attribution of the same speech.',
  },
  titles: { after: 'Delete “{after}”', before: 'Delete “{before}”' },
  check({ article, language, report }) {
    const { text } = article;
    for (const { quotation, before, after } of article.doubled) {
      const { open, close } = article.quotations[quotation] ?? {};
      if (!open || !close) continue;
      const data = { before: slice(text, before), after: slice(text, after) };
      const fixes: (Omit<Fix, 'data'> & { data: typeof data })[] = [
        {
          title: 'after',
          data,
          safety: 'choice',
          edits: withoutSecond(text, close, after, language.quotation.punctuation),
        },
      ];
      // Only where nothing else stands in the sentence before the speech can it go without a trace.
      if (/(?:^|[\n.!?؟”»"])[^\S\n]*$/u.test(text.slice(Math.max(0, before.start - 3), before.start))) {
        const edits = [{ start: before.start, end: open.start, newText: '' }];
        fixes.push({ title: 'before', data, safety: 'choice', edits });
      }
      report({ ...after, message: 'found', data, related: [{ ...before, message: 'before' }], fixes });
    }
  },
};

/** Deletes the clause behind the speech; a comma inside the marks becomes the full stop that ends the sentence. */
function withoutSecond(
  text: string,
  close: Span,
  after: Span,
  punctuation: 'inside' | 'outside',
): Fix['edits'] {
  const comma = close.start - 1;
  if (punctuation === 'outside' || text.charAt(comma) !== ',') {
    return [{ start: close.end, end: after.end, newText: '' }];
  }
  const stop = text.charAt(after.end) === '.' ? 1 : 0;
  return [
    { start: comma, end: close.start, newText: '.' },
    { start: close.end, end: after.end + stop, newText: '' },
  ];
}

export default rule;

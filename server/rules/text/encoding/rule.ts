import type { Rule } from '../../../core/engine/rule.ts';
import { findControls, findMisread } from '../../../core/text/misread.ts';

const rule: Rule = {
  id: 'text/encoding',
  summary: 'Text that was read in the wrong encoding, such as `Ø§Ù„` for `ال` or `â€™` for `’`.',
  why: 'Nobody can read it, no search finds it, and a corpus learns words that do not exist.',
  severity: 'warning',
  fixes: ['review'],
  messages: {
    misread: 'This text is UTF-8 that was read as {encoding}. It stands for “{text}”. Put that in its place.',
    control:
      'This control character, which no text holds, is “{text}” in {encoding}: the text was read as Latin-1. Put the mark in its place.',
  },
  titles: { decode: 'Replace by “{text}”' },
  check({ article, report }) {
    const misread = findMisread(article.text);
    const controls = findControls(article.text).filter(
      (control) => !misread.some(({ start, end }) => start <= control.start && control.end <= end),
    );
    for (const found of [...misread, ...controls]) {
      const { start, end, encoding, text } = found;
      const data = { encoding, text: text.length <= 60 ? text : `${text.slice(0, 60)}…` };
      report({
        start,
        end,
        message: controls.includes(found) ? 'control' : 'misread',
        data,
        fixes: [{ title: 'decode', data, safety: 'review', edits: [{ start, end, newText: text }] }],
      });
    }
  },
};

export default rule;

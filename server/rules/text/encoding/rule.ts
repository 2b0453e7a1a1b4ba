import type { Rule, RuleContext } from '../../../core/engine/rule.ts';
import {
  believed,
  findControls,
  passagesIn,
  type Misread,
  type Passage,
} from '../../../core/text/misread.ts';
import { shift } from '../../../core/text/span.ts';

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
  check(context) {
    const { article, report } = context;
    const misread = findMisread(context);
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

/** The passages of an article that were misread; what a paragraph tells of them is remembered. */
function findMisread({ article: { text, paragraphs }, ofParagraph }: RuleContext): readonly Misread[] {
  const all: Passage[] = [];
  paragraphs.forEach(({ start, end }, index) => {
    // A no-break space at a line's end, which is no part of the paragraph, may be the last byte of a character.
    const isWhole = end >= text.length || /[\r\n]/u.test(text.charAt(end));
    const found = isWhole
      ? ofParagraph(index, passagesIn)
      : passagesIn(/^[^\r\n]*/u.exec(text.slice(start))?.[0] ?? '');
    for (const passage of found) all.push({ ...passage, ...shift(passage, start) });
  });
  return believed(all);
}

export default rule;

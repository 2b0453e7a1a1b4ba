import { definePassageRule } from '../../../core/engine/passage-rule.ts';

export default definePassageRule({
  id: 'text/presentation-forms',
  summary: 'Arabic written with the forms of its letters, as from a PDF, instead of with the letters.',
  why: 'It looks the same, but no search finds it, and to a program it is none of the words that it shows.',
  severity: 'warning',
  messages: {
    forms:
      '“{passage}” is written with forms of letters that old programs and PDF files use. Write it with the letters themselves: “{instead}”.',
  },
  titles: { replace: 'Replace by “{instead}”' },
  passages: [
    {
      name: 'forms',
      needs: '',
      // Ligatures that are written on purpose (ﷺ, ﷲ, ﷽, ﷼) lie between the two ranges.
      passage:
        /[\uFB50-\uFDCF\uFE70-\uFEFC](?:[\uFB50-\uFDCF\uFE70-\uFEFC\u064B-\u0652 ]*[\uFB50-\uFDCF\uFE70-\uFEFC])?/gu,
      message: 'forms',
      instead: (match) => match[0].normalize('NFKC'),
      safety: 'review',
      source: 'Unicode: the presentation forms are there for old encodings only; NFKC gives the letters',
    },
  ],
});

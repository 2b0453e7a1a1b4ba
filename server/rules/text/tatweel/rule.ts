import { definePassageRule } from '../../../core/engine/passage-rule.ts';

export default definePassageRule({
  id: 'text/tatweel',
  summary: 'An Arabic word that is stretched by several tatweel strokes, such as `الســـلام`.',
  why: 'The strokes are ornament of the page. With them the word is another one to a search and to whatever counts words.',
  severity: 'information',
  messages: {
    stretched: 'This word is stretched by {count} tatweel strokes, which are no letters. Take them out.',
  },
  titles: { delete: 'Take the strokes out' },
  passages: [
    {
      name: 'run',
      needs: '\u0640\u0640',
      passage: /\u0640{2,}/gu,
      // Between two letters only: at a word’s end it may be a dash («70 ـــ 90») or part of an abbreviation («هـ»).
      instead: ({ 0: run, index, input }) =>
        /[\u0621-\u063A\u0641-\u0652]/u.test(input.charAt(index - 1)) &&
        /[\u0621-\u063A\u0641-\u064A]/u.test(input.charAt(index + run.length))
          ? ''
          : null,
      message: 'stretched',
      safety: 'review',
      source: 'Unicode: U+0640 ARABIC TATWEEL joins letters and has no sound',
    },
  ],
});

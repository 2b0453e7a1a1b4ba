import { isOneWord } from '../../../../core/parse/line-form.ts';
import type { TextPattern } from '../../../../core/parse/residue.ts';

const page = 'the links that news pages put beside, between and under the paragraphs of an article';

/** A single word may be a subheading as well, so it is believed only at the margins or beside another such line. */
export const alone = (name: string, lines: readonly string[]): readonly TextPattern[] => {
  return [
    {
      name,
      lines: lines.filter((line) => !isOneWord(line)),
      place: 'anywhere',
      safety: 'review',
      source: page,
    },
    {
      name: `${name} words`,
      lines: lines.filter(isOneWord),
      place: 'beside',
      safety: 'review',
      source: page,
    },
  ];
};

/** Beginnings that end in a colon are believed only with it; the others before a headline without an end mark. */
export const begins = (name: string, words: number, texts: readonly string[]): readonly TextPattern[] =>
  [
    {
      name: `${name} begins`,
      begins: texts.filter((text) => !text.endsWith(':')),
      line: /^[^.!?؟。]*(?:[?؟!…]|\.{3})?["”»’]?$/u,
    },
    {
      name: `${name} labels`,
      begins: texts.filter((text) => text.endsWith(':')),
      line: /^[^:：.!?؟。]*[:：][^.!?؟。]*(?:[?؟!…]|\.{3})?["”»’]?$/u,
    },
  ]
    .filter((pattern) => pattern.begins.length > 0)
    .map((pattern) => ({ ...pattern, words, place: 'anywhere', safety: 'review', source: page }));

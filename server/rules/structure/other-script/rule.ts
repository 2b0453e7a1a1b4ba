import type { Rule } from '../../../core/engine/rule.ts';
import { reportRuns, strangeRuns } from '../../../core/engine/strange-paragraphs.ts';

/** A shorter paragraph may be a name, a title or a slogan; UTF-16 units. */
const longEnough = 80;

/** This share of a paragraph’s letters is of its script; names of others stand in between. */
const ownShare = 0.9;

/** A poem or a statement may be quoted as it was written. */
const quoted = /^[“”„«»"‘’「『]/u;

/** As much of a paragraph tells its script; UTF-16 units. */
const sample = 200;

/**
 * Scripts that languages are told apart by, as ranges of UTF-16 units; those that one language writes together
 * are one. Source: Unicode’s blocks.
 */
const scripts: readonly { readonly name: string; readonly ranges: readonly (readonly [number, number])[] }[] =
  [
    {
      name: 'Latin',
      ranges: [
        [0x41, 0x5a],
        [0x61, 0x7a],
        [0xc0, 0x24f],
        [0x1e00, 0x1eff],
      ],
    },
    {
      name: 'Arabic',
      ranges: [
        [0x620, 0x64a],
        [0x66e, 0x6d3],
        [0x750, 0x77f],
      ],
    },
    { name: 'Cyrillic', ranges: [[0x400, 0x52f]] },
    {
      name: 'Greek',
      ranges: [
        [0x370, 0x3ff],
        [0x1f00, 0x1fff],
      ],
    },
    { name: 'Hebrew', ranges: [[0x5d0, 0x5ea]] },
    { name: 'Indic', ranges: [[0x900, 0xdff]] },
    {
      name: 'Chinese, Japanese or Korean',
      ranges: [
        [0x3040, 0x30ff],
        [0x3400, 0x9fff],
        [0xac00, 0xd7a3],
      ],
    },
  ];

/** By UTF-16 unit: the number of its script from 1 on, 0 for what belongs to none. */
const scriptByUnit = new Uint8Array(0x10000);
scripts.forEach(({ ranges }, index) => {
  for (const [first, last] of ranges) scriptByUnit.fill(index + 1, first, last + 1);
});

const rule: Rule = {
  id: 'structure/other-script',
  summary: 'Paragraphs in another script than the rest of the article: a second language.',
  why: 'Two versions of an article, or an article and another site’s notice, ran together. Whatever learns from the corpus mixes two languages.',
  severity: 'information',
  fixes: [],
  messages: {
    other:
      'This paragraph is in {other} script, and most of the article in {main}. Look whether it belongs here.',
    several:
      'These {count} paragraphs are in {other} script, and most of the article in {main}. Look whether they belong here.',
  },
  titles: {},
  check({ article, ofParagraph, report }) {
    const written = article.paragraphs.flatMap((paragraph, index) =>
      paragraph.kind === 'body' && paragraph.end - paragraph.start >= longEnough
        ? [{ paragraph, script: ofParagraph(index, scriptOf) }]
        : [],
    );
    const main = commonest(written.map(({ script }) => script).filter((script) => script !== null));
    if (main === null) return;
    const isOther = ({ paragraph, script }: (typeof written)[number]): boolean =>
      script !== main && !quoted.test(article.text.charAt(paragraph.start));
    const judged = written.map((one) => ({
      paragraph: one.paragraph,
      other: isOther(one) ? one.script : null,
    }));
    reportRuns(report, strangeRuns(judged), (other) => ({ main, other }));
  },
};

/** The script that nearly all letters of a text belong to; null if there is none. */
function scriptOf(text: string): string | null {
  const counts = [0, ...scripts.map(() => 0)];
  for (let offset = 0; offset < Math.min(text.length, sample); offset++) {
    const script = scriptByUnit[text.charCodeAt(offset)] ?? 0;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  const letters = counts.slice(1);
  const all = letters.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...letters);
  return all > 0 && most >= all * ownShare ? (scripts[letters.indexOf(most)]?.name ?? null) : null;
}

/** The script of more than half of the paragraphs. */
function commonest(found: readonly string[]): string | null {
  const half = found.length / 2;
  return (
    [...new Set(found)].find((script) => found.filter((other) => other === script).length > half) ?? null
  );
}

export default rule;

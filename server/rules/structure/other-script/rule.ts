import type { Paragraph } from '../../../core/article.ts';
import type { Rule } from '../../../core/engine/rule.ts';
import { slice } from '../../../core/text/span.ts';

/** A shorter paragraph may be a name, a title or a slogan; UTF-16 units. */
const longEnough = 80;

/** This share of a paragraph’s letters is of its script; names of others stand in between. */
const ownShare = 0.9;

/** A poem or a statement may be quoted as it was written. */
const quoted = /^[“”„«»"‘’「『]/u;

/** Scripts that languages are told apart by; those that one language writes together are one. */
const scripts: Readonly<Record<string, RegExp>> = {
  Arabic: /\p{Script=Arabic}/gu,
  Latin: /\p{Script=Latin}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Greek: /\p{Script=Greek}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Indic: /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}]/gu,
  'Chinese, Japanese or Korean': /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
};

/** Paragraphs one after the other in the same other script. */
interface Run {
  readonly script: string;
  readonly paragraphs: Paragraph[];
}

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
  check({ article, report }) {
    const long = article.paragraphs.filter(
      (paragraph) => paragraph.kind === 'body' && paragraph.end - paragraph.start >= longEnough,
    );
    const written = long.map((paragraph) => ({
      paragraph,
      script: scriptOf(slice(article.text, paragraph)),
    }));
    const main = commonest(written.map(({ script }) => script).filter((script) => script !== null));
    if (main === null) return;
    const runs: Run[] = [];
    let before: string | null = null;
    for (const { paragraph, script } of written) {
      const isOther =
        script !== null && script !== main && !quoted.test(article.text.charAt(paragraph.start));
      if (isOther && before === script) runs.at(-1)?.paragraphs.push(paragraph);
      else if (isOther) runs.push({ script, paragraphs: [paragraph] });
      before = isOther ? script : null;
    }
    for (const { script, paragraphs } of runs) {
      const [first, last] = [paragraphs[0], paragraphs.at(-1)];
      if (!first || !last) continue;
      report({
        start: first.start,
        end: last.end,
        message: paragraphs.length === 1 ? 'other' : 'several',
        data: { main, other: script, count: String(paragraphs.length) },
      });
    }
  },
};

/** The script that nearly all letters of a text belong to; null if there is none. */
function scriptOf(text: string): string | null {
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  const own = Object.entries(scripts).find(
    ([, letters]) => (text.match(letters)?.length ?? 0) >= all * ownShare,
  );
  return all > 0 && own ? own[0] : null;
}

/** The script of more than half of the paragraphs. */
function commonest(found: readonly string[]): string | null {
  const half = found.length / 2;
  return (
    [...new Set(found)].find((script) => found.filter((other) => other === script).length > half) ?? null
  );
}

export default rule;

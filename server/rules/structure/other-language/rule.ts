import type { Article } from '../../../core/article.ts';
import type { Rule } from '../../../core/engine/rule.ts';
import { reportRuns, strangeRuns, type JudgedParagraph } from '../../../core/engine/strange-paragraphs.ts';
import { detectLanguage } from '../../../core/parse/detect.ts';
import { areNeighbours, evidenceIn, names } from './common-words.ts';

/** A shorter paragraph may be a title, a slogan or a list of names. */
const fewestWords = 18;

/** As much of a paragraph tells its language; UTF-16 units. */
const sample = 400;

/** So many of a hundred words must be common in the other language and not in the article’s own … */
const commonPerHundred = 8;

/** … and so many times as many as the other way round. */
const timesTheOwn = 3;

const rule: Rule = {
  id: 'structure/other-language',
  summary: 'Paragraphs in another language than the rest of the article, in the same script.',
  why: 'Two versions of an article, or an article and another site’s notice, ran together. Whatever learns from the corpus mixes two languages.',
  severity: 'information',
  fixes: [],
  messages: {
    other: 'This paragraph is in {other}, and most of the article in {main}. Look whether it belongs here.',
    several:
      'These {count} paragraphs are in {other}, and most of the article in {main}. Look whether they belong here.',
  },
  titles: {},
  check({ article, language, ofParagraph, report }) {
    const main = language.language.split('-')[0] ?? '';
    if (!names[main]) return;
    const judged: JudgedParagraph[] = [];
    let own = 0;
    article.paragraphs.forEach((paragraph, index) => {
      if (paragraph.kind === 'residue') return;
      const told = ofParagraph(index, (words) => languageOf(words, main));
      // A short paragraph between two of the other language interrupts nothing.
      if (told === null) return;
      if (told === main) own++;
      judged.push({ paragraph, other: told !== main && !isQuoted(article, index) ? told : null });
    });
    // Where the others are as many it is not known which language is the article’s.
    if (judged.filter(({ other }) => other !== null).length >= own) return;
    reportRuns(report, strangeRuns(judged), (other) => ({
      main: names[main] ?? main,
      other: names[other] ?? other,
    }));
  },
};

/** The language of a paragraph: the article’s own unless words and the detector agree on another; null if it is short. */
function languageOf(paragraph: string, main: string): string | null {
  const words = paragraph
    .slice(0, sample)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '');
  if (words.length < fewestWords) return null;
  for (const { other, own } of evidenceIn(words, main)) {
    if (other < timesTheOwn * Math.max(1, own) || other * 100 < commonPerHundred * words.length) continue;
    const detected = detectLanguage(paragraph);
    return detected === main || !names[detected] || areNeighbours(detected, main) ? main : detected;
  }
  return main;
}

/** Whether a paragraph gives somebody’s words as they were: within marks for the most part, or after a colon. */
function isQuoted({ text, paragraphs, quotations }: Article, index: number): boolean {
  const paragraph = paragraphs[index];
  const before = paragraphs[index - 1];
  if (!paragraph) return false;
  if (before && /[:：]\s*$/u.test(text.slice(Math.max(before.start, before.end - 2), before.end)))
    return true;
  const quoted = quotations
    .filter(({ depth, start, end }) => depth === 0 && start < paragraph.end && paragraph.start < end)
    .reduce(
      (sum, { start, end }) => sum + Math.min(end, paragraph.end) - Math.max(start, paragraph.start),
      0,
    );
  return (
    quoted * 2 >= paragraph.end - paragraph.start || /^[“”„«»"‘’「『]/u.test(text.charAt(paragraph.start))
  );
}

export default rule;

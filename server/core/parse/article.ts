import type { Article, Paragraph } from '../article.ts';
import type { LanguageData } from '../language.ts';
import { findParagraphs } from './paragraphs.ts';
import { findResidue, type KnownResidue } from './residue.ts';

/** What parsing remembers between two readings of almost the same text. */
export type ParseMemory = Map<string, unknown>;

export function createMemory(): ParseMemory {
  return new Map();
}

/** The parts of an article. */
export function parseArticle(
  text: string,
  language: LanguageData,
  known: readonly KnownResidue[],
  _memory?: ParseMemory,
): Article {
  const lines = findParagraphs(text);
  const residue = findResidue(text, lines, known);
  const residueStarts = new Set(residue.map((line) => line.start));
  const headline = lines.length > 1 ? lines[0] : undefined;
  const paragraphs = lines.map(
    (line): Paragraph => ({
      ...line,
      kind: residueStarts.has(line.start) ? 'residue' : line === headline ? 'headline' : 'body',
    }),
  );
  return { text, language: language.language, paragraphs, residue, quotations: [], defects: [] };
}

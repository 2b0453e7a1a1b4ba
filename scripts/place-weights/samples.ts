import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closingCandidates } from '../../server/core/parse/closing-places.ts';
import { MarkCensus } from '../../server/core/parse/conventions.ts';
import { lexiconOf } from '../../server/core/parse/lexicon.ts';
import {
  surroundingsOfCloser,
  surroundingsOfOpener,
  type MarkSurroundings,
} from '../../server/core/parse/mark-surroundings.ts';
import { openingCandidates } from '../../server/core/parse/opening-places.ts';
import type { Candidate } from '../../server/core/parse/place-candidate.ts';
import { type MissingMark } from '../../server/core/parse/place-weights.ts';
import { findParagraphs } from '../../server/core/parse/paragraphs.ts';
import { Prose } from '../../server/core/parse/prose.ts';
import { readSound } from '../../server/core/parse/reading.ts';
import { Spoken } from '../../server/core/parse/spoken.ts';
import { languageOf } from '../../server/languages/index.ts';

/** The articles that weights are counted on, and what can be learnt from them. */

export interface Sample {
  readonly language: string;
  readonly half: number;
  readonly surroundings: MarkSurroundings;
  readonly candidates: readonly Candidate[];
  readonly truth: number;
}

interface CleanArticle {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
}
const halfOf = (id: string): number => (createHash('sha256').update(id).digest()[0] ?? 0) & 1;
export function articlesIn(evaluation: string): CleanArticle[] {
  return readdirSync(evaluation)
    .filter((name) => name.endsWith('.clean.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(evaluation, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as CleanArticle);
}
/** Every whole quotation of an article, with one of its marks taken away. */
export function samplesOf({ id, lang, text }: CleanArticle): Record<MissingMark, Sample[]> {
  const samples: Record<MissingMark, Sample[]> = { closing: [], opening: [] };
  const language = languageOf(lang);
  if (!language) return samples;
  const lexicon = lexiconOf(language);
  const paragraphs = findParagraphs(text).map((span) => ({
    ...span,
    prose: new Prose(text.slice(span.start, span.end), lexicon),
  }));
  const census = new MarkCensus();
  for (const { prose } of paragraphs) census.add(prose.tally);
  const conventions = census.conventions(language);
  const common = { language: lang, half: halfOf(id) };
  for (const { start, end, prose: whole } of paragraphs) {
    // Only paragraphs that need no repair: the weights must not depend on weights.
    const reading = readSound({ prose: whole, conventions, carriedIn: null, headline: false });
    const spoken = new Spoken(conventions);
    spoken.add({ start, end, text: whole.text, steps: reading?.steps ?? [] }, 0);
    for (const { open, close, depth } of spoken.stretches) {
      if (!open || !close || depth > 0) continue;
      const content = new Prose(text.slice(open.end, close.start), lexicon);
      const own = content.words.map(({ form }) => form).join(' ');
      // The quotation itself was counted too: its name must stand somewhere else.
      const names = { has: (name: string) => (census.names.get(name) ?? 0) > (name === own ? 1 : 0) };
      const without = (mark: { start: number; end: number }): Prose =>
        new Prose(text.slice(start, mark.start) + text.slice(mark.end, end), lexicon);
      const add = (
        missing: MissingMark,
        surroundings: MarkSurroundings,
        candidates: readonly Candidate[],
        at: number,
      ): void => {
        const truth = candidates.findIndex((candidate) => candidate.at === at);
        samples[missing].push({ ...common, surroundings, candidates, truth });
      };
      {
        const prose = without(close);
        const mark = prose.marks.find((found) => found.start === open.start - start);
        const next = prose.marks.find((found) => found.start > open.start - start && !found.single);
        if (mark) {
          const opened = { from: mark.end, mark };
          const to = next?.start ?? prose.text.length;
          const candidates = closingCandidates({ prose, conventions, names }, opened, opened.from, to);
          add('closing', surroundingsOfOpener(prose, mark), candidates, close.start - start);
        }
      }
      const prose = without(open);
      const width = open.end - open.start;
      const mark = prose.marks.find((found) => found.start === close.start - start - width);
      const before = prose.marks.findLast((found) => found.start < open.start - start && !found.single);
      if (mark) {
        const candidates = openingCandidates({ prose, conventions, names }, before?.end ?? 0, mark);
        add('opening', surroundingsOfCloser(prose, mark), candidates, open.start - start);
      }
    }
  }
  return samples;
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { closingCandidates, closingLayout } from '../server/core/parse/closing-places.ts';
import { MarkCensus } from '../server/core/parse/conventions.ts';
import { lexiconOf, type Lexicon } from '../server/core/parse/lexicon.ts';
import {
  closingSurroundings,
  openingSurroundings,
  surroundingsOfCloser,
  surroundingsOfOpener,
} from '../server/core/parse/mark-surroundings.ts';
import { openingCandidates, openingLayout } from '../server/core/parse/opening-places.ts';
import type { Candidate } from '../server/core/parse/place-candidate.ts';
import {
  scoreOf,
  type FactLayout,
  type MissingMark,
  type NamedWeights,
  type PlaceWeights,
  type Weights,
} from '../server/core/parse/place-weights.ts';
import { findParagraphs } from '../server/core/parse/paragraphs.ts';
import { Prose } from '../server/core/parse/prose.ts';
import { readSound } from '../server/core/parse/reading.ts';
import { Spoken } from '../server/core/parse/spoken.ts';
import { languageOf } from '../server/languages/index.ts';

/**
 * Counts where quotations end and begin in well-formed articles, and writes the weights by which the likely
 * places of a missing mark are told: `server/core/parse/place-weights.json`. Nothing of the articles goes
 * into the file. Each quotation has its mark taken away in turn; the weights are those under which the true
 * places are likeliest (a conditional logit model), drawn towards zero and towards each other: what a
 * language or its surroundings have of their own must be earned by many quotations.
 *
 * Prints how often the true place is the likeliest, and among the three likeliest, in articles that the
 * weights were not fitted on. `--half 0` or `1` writes weights that know only that half of the articles.
 */

const evaluation = resolve(import.meta.dirname, '../../shared/eval/dev');
const target = resolve(import.meta.dirname, '../server/core/parse/place-weights.json');

interface Sample {
  readonly language: string;
  readonly half: number;
  readonly surroundings: number;
  readonly candidates: readonly Candidate[];
  readonly truth: number;
}

interface CleanArticle {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
}

const models = {
  closing: { layout: closingLayout, surroundings: closingSurroundings },
  opening: { layout: openingLayout, surroundings: openingSurroundings },
} as const;

const languages = ['ar', 'de', 'en'];

const listedWords = new Map(
  languages.map((tag) => {
    const language = languageOf(tag);
    return [tag, language ? listed(lexiconOf(language)) : new Set<string>()];
  }),
);

/** Steps of the fit, and how long each is. */
const rounds = 160;
const stride = 0.12;

/** How strongly weights are drawn to zero: those that all share, what a language or surroundings add, those of words. */
const shrinkage = { shared: 2, own: 8, word: 4 };

/**
 * What is known without counting, and drawn to instead of zero: what stands before a clause that reports
 * speech is speech, and so is most of what begins with a sentence. It begins and ends where a sentence does.
 */
const knownBeforehand = {
  opening: { around: 1, fact: 'speech begins', weight: 2 },
  closing: { around: 1, fact: 'speech ends', weight: 1 },
} as const;

const halfOf = (id: string): number => (createHash('sha256').update(id).digest()[0] ?? 0) & 1;

function articles(): CleanArticle[] {
  return readdirSync(evaluation)
    .filter((name) => name.endsWith('.clean.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(evaluation, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as CleanArticle);
}

/** Every whole quotation of an article, with one of its marks taken away. */
function samplesOf({ id, lang, text }: CleanArticle): Record<MissingMark, Sample[]> {
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
        surroundings: number,
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

/** Weights for each language and all together. */
type Fitted = Map<string, Weights>;

/** Words of a language's data file: no other word has a weight of its own. */
function listed(lexicon: Lexicon): ReadonlySet<string> {
  const { functionWords, finiteVerbs, boundaries, pronouns, roles, determiners, verbs } = lexicon;
  return new Set(
    [functionWords, finiteVerbs, boundaries, pronouns, roles, determiners, verbs].flatMap((words) => [
      ...words.keys(),
    ]),
  );
}

/** How often a word must be seen beside a place to have a weight of its own. */
const leastSeen = 12;

function fit(samples: readonly Sample[], missing: MissingMark): Fitted {
  const { layout, surroundings }: { layout: FactLayout; surroundings: number } = models[missing];
  const { size } = layout;
  const usable = samples.filter(({ truth }) => truth >= 0);
  const tongues = ['*', ...languages];
  // Every weight is a sum: of all, of the language, of the surroundings, of both.
  const parts = new Float64Array(tongues.length * (surroundings + 1) * size);
  const partAt = (tongue: number, around: number): number => (tongue * (surroundings + 1) + around) * size;
  const { around: where, fact: what, weight: known } = knownBeforehand[missing];
  const priors = new Map([[partAt(0, where + 1) + (layout.starts[what] ?? 0), known]]);
  for (const [index, weight] of priors) parts[index] = weight;
  const rowOf = (tongue: number, around: number): Float64Array => {
    const row = new Float64Array(size);
    const from = new Set([
      partAt(0, 0),
      partAt(tongue, 0),
      partAt(0, around + 1),
      partAt(tongue, around + 1),
    ]);
    for (const start of from)
      for (let index = 0; index < size; index++) row[index] = (row[index] ?? 0) + (parts[start + index] ?? 0);
    return row;
  };
  // A word is weighed on each side, in its own language alone.
  const slots = wordSlots(usable);
  const wordWeights = new Float64Array(slots.size * 2);
  const slotOf = (language: string, word: string, side: number): number => {
    const slot = word === '' ? undefined : slots.get(`${language} ${word}`);
    return slot === undefined ? -1 : slot * 2 + side;
  };
  const wordsOf = (tongue: string): Weights['words'] =>
    new Map(
      [...slots]
        .filter(([key]) => key.startsWith(`${tongue} `))
        .map(([key, slot]) => [
          key.slice(tongue.length + 1),
          [wordWeights[slot * 2] ?? 0, wordWeights[slot * 2 + 1] ?? 0],
        ]),
    );
  const counts = new Map(
    tongues.map((tongue) => [tongue, usable.filter(({ language }) => language === tongue).length]),
  );
  const mean = usable.length / languages.length;
  const descend = adam(parts);
  const descendWords = adam(wordWeights);
  for (let round = 1; round <= rounds; round++) {
    const slopes = parts.map((part, index) => {
      const shared = index < partAt(0, 1);
      return ((priors.get(index) ?? 0) - part) * (shared ? shrinkage.shared : shrinkage.own);
    });
    const wordSlopes = wordWeights.map((weight) => -weight * shrinkage.word);
    const words = tongues.map(wordsOf);
    const rows = tongues.map((_, tongue) =>
      Array.from({ length: surroundings }, (__, around) => rowOf(tongue, around)),
    );
    for (const sample of usable) {
      const tongue = tongues.indexOf(sample.language);
      const row = rows[tongue]?.[sample.surroundings];
      if (!row) continue;
      // Languages count alike, so that what they share is not the most frequent one's habit alone.
      const weight = Math.sqrt(mean / Math.max(1, counts.get(sample.language) ?? 1));
      const chances = chancesOf(sample, row, words[tongue] ?? new Map());
      const starts = [
        partAt(0, 0),
        partAt(tongue, 0),
        partAt(0, sample.surroundings + 1),
        partAt(tongue, sample.surroundings + 1),
      ];
      sample.candidates.forEach(({ facts, beside }, index) => {
        const slope = ((index === sample.truth ? 1 : 0) - (chances[index] ?? 0)) * weight;
        if (Math.abs(slope) < 1e-6) return;
        for (const fact of facts)
          for (const start of starts) slopes[start + fact] = (slopes[start + fact] ?? 0) + slope;
        beside.forEach((word, side) => {
          const slot = slotOf(sample.language, word, side);
          if (slot >= 0) wordSlopes[slot] = (wordSlopes[slot] ?? 0) + slope;
        });
      });
    }
    descend(slopes, round);
    descendWords(wordSlopes, round);
  }
  return new Map(
    tongues.map((tongue, index) => [
      tongue,
      {
        rows: Array.from({ length: surroundings }, (_, around) => rowOf(index, around)),
        words: wordsOf(tongue),
      },
    ]),
  );
}

/** Changes weights along their slopes by Adam's method (Kingma and Ba 2015), in shorter and shorter steps. */
function adam(weights: Float64Array): (slopes: Float64Array, round: number) => void {
  const [first, second] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  return (slopes, round) => {
    const cooling = 1 - (0.9 * round) / rounds;
    for (let index = 0; index < weights.length; index++) {
      const slope = slopes[index] ?? 0;
      first[index] = 0.9 * (first[index] ?? 0) + 0.1 * slope;
      second[index] = 0.99 * (second[index] ?? 0) + 0.01 * slope * slope;
      const mass = (first[index] ?? 0) / (1 - 0.9 ** round);
      const spread = Math.sqrt((second[index] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
      weights[index] = (weights[index] ?? 0) + (stride * cooling * mass) / spread;
    }
  };
}

/** A number for each word of the languages' data files that stands beside places often enough. */
function wordSlots(samples: readonly Sample[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { language, candidates, truth } of samples) {
    const words = listedWords.get(language);
    const near = candidates.filter((_, index) => Math.abs(index - truth) <= 8);
    for (const word of near.flatMap(({ beside }) => beside)) {
      if (words?.has(word)) counts.set(`${language} ${word}`, (counts.get(`${language} ${word}`) ?? 0) + 1);
    }
  }
  return new Map([...counts].filter(([, count]) => count >= leastSeen).map(([key], slot) => [key, slot]));
}

function chancesOf({ candidates }: Sample, row: Float64Array, words: Weights['words']): number[] {
  const scores = candidates.map((candidate) => scoreOf(candidate, row, words));
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** How many of the samples have the true place first, and how many among the first three. */
function score(
  samples: readonly Sample[],
  fitted: Fitted,
  tongue: string,
): { all: number; first: number; three: number } {
  const result = { all: samples.length, first: 0, three: 0 };
  for (const sample of samples) {
    const weights = fitted.get(tongue);
    const row = weights?.rows[sample.surroundings];
    if (!row || sample.truth < 0) continue;
    const chances = chancesOf(sample, row, weights.words);
    const own = chances[sample.truth] ?? 0;
    const better = chances.filter(
      (chance, index) => chance > own || (chance === own && index < sample.truth),
    ).length;
    if (better === 0) result.first++;
    if (better < 3) result.three++;
  }
  return result;
}

const rounded = (weight: number): number => Math.round(weight * 100) / 100;

const percent = (part: number, all: number): string =>
  ((100 * part) / Math.max(1, all)).toFixed(1).padStart(5);

if (!existsSync(evaluation)) {
  console.error('There are no evaluation articles beside this project, so there is nothing to count.');
  process.exit(2);
}
const onlyHalf = process.argv.includes('--half')
  ? Number(process.argv[process.argv.indexOf('--half') + 1])
  : null;
const samples: Record<MissingMark, Sample[]> = { closing: [], opening: [] };
for (const article of articles()) {
  const found = samplesOf(article);
  samples.closing.push(...found.closing);
  samples.opening.push(...found.opening);
}

const written: Record<MissingMark, Record<string, NamedWeights>> = { closing: {}, opening: {} };
for (const missing of ['closing', 'opening'] as const) {
  const all = samples[missing];
  console.log(`\nmissing ${missing} marks, weights fitted on the other half of the articles`);
  console.log('language   marks  in reach  first  of three   by what all languages share: first  of three');
  const halves = [0, 1].map((half) =>
    fit(
      all.filter((sample) => sample.half !== half),
      missing,
    ),
  );
  for (const language of languages) {
    const sums = { all: 0, reach: 0, first: 0, three: 0, sharedFirst: 0, sharedThree: 0 };
    for (const half of [0, 1]) {
      const held = all.filter((sample) => sample.half === half && sample.language === language);
      const rows = halves[half] ?? new Map<string, Weights>();
      const [own, shared] = [score(held, rows, language), score(held, rows, '*')];
      sums.all += held.length;
      sums.reach += held.filter(({ truth }) => truth >= 0).length;
      sums.first += own.first;
      sums.three += own.three;
      sums.sharedFirst += shared.first;
      sums.sharedThree += shared.three;
    }
    console.log(
      `${language.padEnd(10)} ${String(sums.all).padStart(5)}  ${percent(sums.reach, sums.all)}     ${percent(sums.first, sums.all)}   ${percent(sums.three, sums.all)}                                  ${percent(sums.sharedFirst, sums.all)}   ${percent(sums.sharedThree, sums.all)}`,
    );
  }
  const fitted = fit(onlyHalf === null ? all : all.filter(({ half }) => half === onlyHalf), missing);
  for (const [tongue, { rows, words }] of fitted) {
    written[missing][tongue] = {
      surroundings: rows.map((row) => models[missing].layout.name(row.map(rounded))),
      words: Object.fromEntries(
        [...words]
          .map(([word, [before, after]]) => [word, [rounded(before), rounded(after)]] as const)
          .filter(([, [before, after]]) => Math.max(Math.abs(before), Math.abs(after)) >= 0.1)
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
    };
  }
}
const file: PlaceWeights = written;
// One line for each kind of fact: a change of the weights shows which changed.
writeFileSync(
  target,
  `${JSON.stringify(file, null, 1).replace(/\[\n\s+(-?[\d.]+(?:,\n\s+-?[\d.]+)*)\n\s+\]/gu, (_, numbers: string) => `[${numbers.replace(/\s+/gu, ' ')}]`)}\n`,
);
console.log(`\nwritten: ${target}`);

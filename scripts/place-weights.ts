import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type MissingMark,
  type NamedWeights,
  type PlaceWeights,
  type Weights,
} from '../server/core/parse/place-weights.ts';
import { chancesOf, fit, languages, models, type Fitted } from './place-weights/fit.ts';
import { articlesIn, samplesOf, type Sample } from './place-weights/samples.ts';

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

/** How many of the samples have the true place first, and how many among the first three. */
function score(
  samples: readonly Sample[],
  fitted: Fitted,
  tongue: string,
): { all: number; first: number; three: number } {
  const result = { all: samples.length, first: 0, three: 0 };
  for (const sample of samples) {
    const weights = fitted.get(tongue);
    const row = weights?.rows.get(sample.surroundings);
    if (!weights || !row || sample.truth < 0) continue;
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
for (const article of articlesIn(evaluation)) {
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
      surroundings: Object.fromEntries(
        [...rows].map(([name, row]) => [name, models[missing].layout.name(row.map(rounded))]),
      ),
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

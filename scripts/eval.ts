import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { evaluateResidue } from './eval/residue.ts';
import { analyse, defaultSettings } from '../server/index.ts';
import { scoreArabic } from './eval/arabic-attribution.ts';
import { printOfferedFixes } from './eval/offered-fixes.ts';

/**
 * Scores the engine on the evaluation sets where they are at hand, and prints their table. Arguments are
 * handed on to the scorer: `npm run eval -- --lang ar --show 20`. The scorer looks at the first fix of a
 * finding; how often one of the first three is right is printed below its table, `--half 0` or `1` for one
 * half of the articles.
 */

const argument = (name: string): string | undefined => {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
};

const evaluation = resolve(import.meta.dirname, '../../shared/eval');

interface EvaluationArticle {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
}

/** What the engine says about an article, in the scorer's form. */
function predict({ id, lang, text }: EvaluationArticle): string {
  const { article, findings } = analyse(text, { ...defaultSettings, language: lang });
  return JSON.stringify({
    id,
    findings: findings.map(({ rule, start, end, fixes }) => ({ rule, start, end, fixes })),
    quotes: article.quotations
      .filter((quotation) => quotation.depth === 0)
      .map(({ start, end, attribution }) => ({
        start,
        end,
        ...(attribution.speaker ? { speaker: [attribution.speaker.start, attribution.speaker.end] } : {}),
        ...(attribution.cue ? { cue: [attribution.cue.start, attribution.cue.end] } : {}),
      })),
  });
}

if (!existsSync(evaluation)) {
  console.error('There are no evaluation sets beside this project, so there is nothing to measure.');
  process.exit(2);
}
const gold = join(evaluation, 'dev');
const folder = mkdtempSync(join(tmpdir(), 'copydesk-eval-'));
try {
  const started = performance.now();
  const predictions = readdirSync(gold)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(gold, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => predict(JSON.parse(line) as EvaluationArticle));
  const seconds = (performance.now() - started) / 1000;
  console.log(`${String(predictions.length)} articles in ${seconds.toFixed(1)} s`);
  const predicted = join(folder, 'predictions.jsonl');
  writeFileSync(predicted, predictions.join('\n'));
  const rules = join(folder, 'rules.json');
  writeFileSync(
    rules,
    JSON.stringify({ unattributed: '^attribution/missing', residue: '^residue/', mismatch: '^quotes/' }),
  );
  const { status } = spawnSync(
    process.execPath,
    [
      join(evaluation, 'score.mjs'),
      '--gold',
      gold,
      '--pred',
      predicted,
      '--rules',
      rules,
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  );
  const half = argument('--half');
  printOfferedFixes(
    gold,
    predictions,
    (argument('--lang') ?? 'en,de,ar').split(','),
    half === undefined ? null : Number(half),
  );
  process.exitCode = status ?? 2;
  scoreArabic(false);
  evaluateResidue(resolve(import.meta.dirname, '../../shared'), undefined, 0);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, type Edit } from '../../server/index.ts';

/** A well-formed article with one edit, as the sets have it. */
interface Case {
  readonly id: string;
  readonly article: string;
  readonly lang: string;
  readonly text: string;
  readonly region: readonly [number, number];
  readonly edit: {
    readonly kind: string;
    readonly offset: number;
    readonly removed: string;
    readonly inserted: string;
  };
}

/** What the engine said about it. */
interface Prediction {
  readonly id: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly start: number;
    readonly end: number;
    readonly fixes: readonly { readonly edits: readonly Edit[] }[];
  }[];
}

interface Row {
  cases: number;
  found: number;
  once: number;
  first: number;
  three: number;
}

/** How many fixes of a finding a person is expected to look at. */
const offered = 3;

/** Which half of the articles an article belongs to: one to develop on, one to confirm on. */
function halfOf(article: string): number {
  return (createHash('sha256').update(article).digest()[0] ?? 0) & 1;
}

/**
 * Prints, for each language and kind of damaged mark, how often the first fix of a finding restores the
 * article, and how often one of the first three does. `half` leaves the articles of the other half out.
 */
export function printOfferedFixes(
  gold: string,
  predictions: readonly string[],
  languages: readonly string[],
  half: number | null,
): void {
  const byId = new Map(
    predictions.map((line) => {
      const prediction = JSON.parse(line) as Prediction;
      return [prediction.id, prediction];
    }),
  );
  for (const language of languages) {
    const rows = new Map<string, Row>();
    for (const name of readdirSync(gold).filter((file) => file === `${language}.cases.jsonl`)) {
      for (const line of readFileSync(join(gold, name), 'utf8').split('\n').filter(Boolean)) {
        const damaged = JSON.parse(line) as Case;
        const { kind } = damaged.edit;
        if (kind === 'delete-attribution' || kind === 'insert-residue') continue;
        if (half !== null && halfOf(damaged.article) !== half) continue;
        const row = rows.get(kind) ?? { cases: 0, found: 0, once: 0, first: 0, three: 0 };
        rows.set(kind, row);
        count(damaged, byId.get(damaged.id), row);
      }
    }
    if (rows.size === 0) continue;
    console.log(`\noffered fixes, ${language}${half === null ? '' : `, half ${String(half)}`}`);
    console.log(
      `${'kind'.padEnd(30)} n     found  one finding  first restores  one of ${String(offered)} does`,
    );
    for (const [kind, { cases, found, once, first, three }] of rows) {
      const [a, b, c, d] = [found, once, first, three].map((part) =>
        ((100 * part) / cases).toFixed(1).padStart(5),
      );
      console.log(
        `${kind.padEnd(30)} ${String(cases).padEnd(5)} ${String(a)}  ${String(b)}        ${String(c)}           ${String(d)}`,
      );
    }
  }
}

function count({ text, edit, region }: Case, prediction: Prediction | undefined, row: Row): void {
  const { offset, removed, inserted } = edit;
  const original = text.slice(0, offset) + removed + text.slice(offset + inserted.length);
  const all = (prediction?.findings ?? []).filter(({ rule }) => rule.startsWith('quotes/'));
  const findings = all.filter(({ start, end }) => start <= region[1] && end >= region[0]);
  const restores = (most: number): boolean =>
    findings.some(({ fixes }) =>
      fixes.slice(0, most).some(({ edits }) => applyEdits(text, edits) === original),
    );
  row.cases++;
  if (findings.length > 0) row.found++;
  if (all.length === 1 && findings.length === 1) row.once++;
  if (restores(1)) row.first++;
  if (restores(offered)) row.three++;
}

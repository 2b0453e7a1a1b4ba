import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateArticles, evaluateAutoblog } from './residue-articles.ts';
import { evaluateEncoding } from './encoding.ts';
import { evaluateFamilies } from './residue-families.ts';
import { evaluateLines } from './residue-lines.ts';

/**
 * What the rules about residue find in pages whose lines are labelled, in posts of an importer, in clean
 * articles and in damaged text. `--half a` develops on one half of the pages, `--half b` confirms on the
 * other; `--show 40` prints the most frequent misses and false alarms.
 */
export function evaluateResidue(shared: string, half: 'a' | 'b' | undefined, show: number): void {
  evaluateLines(shared, half, show);
  evaluateFamilies(shared, half);
  evaluateAutoblog(shared);
  evaluateArticles(shared, show);
  evaluateEncoding(shared, show);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { half: { type: 'string' }, show: { type: 'string' } } });
  const half = values.half === 'a' || values.half === 'b' ? values.half : undefined;
  evaluateResidue(resolve(import.meta.dirname, '../../../shared'), half, Number(values.show ?? 0));
}

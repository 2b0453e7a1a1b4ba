import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, defaultSettings, fix } from '../../server/index.ts';

interface EncodingCase {
  readonly label: string;
  readonly original: string;
  readonly fixed: string;
  readonly 'fixed-encoding'?: string;
}

/** ftfy's cases: how much damaged text is flagged and repaired, and whether sound text is left alone. */
export function evaluateEncoding(shared: string, show: number): void {
  console.log('\nText read in a wrong encoding (the cases of ftfy)');
  const rows: Record<string, object> = {};
  for (const name of ['in-the-wild', 'synthetic', 'known-failures', 'negative']) {
    const cases = JSON.parse(
      readFileSync(join(shared, `residue/ftfy/${name}.json`), 'utf8'),
    ) as EncodingCase[];
    let flagged = 0;
    let repaired = 0;
    for (const { label, original, fixed, 'fixed-encoding': encoded = fixed } of cases) {
      const found = analyse(original, defaultSettings).findings.some(({ rule }) => rule === 'text/encoding');
      const got = fix(original, defaultSettings, {
        safeties: ['safe', 'review'],
        rules: ['text/encoding'],
      }).text;
      if (found) flagged++;
      if (got === encoded || got === fixed) repaired++;
      if (show > 0 && (name === 'negative' ? got !== original : got !== encoded)) {
        console.log(
          `${name}: ${label}\n  ${JSON.stringify(original)}\n  ${JSON.stringify(got)}\n  ${JSON.stringify(encoded)}`,
        );
      }
    }
    rows[name] = { cases: cases.length, flagged, repaired };
  }
  console.table(rows);
}

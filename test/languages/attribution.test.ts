import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse, resolveSettings } from '../../server/index.ts';
import { inOrder, write } from '../rules/cases/notation.ts';
import { readCases, type Case } from '../rules/cases/read.ts';

const folder = new URL('./attribution/', import.meta.url);

for (const name of readdirSync(folder)) {
  describe(`attribution in ${name.replace(/\.md$/, '')}`, () => {
    for (const example of readCases(readFileSync(new URL(name, folder), 'utf8'))) {
      it(example.title, () => {
        const complaint = judge(example);
        assert.equal(
          complaint,
          null,
          `test/languages/attribution/${name}:${String(example.line)}\n${complaint ?? ''}`,
        );
      });
    }
  });
}

/** `⟦…⟧` encloses speech that nobody is said to have spoken, `⦅…⦆` the speakers. */
function judge(example: Case): string | null {
  const { article, findings } = analyse(
    example.text,
    resolveSettings({ language: example.language }).settings,
  );
  const missing = findings.filter(({ rule }) => rule === 'attribution/missing');
  const speakers = article.quotations.flatMap(({ attribution }) => attribution.speaker ?? []).sort(inOrder);
  const distinct = speakers.filter((span, index) => span.start !== speakers[index - 1]?.start);
  const found = write(example.text, missing, distinct);
  const expected = write(example.text, example.findings, example.related);
  return found === expected ? null : `expected:\n${expected}\nfound:\n${found}`;
}

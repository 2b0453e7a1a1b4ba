import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse, resolveSettings } from '../../server/index.ts';
import { languageFiles } from '../../server/languages/index.ts';
import { write } from '../rules/cases/notation.ts';
import { readCases, type Case } from '../rules/cases/read.ts';

const folder = new URL('./kinds/', import.meta.url);
const names = readdirSync(folder);

/** Kinds that each language with words for them must have cases of. */
const wanted = ['title', 'nickname', 'slogan', 'term', 'foreign', 'within'];

for (const name of names) {
  describe(`kinds of quotations in ${name.replace(/\.md$/, '')}`, () => {
    const cases = readCases(readFileSync(new URL(name, folder), 'utf8'));
    for (const example of cases) {
      it(example.title, () => {
        const complaint = judge(example);
        assert.equal(
          complaint,
          null,
          `test/languages/kinds/${name}:${String(example.line)}\n${complaint ?? ''}`,
        );
      });
    }
    it('has cases of each kind', () => {
      const had = new Set(cases.map(kindOf));
      assert.deepEqual(
        wanted.filter((kind) => !had.has(kind)),
        [],
      );
    });
  });
}

it('each language with words for kinds has cases', () => {
  const without = languageFiles.filter(({ language, kinds }) => kinds && !names.includes(`${language}.md`));
  assert.deepEqual(
    without.map(({ language }) => language),
    [],
  );
});

/** The outer heading is the kind of what `⟦…⟧` encloses; nothing else in the article is of that kind. */
function kindOf({ title }: Case): string {
  return title.split(' › ')[0] ?? '';
}

function judge(example: Case): string | null {
  const { article, findings } = analyse(
    example.text,
    resolveSettings({ language: example.language }).settings,
  );
  const kind = kindOf(example);
  const found = write(
    example.text,
    article.quotations.filter((quotation) => quotation.kind === kind),
  );
  const expected = write(example.text, example.findings);
  if (found !== expected) return `expected:\n${expected}\nfound:\n${found}`;
  const missing = findings.filter(({ rule }) => rule === 'attribution/missing');
  return missing.length === 0 ? null : `Somebody is asked for: ${write(example.text, missing)}`;
}

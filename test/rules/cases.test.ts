import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { rules, type Rule } from '../../server/index.ts';
import { judge, nothingExercised } from './cases/judge.ts';
import { readCases } from './cases/read.ts';

const folder = new URL('../../server/rules/', import.meta.url);

for (const rule of rules)
  describe(rule.id, () => {
    holdAgainstItsCases(rule);
  });

/** One test a case, and one for what the cases together must show of the rule. */
function holdAgainstItsCases(rule: Rule): void {
  const exercised = nothingExercised();
  const seen = new Map<string, string>();
  for (const file of ['cases.md', 'README.md']) {
    const path = new URL(`${rule.id}/${file}`, folder);
    if (!existsSync(path)) {
      it(`has a ${file}`, () => {
        assert.fail(
          `server/rules/${rule.id}/${file} is missing. docs/rules-and-cases.md says what belongs in it.`,
        );
      });
      continue;
    }
    const cases = readCases(readFileSync(path, 'utf8'));
    it(`has articles in ${file}`, () => {
      assert.notEqual(cases.length, 0, 'A rule without a case says nothing of itself.');
    });
    for (const example of cases) {
      const place = `server/rules/${rule.id}/${file}:${String(example.line)}`;
      const key = JSON.stringify([example.language, example.options, example.text]);
      const twin = file === 'cases.md' ? seen.get(key) : undefined;
      if (file === 'cases.md') seen.set(key, place);
      it(`${file}: ${example.title}`, () => {
        assert.equal(twin, undefined, `${place}: the same article is a case at ${String(twin)} already.`);
        const complaints = judge(rule, example, exercised);
        assert.equal(complaints.length, 0, [place, ...complaints].join('\n'));
      });
    }
  }
  it('is exercised as a whole', () => {
    const untold = (all: readonly string[], told: Set<string>): string[] =>
      all.filter((name) => !told.has(name));
    assert.deepEqual(
      untold(Object.keys(rule.messages), exercised.messages),
      [],
      'No case makes it say these messages.',
    );
    assert.deepEqual(
      untold(Object.keys(rule.titles), exercised.titles),
      [],
      'No case asserts the fixes of these titles.',
    );
    const order = ['safe', 'review', 'choice'].filter((safety) => exercised.safeties.has(safety));
    assert.deepEqual(
      [...rule.fixes],
      order,
      'The rule claims other safeties (safest first) than its cases show.',
    );
  });
}

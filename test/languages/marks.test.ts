import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  analyse,
  fix,
  languages,
  resolveSettings,
  ruleIds,
  type Finding,
  type Settings,
} from '../../server/index.ts';
import { write } from '../rules/cases/notation.ts';
import { readCases, type Case } from '../rules/cases/read.ts';

const folder = new URL('./marks/', import.meta.url);
const tags = readdirSync(folder).map((name) => name.replace(/\.md$/, ''));

/** The rules that judge quotation marks, all at once: one slip of a writer is to be one finding. */
const marks = ruleIds.filter((id) => id.startsWith('quotes/') && id !== 'quotes/style');

for (const tag of tags) {
  describe(`marks in ${tag}`, () => {
    for (const example of readCases(readFileSync(new URL(`${tag}.md`, folder), 'utf8'))) {
      it(example.title, () => {
        const complaint = judge(example);
        assert.equal(
          complaint,
          null,
          `test/languages/marks/${tag}.md:${String(example.line)}\n${complaint ?? ''}`,
        );
      });
    }
  });
}

it('every language with facts of its own has cases of its own', () => {
  assert.deepEqual(
    languages.map(({ language }) => language).filter((tag) => !tags.includes(tag)),
    [],
  );
});

function judge(example: Case): string | null {
  const settings = settingsFor(example.language);
  const findings = analyse(example.text, settings).findings;
  const expected = write(example.text, example.findings);
  const found = write(example.text, findings);
  if (found !== expected)
    return `expected:\n${expected}\nfound:\n${found}\n${findings.map(nameOf).join(', ')}`;
  const names = findings.map(nameOf).join();
  const stated = (example.finds ?? []).map(({ message }) => message).join();
  if (names !== stated) return `It must say below the article:\nFinds: ${names}`;
  if (example.fixed === null) return null;
  const made = fix(example.text, settings, { safeties: ['safe', 'review'] }).text;
  return made === example.fixed ? null : `expected:\n${write(example.fixed)}\nmade:\n${write(made)}`;
}

function nameOf({ rule }: Finding): string {
  return rule.slice(rule.indexOf('/') + 1);
}

/** Default settings with nothing but the rules for marks. */
function settingsFor(language: string): Settings {
  const { settings } = resolveSettings({ language });
  return { ...settings, rules: new Map([...settings.rules].filter(([id]) => marks.includes(id))) };
}

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { decode } from '../../server/formats/decode.ts';
import { analyse, defaultSettings, fix, type Finding } from '../../server/index.ts';

const folder = new URL('../../seeds/', import.meta.url);

/** What must be found in each seed: the rule, and the passage with its span between ⟦ and ⟧. */
type Expected = Readonly<Record<string, readonly { readonly rule: string; readonly at: string }[]>>;

const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected;

/** Hints are left to taste: they neither fail a run nor count as what must be found. */
const grave = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity !== 'hint');

function textOf(path: string): string {
  return decode(readFileSync(new URL(path, folder))).text;
}

/** The span that a passage encloses; the passage must stand exactly once in the text. */
function located(text: string, at: string): { start: number; end: number } {
  const passage = at.replace('⟦', '').replace('⟧', '');
  const place = text.indexOf(passage);
  assert.ok(place >= 0 && !text.includes(passage, place + 1), `“${at}” must stand exactly once.`);
  return { start: place + at.indexOf('⟦'), end: place + at.indexOf('⟧') - 1 };
}

describe('the seeds', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.txt') && !path.startsWith('.clean/'));

  it('are all told of in expected.json', () => {
    assert.deepEqual([...files].sort(), Object.keys(expected).sort());
  });

  it('are twelve or more in six languages, Arabic first', () => {
    const languages = files.map((path) => path.split('/')[0] ?? '');
    const arabic = languages.filter((language) => language === 'ar').length;
    assert.ok(files.length >= 12);
    assert.equal(new Set(languages).size, 6);
    for (const language of languages) {
      assert.ok(language === 'ar' || languages.filter((other) => other === language).length < arabic);
    }
  });

  for (const [path, findings] of Object.entries(expected)) {
    it(`${path} has exactly its findings`, () => {
      const text = textOf(path);
      const found = grave(analyse(text, defaultSettings).findings).map(({ rule, start, end }) => ({
        rule,
        start,
        end,
        words: text.slice(start, end),
      }));
      const wanted = findings
        .map(({ rule, at }) => ({ rule, ...located(text, at) }))
        .sort((one, other) => one.start - other.start || one.end - other.end)
        .map((finding) => ({ ...finding, words: text.slice(finding.start, finding.end) }));
      assert.deepEqual(found, wanted);
    });

    it(`${path} becomes its clean twin by its preferred fixes`, () => {
      const text = textOf(path);
      const { text: fixed, findings: left } = fix(text, defaultSettings, { safeties: ['safe', 'review'] });
      // A well-formed article has no twin: it is its own.
      const twin = existsSync(new URL(`.clean/${path}`, folder)) ? textOf(`.clean/${path}`) : text;
      assert.equal(fixed, twin);
      const waiting = grave(left).filter((finding) => finding.fixes[0] && finding.fixes[0].safety !== 'choice');
      assert.deepEqual(waiting, [], 'Only what a person must choose may be left.');
    });
  }
});

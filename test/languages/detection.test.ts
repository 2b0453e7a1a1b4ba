import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { detectLanguage } from '../../server/core/parse/detect.ts';
import { languageFiles } from '../../server/languages/index.ts';
import { readCases } from '../rules/cases/read.ts';

const folder = new URL('./marks/', import.meta.url);

/** As many paragraphs as a short article has. */
const few = 3;

/** What a text is found to be in: country presses are told by configuration, scripts by their characters. */
function expected(tag: string): string {
  const file = languageFiles.find(({ language }) => language === tag);
  return file?.extends !== undefined && file.script === undefined && tag !== 'nn' ? file.extends : tag;
}

describe('the language of an article', () => {
  for (const name of readdirSync(folder)) {
    const tag = name.replace(/\.md$/, '');
    const cases = readCases(readFileSync(new URL(name, folder), 'utf8'));
    const longest = cases.reduce((one, other) => (other.text.length > one.text.length ? other : one));
    const paragraphs = longest.text.split('\n\n');
    it(`is found to be ${expected(tag)}, from all of it, its first paragraphs and its last`, () => {
      const parts = [
        longest.text,
        paragraphs.slice(0, few).join('\n\n'),
        paragraphs.slice(-few).join('\n\n'),
      ];
      assert.deepEqual(
        parts.map(detectLanguage),
        parts.map(() => expected(tag)),
      );
    });
  }

  it('is unknown where there are no letters', () => {
    assert.equal(detectLanguage('1234 — 5678.'), 'und');
  });

  it('is not misled by addresses and markup', () => {
    const arabic = 'عاد أقدم مخبز في الحي إلى بيع الخبز يوم الثلاثاء بعد السيل.';
    const links = 'https://example.org/a-very-long-address-in-latin-letters-that-goes-on-and-on '.repeat(5);
    assert.equal(detectLanguage(`${links}<div class="article-body-of-the-page">${arabic}</div>`), 'ar');
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readRecords } from '../../server/formats/read-records.ts';
import { Desk } from './harness.ts';

const seeds = new URL('../../seeds/', import.meta.url);

/** The paragraphs of the seeds of some languages, the headline first; those that hold tags would be tags. */
function* articles(): Generator<readonly [string, readonly string[]]> {
  for (const language of ['ar', 'en', 'fr'])
    for (const name of readdirSync(new URL(`${language}/`, seeds))) {
      if (!name.endsWith('.txt')) continue;
      const text = readFileSync(new URL(`${language}/${name}`, seeds), 'utf8').replace(/^\uFEFF/, '');
      if (text.includes('<') || text.includes('\uFFFD')) continue;
      const paragraphs = text
        .split(/\r?\n\s*\r?\n/)
        .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
      yield [`${language}-${name.slice(0, -4)}`, paragraphs.filter((paragraph) => paragraph !== '')];
    }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const writers: Readonly<Record<'html' | 'xml', (paragraphs: readonly string[]) => string>> = {
  html: ([headline = '', ...rest]) =>
    `<article>\n<h1>${escaped(headline)}</h1>\n${rest.map((text) => `<p>${escaped(text)}</p>`).join('\n')}\n</article>\n`,
  xml: ([headline = '', ...rest]) =>
    `<rss><channel><item><title>${escaped(headline)}</title><description>${escaped(
      rest.map((text) => `<p>${escaped(text)}</p>`).join('\n'),
    ).replaceAll('<', '&lt;')}</description></item></channel></rss>\n`,
};

/** An article as paragraphs, whatever is between them. */
const shown = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');

describe('an article in HTML or in a feed', () => {
  it('is fixed as it is in a file of its own, and its marks stay', () => {
    const desk = new Desk();
    const names: string[] = [];
    for (const [name, paragraphs] of articles()) {
      names.push(name);
      desk.write(`${name}.txt`, paragraphs.join('\n\n'));
      for (const format of ['html', 'xml'] as const)
        desk.write(`${name}.${format}`, writers[format](paragraphs));
    }
    assert.ok(names.length >= 8);
    const tags = (name: string): string[] => desk.read(name).match(/<[^>]*>|&lt;.*?>/g) ?? [];
    const marks = names.map((name) => [tags(`${name}.html`), tags(`${name}.xml`)]);
    const fixed = ['txt', 'html', 'xml'].map((extension) => {
      const { out } = desk.run('fix', '--review', ...names.map((name) => `${name}.${extension}`));
      return /^Fixed .* Left: .*$/m.exec(out)?.[0];
    });
    assert.match(fixed[0] ?? '', /^Fixed \d\d+ problems/);
    assert.deepEqual(fixed, [fixed[0], fixed[0], fixed[0]]);
    for (const name of names)
      for (const format of ['html', 'xml'] as const) {
        const [record] = readRecords(desk.read(`${name}.${format}`), format, {}).records;
        assert.ok(record?.kind === 'article');
        assert.deepEqual(shown(record.map.text), shown(desk.read(`${name}.txt`)), `${name}.${format}`);
      }
    assert.deepEqual(
      names.map((name) => [tags(`${name}.html`), tags(`${name}.xml`)]),
      marks,
    );
    desk.remove();
  });
});

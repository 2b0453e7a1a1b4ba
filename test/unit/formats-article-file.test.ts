import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isArticleFile, looksLikeArticle } from '../../server/formats/article-file.ts';
import { article, contents, names } from './article-files.ts';

describe('isArticleFile', () => {
  for (const [path, expected] of names) {
    it(`${expected ? 'takes' : 'leaves'} the name ${path}`, () => {
      assert.equal(isArticleFile(path, article), expected);
    });
  }
  for (const [what, text, expected] of contents) {
    it(`${expected ? 'takes' : 'leaves'} ${what}`, () => {
      assert.equal(isArticleFile('a.txt', text), expected);
      assert.equal(isArticleFile('a.txt', text.replaceAll('\n', '\r\n')), expected, 'with CRLF');
    });
  }

  it('takes little time, whatever a file holds', () => {
    const evil = [
      'a',
      '=',
      ' ',
      '\t',
      '(',
      '-',
      '/',
      '.',
      '"',
      '1',
      'a=',
      'a/',
      'a.',
      '1.',
      '[',
      'ا ',
      'ab_',
      '<>',
      '-a ',
      '\n',
      'a\n',
      '"a":',
    ];
    for (const part of evil) {
      for (const end of ['', '!', '\n']) {
        const started = performance.now();
        looksLikeArticle(part.repeat(1_000_000) + end);
        assert.ok(performance.now() - started < 300, JSON.stringify(part));
      }
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isArticleFile } from '../../server/formats/article-file.ts';
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
});

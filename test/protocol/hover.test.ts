import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Hover, MarkupContent, Position } from 'vscode-languageserver/node';
import { marked, marker, openSpeech } from './articles.ts';
import { inEditor, type Editor } from './editor.ts';

async function hover(
  editor: Editor,
  uri: string,
  position: Position,
): Promise<MarkupContent & Pick<Hover, 'range'>> {
  const found = await editor.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  assert.ok(found, 'Nothing is said of this place.');
  return { ...(found.contents as MarkupContent), ...(found.range && { range: found.range }) };
}

/** The text without the characters that keep directions apart. */
const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

describe('hover', () => {
  it('on a problem says what is wrong, why it matters and where more is', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const place = editor.rangeOf(uri, marker);
      const { kind, value, range } = await hover(editor, uri, place.start);
      assert.equal(kind, 'markdown');
      assert.deepEqual(range, place);
      assert.match(value, /^“\\\[ad\\_1\\\]” is a marker/, 'The article’s characters format nothing.');
      assert.match(value, /\*Why it matters:\* It is no part of the article/);
      assert.match(
        value,
        /\[residue\/importer-marker\]\(https:\/\/\S+\/residue\/importer-marker\/README\.md\)/,
      );
    });
  });

  it('is plain text where the client knows no other', async () => {
    const capabilities = { textDocument: { diagnostic: {} } };
    await inEditor({ capabilities }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const { kind, value } = await hover(editor, uri, editor.rangeOf(uri, marker).start);
      assert.equal(kind, 'plaintext');
      assert.match(value, /^“\[ad_1\]” is a marker/);
      assert.match(value, /\nresidue\/importer-marker: https:\/\/\S+$/);
      assert.doesNotMatch(value, /[*`\\]/);
    });
  });

  it('on a quotation says who speaks, by which words, and where a carried speaker was named', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, openSpeech.replace('every hinge, said', 'every hinge,” said'));
      const named = await hover(editor, uri, editor.rangeOf(uri, 'painted').start);
      assert.match(plain(named.value), /said by Anna Berg/);
      assert.match(plain(named.value), /The words that say so: said\./);
      const carried = await hover(editor, uri, editor.rangeOf(uri, 'whole winter').start);
      assert.match(plain(carried.value), /said by she, that is Anna Berg.*, named last in paragraph 2/);
      assert.deepEqual(carried.range, editor.rangeOf(uri, '“It took us the whole winter,”'));
    });
  });

  it('says of the same place what is wrong and who speaks', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, openSpeech);
      const { value, range } = await hover(editor, uri, editor.rangeOf(uri, '“We').start);
      assert.match(value, /is never closed[^]*---[^]*said by/);
      assert.deepEqual(range, editor.rangeOf(uri, '“'));
    });
  });

  it('has nothing to say of sound prose', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const params = { textDocument: { uri }, position: { line: 0, character: 2 } };
      assert.equal(await editor.request('textDocument/hover', params), null);
    });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marked } from './articles.ts';
import { inEditor } from './editor.ts';

const requestCancelled = -32800;

describe('a request that is cancelled', () => {
  for (const method of ['textDocument/diagnostic', 'textDocument/documentSymbol', 'textDocument/codeLens']) {
    it(`is answered with that, and nothing was done for it: ${method}`, async () => {
      await inEditor({}, async (editor) => {
        const uri = editor.uri('news.txt');
        await editor.open(uri, marked);
        const id = 'asked';
        const { error } = await editor.server.together(
          id,
          { id, method, params: { textDocument: { uri } } },
          { method: '$/cancelRequest', params: { id } },
        );
        assert.equal(error?.code, requestCancelled);
        // By the next answer the client has read all that came before it.
        await editor.request('copydesk/languages');
        assert.equal(editor.judgements, 0);
        assert.equal((await editor.pull(uri)).length, 1);
      });
    });
  }
});

describe('a version of a document', () => {
  it('is judged once, however many ask', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const textDocument = { uri };
      const position = { line: 0, character: 0 };
      const ask = async (): Promise<void> => {
        await Promise.all([
          editor.pull(uri),
          editor.pull(uri),
          editor.request('textDocument/documentSymbol', { textDocument }),
          editor.request('textDocument/hover', { textDocument, position }),
          editor.codeActions(uri, { start: position, end: position }),
        ]);
      };
      await ask();
      await ask();
      assert.equal(editor.judgements, 1);
      await editor.change(uri, { start: 0, end: 0, text: ' ' });
      await ask();
      assert.equal(editor.judgements, 2);
    });
  });

  it('is not judged where a newer one has come already', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      await editor.pull(uri);
      const start = { line: 0, character: 0 };
      const messages = Array.from({ length: 20 }, (_, index) => [
        {
          method: 'textDocument/didChange',
          params: {
            textDocument: { uri, version: index + 2 },
            contentChanges: [{ range: { start, end: start }, text: 'ا' }],
          },
        },
        {
          id: `asked ${String(index)}`,
          method: 'textDocument/diagnostic',
          params: { textDocument: { uri } },
        },
      ]).flat();
      await editor.server.together('asked 19', ...messages);
      // By the next answer the client has read all that came before it.
      await editor.request('textDocument/codeLens', { textDocument: { uri } });
      assert.equal(editor.statuses.get(uri)?.version, 21);
      assert.ok(editor.judgements < 21, `${String(editor.judgements)} judgements of 21 versions`);
    });
  });
});

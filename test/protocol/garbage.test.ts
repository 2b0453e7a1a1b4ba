import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marked } from './articles.ts';
import type { Editor } from './editor.ts';
import { inEditor, type EditorOptions } from './editor.ts';

/** Whether the server still does its work. */
async function stillServes(editor: Editor): Promise<void> {
  const uri = editor.uri('afterwards.txt');
  await editor.open(uri, marked);
  assert.equal((await editor.pull(uri)).length, 1);
}

async function refused(editor: Editor, method: string, params: unknown, code: number): Promise<void> {
  await assert.rejects(editor.request(method, params), { code }, `${method} ${JSON.stringify(params)}`);
}

const invalidParams = -32602;

describe('a server that is told nonsense', () => {
  it('answers bad parameters with what is wrong in them', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const textDocument = { uri };
      const place = { line: 0, character: 0 };
      for (const [method, params] of [
        ['textDocument/hover', undefined],
        ['textDocument/hover', []],
        ['textDocument/hover', { position: place }],
        ['textDocument/hover', { textDocument, position: { line: 'first' } }],
        ['textDocument/hover', { textDocument, position: { line: -1, character: 0 } }],
        ['textDocument/diagnostic', { textDocument: 7 }],
        ['textDocument/diagnostic', {}],
        ['textDocument/codeAction', { textDocument, range: null, context: { diagnostics: [] } }],
        ['textDocument/codeAction', { textDocument, range: { start: place, end: place } }],
        [
          'textDocument/codeAction',
          { textDocument, range: { start: place, end: place }, context: { only: 1 } },
        ],
        ['workspace/executeCommand', { command: 'rm', arguments: [] }],
        ['workspace/executeCommand', { command: 'copydesk.server.applyFixes', arguments: [{}] }],
        ['workspace/executeCommand', { command: 'copydesk.server.applyFixes' }],
      ] as const) {
        await refused(editor, method, params, invalidParams);
      }
      await stillServes(editor);
    });
  });

  it('says of a method it does not know that it does not', async () => {
    await inEditor({}, async (editor) => {
      await refused(editor, 'textDocument/formatting', { textDocument: { uri: 'file:///a.txt' } }, -32601);
      await editor.notify('copydesk/unknown', { some: 'thing' });
      await stillServes(editor);
    });
  });

  it('takes positions beyond the text for its nearest end', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const far = { line: 1e6, character: 1e6 };
      assert.equal(
        await editor.request('textDocument/hover', { textDocument: { uri }, position: far }),
        null,
      );
      const range = { start: { line: 0, character: 0 }, end: far };
      assert.equal((await editor.fixes(uri, range, ['quickfix'])).length, 1);
      // The ends the wrong way round mean the same.
      assert.equal((await editor.fixes(uri, { start: far, end: range.start }, ['quickfix'])).length, 1);
    });
  });

  it('knows nothing of documents that are not open, and says so by saying nothing', async () => {
    await inEditor({}, async (editor) => {
      const textDocument = { uri: editor.uri('absent.txt') };
      const place = { line: 0, character: 0 };
      assert.equal(await editor.request('textDocument/hover', { textDocument, position: place }), null);
      assert.deepEqual(await editor.fixes(textDocument.uri, { start: place, end: place }), []);
      assert.deepEqual(await editor.pull(textDocument.uri), []);
      await editor.notify('textDocument/didChange', {
        textDocument: { ...textDocument, version: 2 },
        contentChanges: [{ text: 'x' }],
      });
      await editor.notify('textDocument/didClose', { textDocument });
      await stillServes(editor);
    });
  });

  const changes: readonly [string, unknown][] = [
    ['without a version', { contentChanges: [{ text: 'x' }], textDocument: {} }],
    ['that are no list', { contentChanges: 'x' }],
    ['without text', { contentChanges: [{ range: {} }] }],
  ];
  for (const [what, params] of changes) {
    it(`logs changes ${what}, and lives on`, async () => {
      await inEditor({}, async (editor) => {
        const uri = editor.uri('news.txt');
        await editor.open(uri, marked);
        const textDocument = { uri, version: 2, ...(params as { textDocument?: object }).textDocument };
        if (what === 'without a version') Object.assign(textDocument, { version: null });
        await editor.notify('textDocument/didChange', { ...(params as object), textDocument });
        const { type, message } = await editor.next<{ type: number; message: string }>('window/logMessage');
        assert.equal(type, 1);
        assert.match(message, /didChange/);
        await stillServes(editor);
      });
    });
  }

  it('outlives a message that is no JSON', async () => {
    await inEditor({}, async (editor) => {
      const nonsense = '{"jsonrpc": "2.0", nonsense';
      editor.server.write(`Content-Length: ${String(nonsense.length)}\r\n\r\n${nonsense}`);
      await stillServes(editor);
    });
  });

  it('outlives a message that is no request, no notification and no answer', async () => {
    await inEditor({}, async (editor) => {
      const messages = ['{}', '[]', 'null', '{"jsonrpc":"2.0","id":99,"result":1}'];
      for (const message of messages) {
        editor.server.write(`Content-Length: ${String(message.length)}\r\n\r\n${message}`);
      }
      await stillServes(editor);
      // The last one answers nothing that was asked, which is no harm; the others are logged.
      for (let told = 0; told < 3; told++) await editor.next('window/logMessage');
    });
  });

  const texts: Readonly<Record<string, string>> = {
    nothing: '',
    'a byte order mark alone': '\uFEFF',
    'a character that is NUL': 'Headline\n\nA \0 in the text of the article, which goes on.\n',
    'halves of characters':
      'Headline \uD83D\n\n\uDE00 “text \uD83D” of the \uDBFF article that goes on and on.\n',
    'marks alone': '“”«»„"\'‹›'.repeat(500),
    'one mark over and over': `Headline\n\n${'“'.repeat(50_000)}`,
    'one line without a space': `Headline\n\n${'a'.repeat(300_000)}`,
    'lines alone': '\n'.repeat(100_000),
    'carriage returns alone': 'Headline\r\rAn article that old machines wrote, line by line.\r\r[ad_1]\r',
    'direction marks': 'Headline\n\n\u202E\u202D\u2066\u200F “text\u202C” the article goes on\u2069.\n',
  };
  for (const [what, text] of Object.entries(texts)) {
    it(`judges an article that is ${what}`, async () => {
      await inEditor({} satisfies EditorOptions, async (editor) => {
        const uri = editor.uri('strange.txt');
        await editor.open(uri, text, 'news-article');
        const diagnostics = await editor.pull(uri);
        for (const { range } of diagnostics.slice(0, 20)) {
          await editor.fixes(uri, range);
          await editor.request('textDocument/hover', { textDocument: { uri }, position: range.start });
        }
        assert.equal(editor.statuses.get(uri)?.article, true);
        await stillServes(editor);
      });
    });
  }
});

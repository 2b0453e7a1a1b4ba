import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { marked } from './articles.ts';
import { inEditor } from './editor.ts';

const requestCancelled = -32800;

describe('a request that is cancelled', () => {
  it('is answered with that, and the next one with what was asked', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const params = { textDocument: { uri } };
      const asked = Array.from({ length: 20 }, async () => {
        const source = new CancellationTokenSource();
        const { connection } = editor.server;
        const answer = connection.sendRequest('textDocument/diagnostic', params, source.token);
        const refusal = assert.rejects(answer, { code: requestCancelled });
        source.cancel();
        await refusal;
      });
      await Promise.all(asked);
      assert.equal(editor.statuses.size, 0, 'Nothing was judged for what nobody waits for.');
      assert.equal((await editor.pull(uri)).length, 1);
    });
  });

  it('costs no judgement where the article is long and typing goes on', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked + marked.repeat(2_000));
      await editor.pull(uri);
      const { connection } = editor.server;
      const first = editor.version(uri);
      const versions = new Set<number>();
      for (let times = 0; times < 20; times++) {
        void editor.change(uri, { start: 0, end: 0, text: 'ا' });
        const source = new CancellationTokenSource();
        const answer = connection.sendRequest(
          'textDocument/diagnostic',
          { textDocument: { uri } },
          source.token,
        );
        answer.catch(() => undefined);
        source.cancel();
        versions.add(editor.statuses.get(uri)?.version ?? 0);
      }
      await editor.pull(uri);
      versions.add(editor.statuses.get(uri)?.version ?? 0);
      assert.deepEqual([...versions], [first, editor.version(uri)]);
    });
  });
});

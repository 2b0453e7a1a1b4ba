import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { marked, marker, unmarked } from './articles.ts';
import { bare, modern, pushed } from './capabilities.ts';
import { Editor, inEditor } from './editor.ts';
import { ServerProcess } from './server-process.ts';
import type { KnownLanguage } from '../../server/lsp/messages.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
  readonly homepage: string;
  readonly repository: { readonly url: string };
};

describe('a server', () => {
  for (const transport of ['stdio', 'node-ipc'] as const) {
    it(`serves over ${transport}, from opening to the end`, async () => {
      await inEditor({ transport }, async (editor) => {
        const uri = editor.uri('news.txt');
        await editor.open(uri, marked);
        assert.equal((await editor.pull(uri)).length, 1);
        const [action] = await editor.codeActions(uri, editor.rangeOf(uri, marker));
        assert.ok(action);
        assert.equal(await editor.outcome(uri, action), unmarked);
      });
    });
  }

  it('says its name and version, and has the addresses that package.json has', async () => {
    await inEditor({}, async (editor) => {
      assert.deepEqual(editor.initialized?.serverInfo, { name: 'Copydesk', version: manifest.version });
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const [diagnostic] = await editor.pull(uri);
      assert.ok(
        diagnostic?.codeDescription?.href.startsWith(`${manifest.homepage.replace(/#.*$/, '')}/blob/main/`),
      );
      assert.ok(manifest.repository.url.includes(manifest.homepage.replace(/#.*$/, '')));
    });
  });

  it('offers a client what it can use, and nothing else', async () => {
    const offered = async (capabilities: object): Promise<Record<string, unknown>> => {
      let result: Record<string, unknown> = {};
      await inEditor({ capabilities }, async (editor) => {
        result = { ...editor.initialized?.capabilities };
        await editor.request('copydesk/languages');
      });
      return result;
    };
    const full = await offered(modern);
    assert.deepEqual(full['textDocumentSync'], { openClose: true, change: 2 });
    assert.deepEqual(full['codeActionProvider'], {
      codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.copydesk'],
      resolveProvider: true,
    });
    assert.ok(full['diagnosticProvider']);
    assert.equal((await offered(pushed))['diagnosticProvider'], undefined);
    const least = await offered(bare);
    assert.deepEqual(least['textDocumentSync'], { openClose: true, change: 2, save: true });
    assert.equal(least['codeActionProvider'], true);
    assert.deepEqual(least['executeCommandProvider'], { commands: ['copydesk.server.keep'] });
    assert.equal(least['diagnosticProvider'], undefined);
  });

  it('lists the languages it knows', async () => {
    await inEditor({}, async (editor) => {
      const languages = await editor.request<KnownLanguage[]>('copydesk/languages');
      assert.ok(languages.some(({ language, name }) => language === 'ar' && name === 'Arabic'));
      const names = languages.map(({ name }) => name);
      assert.deepEqual(names, [...names].sort());
    });
  });

  it('answers nothing more once it was shut down', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      await editor.request('shutdown');
      await assert.rejects(editor.pull(uri), { code: -32600 });
    });
  });

  it('ends with 1 where it was not told to shut down', async () => {
    const editor = new Editor({});
    try {
      await editor.initialize({});
      await editor.notify('exit');
      assert.equal(await editor.server.ended, 1);
      editor.check();
    } finally {
      editor.remove();
    }
  });

  it('ends with its client, where that goes without a word', async () => {
    const editor = new Editor({});
    try {
      await editor.initialize({});
      editor.server.child.stdin?.end();
      assert.equal(await editor.server.ended, 1);
      assert.equal(editor.server.complaints, '');
    } finally {
      editor.remove();
    }
  });

  it('answers no request before it is initialized, and lives on', async () => {
    const server = new ServerProcess('stdio');
    try {
      server.connection.listen();
      const early = server.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: 'file:///a.txt' },
        position: { line: 0, character: 0 },
      });
      await assert.rejects(early, { code: -32002 });
      const result = await server.connection.sendRequest('initialize', {
        processId: null,
        rootUri: null,
        capabilities: {},
      });
      assert.ok(result);
      await server.connection.sendRequest('shutdown');
      await server.connection.sendNotification('exit');
      assert.equal(await server.ended, 0);
      assert.equal(server.complaints, '');
    } finally {
      server.kill();
    }
  });
});

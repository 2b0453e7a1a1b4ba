import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  MessageConnection,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { ResponseError } from 'vscode-languageserver/node';
import { marked, marker } from './articles.ts';
import { modern } from './capabilities.ts';
import { inWorker } from './worker.ts';

const root = 'vscode-vfs://github/somebody/corpus';
const news = `${root}/news.txt`;

/** The editor's files, by URI; an error is what reading them comes to. */
type Files = Map<string, string | Error>;

function answerAbout(files: Files, connection: MessageConnection): string[] {
  const asked: string[] = [];
  const there = (uri: string): string | undefined => {
    asked.push(uri);
    const found = files.get(uri);
    if (found instanceof Error) throw found;
    return found;
  };
  connection.onRequest('copydesk/readFile', ({ uri }: { uri: string }) => {
    const text = there(uri);
    return text === undefined ? null : Buffer.from(text).toString('base64');
  });
  connection.onRequest(
    'copydesk/fileStamp',
    ({ uri }: { uri: string }) => there(uri)?.length.toString() ?? null,
  );
  connection.onRequest('copydesk/readFolder', ({ uri }: { uri: string }) => {
    const below = [...files.keys()].filter((file) => file.startsWith(`${uri}/`));
    const entries = below.map((file) => file.slice(uri.length + 1).split('/'));
    return [...new Map(entries.map(([name, ...rest]) => [name, rest.length > 0 ? 'folder' : 'file']))].map(
      ([name, kind]) => ({ name, kind }),
    );
  });
  connection.onRequest('copydesk/appendToFile', ({ uri, text }: { uri: string; text: string }) => {
    files.set(uri, (there(uri) ?? '') + text);
    return null;
  });
  return asked;
}

/** Runs a test in an editor whose files the server can't reach, with an article open. */
async function inBrowser(
  { files, offered = true }: { files: Files; offered?: boolean },
  test: (connection: MessageConnection, told: string[], asked: string[]) => Promise<void>,
): Promise<void> {
  await inWorker(async (connection) => {
    const told: string[] = [];
    connection.onNotification('copydesk/articleStatus', () => undefined);
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      told.push(message);
    });
    for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh'])
      connection.onRequest(method, () => null);
    for (const feature of ['semanticTokens', 'inlayHint', 'codeLens'])
      connection.onRequest(`workspace/${feature}/refresh`, () => null);
    connection.onRequest('workspace/configuration', () => [
      { rules: { 'residue/importer-marker': 'error' } },
    ]);
    const asked = answerAbout(files, connection);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'corpus' }],
      capabilities: modern,
      ...(offered && { initializationOptions: { files: true } }),
    });
    await connection.sendNotification('initialized', {});
    const textDocument = { uri: news, languageId: 'plaintext', version: 1, text: marked };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    await test(connection, told, asked);
  });
}

async function pull(connection: MessageConnection): Promise<Diagnostic[]> {
  const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri: news },
  });
  assert.equal(report.kind, 'full');
  return report.items;
}

async function actionsAt(connection: MessageConnection, { range }: Diagnostic): Promise<CodeAction[]> {
  const context = { diagnostics: [], only: ['quickfix'] };
  return connection.sendRequest('textDocument/codeAction', { textDocument: { uri: news }, range, context });
}

describe('the server in a worker', () => {
  it('judges an article and offers its fixes', async () => {
    await inBrowser({ files: new Map(), offered: false }, async (connection, _, asked) => {
      const [diagnostic] = await pull(connection);
      assert.equal(diagnostic?.severity, 1);
      assert.deepEqual(diagnostic.range.end.character, marker.length);
      const actions = await actionsAt(connection, diagnostic);
      assert.deepEqual(
        actions.map(({ title }) => title),
        ['Delete this line'],
      );
      assert.deepEqual(asked, []);
    });
  });

  it('reads the configuration by way of the editor, and writes it', async () => {
    const files: Files = new Map([
      [`${root}/copydesk.json`, '{ "rules": { "residue/importer-marker": "hint" } }'],
    ]);
    await inBrowser({ files }, async (connection, told) => {
      const [diagnostic] = await pull(connection);
      assert.equal(diagnostic?.severity, 4);
      const off = (await actionsAt(connection, diagnostic)).find(({ title }) => title.includes('off in'));
      assert.equal(off?.title, 'Turn the rule residue/importer-marker off in copydesk.json');
      const { edit }: { edit: WorkspaceEdit } = await connection.sendRequest('codeAction/resolve', off);
      assert.ok(JSON.stringify(edit).includes(`"uri":"${root}/copydesk.json"`));
      assert.deepEqual(told, []);
    });
  });

  it('takes in that the configuration changes', async () => {
    const files: Files = new Map();
    await inBrowser({ files }, async (connection) => {
      assert.equal((await pull(connection)).length, 1);
      files.set(`${root}/.copydesk.json`, '{ "rules": { "residue/importer-marker": "off" } }');
      const changes = [{ uri: `${root}/.copydesk.json`, type: 1 }];
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      assert.equal((await pull(connection)).length, 0);
    });
  });

  it('tells of a configuration that the editor can’t read, and judges without it', async () => {
    const files: Files = new Map([
      [`${root}/copydesk.json`, new ResponseError(1, 'The repository is locked.')],
    ]);
    await inBrowser({ files }, async (connection, told) => {
      assert.equal((await pull(connection)).length, 1);
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', /\/somebody\/corpus\/copydesk\.json can’t be read: .*locked/);
    });
  });

  it('keeps what is to stay, in a file that the editor writes', async () => {
    const files: Files = new Map();
    await inBrowser({ files }, async (connection) => {
      const [diagnostic] = await pull(connection);
      assert.ok(diagnostic);
      const keep = (await actionsAt(connection, diagnostic)).find(({ title }) => title.startsWith('Keep'));
      assert.ok(keep?.command);
      await connection.sendRequest('workspace/executeCommand', {
        command: keep.command.command,
        arguments: keep.command.arguments,
      });
      const kept = JSON.parse(String(files.get(`${root}/.copydesk/kept.jsonl`))) as { file: string };
      assert.equal(kept.file, 'news.txt');
      assert.deepEqual(await pull(connection), []);
    });
  });

  it('checks the whole corpus, folder by folder, but for what is hidden or open', async () => {
    const files: Files = new Map([
      [`${root}/other.txt`, marked],
      [`${root}/2024/deep.txt`, marked],
      [`${root}/2024/requirements.txt`, marked],
      [`${root}/.hidden/no.txt`, marked],
      [news, marked],
    ]);
    await inBrowser({ files }, async (connection) => {
      await pull(connection);
      const report: WorkspaceDiagnosticReport = await connection.sendRequest('workspace/diagnostic', {
        previousResultIds: [],
      });
      assert.deepEqual(
        report.items.map((item) => [item.uri, item.kind === 'full' && item.items.length]),
        [
          [`${root}/other.txt`, 1],
          [`${root}/2024/deep.txt`, 1],
        ],
      );
    });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Diagnostic,
  type Disposable,
  type DocumentDiagnosticReport,
  type Message,
} from 'vscode-languageserver/node';
import { marked, marker } from './articles.ts';
import { modern } from './capabilities.ts';

/** What a browser gives a worker, made of what Node gives one. */
const prelude = `
const { parentPort } = require('node:worker_threads');
const events = new EventTarget();
globalThis.addEventListener = events.addEventListener.bind(events);
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
// A browser has neither; whoever leans on them fails here.
globalThis.process = undefined;
globalThis.Buffer = undefined;
globalThis.require = undefined;
globalThis.setImmediate = undefined;
`;

class Reader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  listen(callback: DataCallback): Disposable {
    this.#worker.on('message', callback);
    return { dispose: () => this.#worker.off('message', callback) };
  }
}

class Writer extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    // The worker is ended by whoever started it.
  }
}

describe('the server in a worker', () => {
  it('is bundled without Node, judges an article and offers its fixes', { timeout: 60_000 }, async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('../../server/lsp/browser.ts', import.meta.url))],
      bundle: true,
      write: false,
      // Without Node's modules: one that is asked for fails the bundling.
      platform: 'browser',
      format: 'iife',
      mainFields: ['browser', 'module', 'main'],
      logLevel: 'silent',
    });
    const worker = new Worker(`{${prelude}}\n${outputFiles[0]?.text ?? ''}`, { eval: true });
    const failures: unknown[] = [];
    worker.on('error', (error) => failures.push(error));
    try {
      const connection = createMessageConnection(new Reader(worker), new Writer(worker));
      connection.onNotification('copydesk/articleStatus', () => undefined);
      connection.onRequest('client/registerCapability', () => null);
      connection.onRequest('workspace/configuration', () => [
        { rules: { 'residue/importer-marker': 'error' } },
      ]);
      connection.listen();
      await connection.sendRequest('initialize', {
        processId: null,
        rootUri: 'vscode-vfs://github/somebody/corpus',
        capabilities: modern,
      });
      await connection.sendNotification('initialized', {});
      const uri = 'vscode-vfs://github/somebody/corpus/news.txt';
      const textDocument = { uri, languageId: 'plaintext', version: 1, text: marked };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
      const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
      });
      const [diagnostic] = report.kind === 'full' ? report.items : ([] as Diagnostic[]);
      assert.equal(diagnostic?.severity, 1);
      const actions: readonly { readonly title: string }[] = await connection.sendRequest(
        'textDocument/codeAction',
        {
          textDocument: { uri },
          range: diagnostic.range,
          context: { diagnostics: [], only: ['quickfix'] },
        },
      );
      assert.deepEqual(
        actions.map(({ title }) => title),
        ['Delete this line'],
      );
      assert.deepEqual(diagnostic.range.end.character, marker.length);
      await connection.sendRequest('shutdown');
    } finally {
      await worker.terminate();
    }
    assert.deepEqual(failures, []);
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  Registration,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { ArticleStatus } from '../../server/lsp/messages.ts';
import { modern } from './capabilities.ts';
import { ServerProcess, type Transport } from './server-process.ts';
import { applyTextEdits, positionAt } from './text.ts';

/** No answer takes so long unless something hangs. */
const patience = 60_000;

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  /** What `workspace/configuration` answers for the section. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  readonly transport?: Transport;
  /** Flags of Node’s for the server, and what its environment has besides. */
  readonly execArgv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The language of its interface. */
  readonly locale?: string;
  /** A folder that is there already; a new one if left out. */
  readonly folder?: string;
  /** Files in the folder that is open, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

interface Received {
  readonly method: string;
  readonly params: unknown;
}

interface Open {
  text: string;
  version: number;
}

/**
 * An editor: it keeps documents, answers what a server may ask of it, and keeps everything else that the
 * server says until it is read. What is never read fails the test, as does anything on standard error.
 */
export class Editor {
  readonly folder: string;
  readonly server: ServerProcess;
  settings: unknown;
  /** Whether an edit that the server asks for is made. */
  acceptsEdits = true;
  /** Methods of messages that may come any number of times. */
  readonly unheeded = new Set<string>();
  readonly registrations: Registration[] = [];
  readonly statuses = new Map<string, ArticleStatus>();
  /** How often the server has judged a document. */
  judgements = 0;
  initialized: InitializeResult | undefined;
  readonly #documents = new Map<string, Open>();
  readonly #unread: Received[] = [];
  readonly #waiting: { readonly method: string; readonly done: (received: Received) => void }[] = [];
  readonly #failures: string[] = [];

  constructor({ transport = 'stdio', settings = null, files = {}, folder, execArgv, env }: EditorOptions) {
    this.settings = settings;
    this.folder = folder ?? realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-editor-')));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.server = new ServerProcess(transport, execArgv, env);
    const { connection } = this.server;
    connection.onError(([error]) => this.#failures.push(`The connection failed: ${String(error)}`));
    connection.onRequest((method, params) => this.#answer(method, params));
    connection.onNotification((method, params) => {
      this.#receive({ method, params });
    });
    connection.onUnhandledNotification(({ method }) => this.#failures.push(`Nobody handled ${method}.`));
    connection.listen();
  }

  async initialize({ capabilities = modern, initializationOptions, locale }: EditorOptions): Promise<void> {
    const uri = this.uri('').replace(/\/$/, '');
    this.initialized = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: uri,
      capabilities,
      initializationOptions,
      ...(locale !== undefined && { locale }),
      workspaceFolders: [{ uri, name: 'corpus' }],
    });
    await this.notify('initialized', {});
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href + (name === '' ? '/' : '');
  }

  write(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  request<R>(method: string, ...params: readonly unknown[]): Promise<R> {
    return inTime(this.server.connection.sendRequest<R>(method, ...params), method);
  }

  async notify(method: string, ...params: readonly unknown[]): Promise<void> {
    await this.server.connection.sendNotification(method, ...params);
  }

  /** The next message of a method that nobody has read yet; waits for it. */
  async next<P>(method: string): Promise<P> {
    const index = this.#unread.findIndex((received) => received.method === method);
    if (index >= 0) return this.#unread.splice(index, 1)[0]?.params as P;
    const received = await inTime(
      new Promise<Received>((done) => this.#waiting.push({ method, done })),
      method,
    );
    return received.params as P;
  }

  /** Waits until the server has asked that everything be asked anew. */
  async refreshed(): Promise<void> {
    await this.next('workspace/diagnostic/refresh');
    await this.refreshedReading();
  }

  /** The same for all but the problems. */
  async refreshedReading(): Promise<void> {
    for (const what of ['semanticTokens', 'inlayHint', 'codeLens'])
      await this.next(`workspace/${what}/refresh`);
  }

  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    this.#documents.set(uri, { text, version: 1 });
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces characters by offset; each change counts in the text that the one before has made. */
  async change(
    uri: string,
    ...changes: readonly { readonly start: number; readonly end: number; readonly text: string }[]
  ): Promise<void> {
    const document = this.#document(uri);
    const contentChanges = changes.map(({ start, end, text }) => {
      const range = { start: positionAt(document.text, start), end: positionAt(document.text, end) };
      document.text = document.text.slice(0, start) + text + document.text.slice(end);
      return { range, text };
    });
    const textDocument = { uri, version: ++document.version };
    await this.notify('textDocument/didChange', { textDocument, contentChanges });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** The text of a document; undefined where it is not open. */
  textOf(uri: string): string | undefined {
    return this.#documents.get(uri)?.text;
  }

  text(uri: string): string {
    return this.#document(uri).text;
  }

  version(uri: string): number {
    return this.#document(uri).version;
  }

  /** The range of the first place where the text holds a passage. */
  rangeOf(uri: string, passage: string): Range {
    const text = this.text(uri);
    const start = text.indexOf(passage);
    assert.notEqual(start, -1, `The text does not hold “${passage}”.`);
    return { start: positionAt(text, start), end: positionAt(text, start + passage.length) };
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.equal(report.kind, 'full');
    return report.items;
  }

  /** The problems that are published next, of this version where the client is told of versions. */
  async published(uri: string): Promise<PublishDiagnosticsParams> {
    const params = await this.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    assert.equal(params.uri, uri);
    return params;
  }

  async codeActions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], triggerKind: 1, ...(only && { only }) };
    return this.request('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  /** The same without those that leave the article as it is. */
  async fixes(...asked: Parameters<Editor['codeActions']>): Promise<CodeAction[]> {
    const isFix = ({ command, data }: CodeAction): boolean =>
      typeof command !== 'object' &&
      !Object.keys((data as object | undefined) ?? {}).some((key) =>
        ['off', 'everywhere', 'residue'].includes(key),
      );
    return (await this.codeActions(...asked)).filter(isFix);
  }

  /** The text that an action makes; asks for its edit if it has none yet. */
  async outcome(uri: string, action: CodeAction): Promise<string> {
    const { edit } = action.edit ? action : await this.request<CodeAction>('codeAction/resolve', action);
    assert.ok(edit, 'The action has no edit.');
    return this.outcomeOf(uri, edit);
  }

  /** The text that an edit makes of a document. It may touch that document alone, as it is now. */
  outcomeOf(uri: string, edit: WorkspaceEdit): string {
    if (!edit.documentChanges) {
      assert.deepEqual(Object.keys(edit.changes ?? {}), [uri]);
      return applyTextEdits(this.text(uri), edit.changes?.[uri] ?? []);
    }
    const [change, ...others] = edit.documentChanges;
    assert.deepEqual(others, []);
    assert.ok(change && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri, version: this.version(uri) });
    return applyTextEdits(this.text(uri), change.edits as Parameters<typeof applyTextEdits>[1]);
  }

  /** Ends the server as an editor does, and checks that nothing was amiss. */
  async end(): Promise<void> {
    await this.request('shutdown');
    await this.notify('exit');
    assert.equal(await inTime(this.server.ended, 'exit'), 0, 'The server ended badly.');
    this.check();
  }

  check(): void {
    assert.equal(this.server.complaints, '', 'The server wrote to its standard error.');
    assert.deepEqual(this.#failures, []);
    const unread = this.#unread.filter(({ method }) => !this.unheeded.has(method));
    assert.deepEqual(unread, [], 'The server said what nobody read.');
  }

  remove(): void {
    this.server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #document(uri: string): Open {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }

  #receive(received: Received): void {
    if (received.method === 'copydesk/articleStatus') {
      const status = received.params as ArticleStatus;
      this.statuses.set(status.uri, status);
      this.judgements++;
      return;
    }
    const index = this.#waiting.findIndex(({ method }) => method === received.method);
    if (index < 0) this.#unread.push(received);
    else this.#waiting.splice(index, 1)[0]?.done(received);
  }

  #answer(method: string, params: unknown): unknown {
    if (method === 'workspace/configuration') {
      const { items } = params as { items: { section?: string; scopeUri?: string }[] };
      return items.map(({ section, scopeUri }) => {
        if (section !== 'copydesk') this.#failures.push(`Asked for the section ${String(section)}.`);
        return typeof this.settings === 'function'
          ? (this.settings as (scope?: string) => unknown)(scopeUri)
          : this.settings;
      });
    }
    if (method === 'client/registerCapability') {
      this.registrations.push(...(params as { registrations: Registration[] }).registrations);
      return null;
    }
    this.#receive({ method, params });
    if (method === 'workspace/applyEdit') return { applied: this.acceptsEdits };
    return null;
  }
}

/** Runs a test in an editor of its own, which must have ended well and have read everything. */
export async function inEditor(
  options: EditorOptions,
  test: (editor: Editor) => Promise<void>,
): Promise<void> {
  const editor = new Editor(options);
  try {
    await editor.initialize(options);
    await test(editor);
    await editor.end();
  } finally {
    editor.remove();
  }
}

async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Nothing came of ${what} within ${String(patience)} ms.`));
    }, patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

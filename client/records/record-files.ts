import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  articleScheme,
  recordEditMethod,
  recordMethod,
  type OpenedRecord,
  type RecordEditParams,
  type RecordParams,
} from '../../server/lsp/messages.ts';
import type { Server } from '../server.ts';
import { saveLossless } from './lossless.ts';
import { addressOf } from './record-uri.ts';

/** What is known of a record that is open as an article. */
interface State {
  readonly source: vscode.Uri;
  opened: OpenedRecord;
  /** When the article became what it is, in milliseconds since 1970. */
  changed: number;
  /** What its editor last read or wrote: what somebody edits. */
  read: string;
}

/** How long after a change of a file its articles are brought up to date, in milliseconds. */
const pause = 150;

/**
 * Records as files of their own. An article is read out of the file that holds it, as that stands in the editor,
 * and what is saved is written back into it. Where the record has changed meanwhile, VS Code says so by the time
 * and the size that are told here, and offers to compare or to overwrite.
 */
export class RecordFiles implements vscode.FileSystemProvider {
  readonly #server: Server;
  readonly #states = new Map<string, State>();
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #subscriptions: readonly { dispose(): unknown }[];
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  readonly onDidChangeFile = this.#changes.event;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = [
      this.#changes,
      vscode.workspace.registerFileSystemProvider(articleScheme, this, { isCaseSensitive: true }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#followSoon(document.uri.toString());
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#states.delete(uri.toString())),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  watch(): vscode.Disposable {
    // What changes is told in any case.
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { opened, changed } = await this.#refresh(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: changed, size: sizeOf(opened.text) };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const state = await this.#refresh(uri);
    state.read = state.opened.text;
    return new TextEncoder().encode(state.read);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const state = await this.#refresh(uri);
    const { text } = state.opened;
    // VS Code takes a change that leaves the size as it is for none.
    if (text !== state.read && sizeOf(text) === sizeOf(state.read)) {
      state.read = text;
      throw new vscode.FileSystemError(
        vscode.l10n.t(
          'The record has changed in its file meanwhile. Nothing was written. Save again to replace it, or revert to see it.',
        ),
      );
    }
    const after = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    await this.#write(state, after);
    state.read = after;
    state.changed = Date.now();
    await this.#refresh(uri);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** Where the record of an article stands now. */
  async placeOf(uri: vscode.Uri): Promise<vscode.Location> {
    const { source, opened } = await this.#refresh(uri);
    return new vscode.Location(
      source,
      (await this.#server.start()).protocol2CodeConverter.asRange(opened.range),
    );
  }

  async #write({ source, opened }: State, after: string): Promise<void> {
    const client = await this.#server.start();
    const document = await vscode.workspace.openTextDocument(source);
    const params: RecordEditParams = {
      uri: client.code2ProtocolConverter.asUri(source),
      key: opened.key,
      before: opened.text,
      after,
    };
    const wasSaved = !document.isDirty;
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(
      await client.sendRequest<WorkspaceEdit>(recordEditMethod, params),
    );
    if (edit.size === 0) return;
    if (!(await vscode.workspace.applyEdit(edit)))
      throw new vscode.FileSystemError(
        vscode.l10n.t('The file changed while the record was being written, so nothing was. Save again.'),
      );
    // Somebody who has not saved the file yet has reasons; the record waits there with the rest.
    if (wasSaved) await saveLossless(document);
  }

  /** The record as it is now. @throws FileSystemError where it is not there any more. */
  async #refresh(uri: vscode.Uri): Promise<State> {
    const known = this.#states.get(uri.toString());
    const { source, record } = addressOf(uri);
    const opened = await this.ask(source, known ? { ...known.opened } : { record });
    if (!opened) {
      this.#states.delete(uri.toString());
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    if (known) {
      if (opened.text !== known.opened.text) known.changed = Math.max(Date.now(), known.changed + 1);
      known.opened = opened;
      return known;
    }
    const { mtime } = await vscode.workspace.fs.stat(source).then(undefined, () => ({ mtime: Date.now() }));
    const state = { source, opened, changed: mtime, read: opened.text };
    this.#states.set(uri.toString(), state);
    return state;
  }

  /** A record of a file, which is opened for it. */
  async ask(
    source: vscode.Uri,
    which: Pick<RecordParams, 'key' | 'text' | 'record' | 'position'>,
  ): Promise<OpenedRecord | null> {
    const client = await this.#server.start();
    await vscode.workspace.openTextDocument(source);
    const { key, text, record, position } = which;
    const params: RecordParams = {
      uri: client.code2ProtocolConverter.asUri(source),
      ...(key !== undefined && { key }),
      ...(text !== undefined && { text }),
      ...(record !== undefined && { record }),
      ...(position !== undefined && { position }),
    };
    return client.sendRequest<OpenedRecord | null>(recordMethod, params);
  }

  /** Follows a change of a file, if articles of it are open. */
  #followSoon(source: string): void {
    const concerned = [...this.#states].filter(([, state]) => state.source.toString() === source);
    if (concerned.length === 0) return;
    clearTimeout(this.#timers.get(source));
    const timer = setTimeout(() => {
      this.#timers.delete(source);
      for (const [uri, state] of concerned) void this.#follow(vscode.Uri.parse(uri, true), state);
    }, pause);
    this.#timers.set(source, timer);
  }

  async #follow(uri: vscode.Uri, state: State): Promise<void> {
    const before = state.opened.text;
    try {
      const { opened } = await this.#refresh(uri);
      if (opened.text !== before) this.#changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    } catch {
      this.#changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
    }
  }
}

/** The bytes that a text takes. */
function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

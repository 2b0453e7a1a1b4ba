import * as vscode from 'vscode';
import { articleStatusMethod, type ArticleStatus } from '../server/lsp/messages.ts';
import type { Server } from './server.ts';

/** What the server said last of each open document. */
export class ArticleStatuses implements vscode.Disposable {
  readonly #byUri = new Map<string, ArticleStatus>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: readonly { dispose(): unknown }[];

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    server.attach((client) =>
      client.onNotification(articleStatusMethod, (status: ArticleStatus) => {
        const uri = client.protocol2CodeConverter.asUri(status.uri);
        // The document may have been closed while its status was on the way.
        if (!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()))
          return;
        this.#byUri.set(uri.toString(), status);
        this.#changed.fire(uri);
      }),
    );
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#byUri.delete(uri.toString());
      }),
    ];
  }

  of(uri: vscode.Uri): ArticleStatus | undefined {
    return this.#byUri.get(uri.toString());
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

import * as vscode from 'vscode';
import type {
  BaseLanguageClient,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageclient';
import type { Server } from '../server.ts';
import { onProgress, showWork } from '../work-progress.ts';
import { problemsIn } from './problems.ts';
import type { CorpusResults } from './results.ts';

let runs = 0;

/** What is wrong in the articles that are not open, as far as somebody asked for it; open ones tell it themselves. */
export class Corpus implements vscode.Disposable {
  readonly #server: Server;
  readonly #collection = vscode.languages.createDiagnosticCollection('copydesk corpus');
  readonly #subscriptions: readonly { dispose(): unknown }[];
  /** What the server reported, in this session or an earlier one. */
  readonly #results: CorpusResults;
  /**
   * What each article showed last while it had a tab. The editor takes it away with the tab, and the server tells
   * nothing of a document that lives on without one.
   */
  readonly #last = new Map<string, readonly vscode.Diagnostic[]>();
  #checked = false;
  #checking: Promise<void> | undefined;

  constructor(server: Server, results: CorpusResults) {
    this.#server = server;
    this.#results = results;
    this.#subscriptions = [
      this.#collection,
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        for (const uri of uris) if (hasTab(uri)) this.#last.set(uri.toString(), problemsIn(uri));
      }),
      // An article tells its problems itself for as long as it has a tab; its document lives on for a while.
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of opened.flatMap(uriOf)) this.#forget(uri);
        for (const uri of closed.flatMap(uriOf)) if (this.#checked) this.#restore(uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#last.delete(uri.toString());
      }),
    ];
  }

  /** Whether the corpus was checked in this window, or is just being. */
  get checked(): boolean {
    return this.#checked || this.#checking !== undefined;
  }

  /** Checks all articles of the open folders; the problems found so far are shown on the way. One check at a time. */
  async check(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<void> {
    while (this.#checking) await this.#checking.catch(() => undefined);
    const checking = this.#check(progress, token);
    this.#checking = checking;
    try {
      await checking;
    } finally {
      this.#checking = undefined;
    }
  }

  async #check(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const client = await this.#server.start();
    const run = String(++runs);
    const [partialResultToken, workDoneToken] = [`copydesk-corpus-${run}`, `copydesk-work-${run}`];
    const seen = new Set<string>();
    // One after the other, in the order in which they came.
    let taken = Promise.resolve();
    const take = (items: readonly WorkspaceDocumentDiagnosticReport[]): void => {
      taken = taken.then(() => this.#take(client, items, seen));
    };
    const listeners = [
      onProgress(client, partialResultToken, ({ items }: WorkspaceDiagnosticReport) => {
        take(items);
      }),
      showWork(client, workDoneToken, progress),
    ];
    try {
      await this.#results.load();
      const previousResultIds = this.#results
        .entries()
        .map(([uri, { resultId }]) => ({ uri, value: resultId }));
      const params = { previousResultIds, partialResultToken, workDoneToken };
      const { items } = await client.sendRequest<WorkspaceDiagnosticReport>(
        'workspace/diagnostic',
        params,
        token,
      );
      take(items);
      await taken;
      this.#checked = true;
      // What was neither told nor called unchanged has nothing wrong any more.
      this.#collection.forEach((uri) => {
        if (!seen.has(uri.toString())) this.#collection.delete(uri);
      });
      for (const { uri } of vscode.workspace.textDocuments) this.#restore(uri);
      await this.#results.save();
    } finally {
      for (const listener of listeners) listener.dispose();
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #forget(uri: vscode.Uri): void {
    this.#collection.delete(uri);
    this.#results.delete(uri.toString());
  }

  /** Lists what an article without a tab showed last, as long as its document lives on. */
  #restore(uri: vscode.Uri): void {
    const last = this.#last.get(uri.toString());
    if (last && !hasTab(uri)) this.#collection.set(uri, last);
  }

  async #take(
    client: BaseLanguageClient,
    items: readonly WorkspaceDocumentDiagnosticReport[],
    seen: Set<string>,
  ): Promise<void> {
    const convert = client.protocol2CodeConverter;
    const shown: [vscode.Uri, vscode.Diagnostic[]][] = [];
    for (const report of items) {
      const uri = convert.asUri(report.uri);
      seen.add(uri.toString());
      if (report.kind === 'full') this.#results.set(report.uri, report);
      // What an earlier session has found is yet to be shown in this one.
      else if (this.#collection.has(uri)) continue;
      const found = this.#results.get(report.uri)?.items ?? [];
      if (!hasTab(uri)) shown.push([uri, await convert.asDiagnostics([...found])]);
    }
    this.#collection.set(shown);
  }
}

/** The file that a tab shows, if it shows one. */
function uriOf({ input }: vscode.Tab): vscode.Uri[] {
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}

function hasTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some((tab) => uriOf(tab).some((shown) => shown.toString() === uri.toString())),
  );
}

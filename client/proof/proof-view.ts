import * as vscode from 'vscode';
import type { ArticleStatuses } from '../article-statuses.ts';
import { webviewPage } from '../webview-page.ts';
import { showRulePage } from '../explain-problem.ts';
import { problemsIn, proofLines } from './article.ts';
import { changeBetween } from './change.ts';
import { languageDirection } from './direction.ts';
import { fixesOf, makeFix } from '../fixes.ts';
import type { Server } from '../server.ts';
import type { FromPage, ProblemPlace, ProofLine, ToPage } from './messages.ts';
import { words } from './words.ts';

/** How long after a change the page is brought up to date, in milliseconds: with the pause between two keys. */
const pause = 60;

/**
 * The article beside its editor as a reader would see it: each paragraph in its own direction, speech and
 * attribution coloured, residue struck through, problems to be clicked and fixed.
 */
export class ProofView implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #server: Server;
  readonly #statuses: ArticleStatuses;
  readonly #subscriptions: readonly { dispose(): unknown }[];
  #panel: vscode.WebviewPanel | undefined;
  #document: vscode.TextDocument | undefined;
  /** What the page shows, line by line as JSON, to be compared. */
  #shown: readonly string[] = [];
  #anew = true;
  #timer: NodeJS.Timeout | undefined;

  constructor(extension: vscode.Uri, server: Server, statuses: ArticleStatuses) {
    this.#extension = extension;
    this.#server = server;
    this.#statuses = statuses;
    const isShown = (uri: vscode.Uri): boolean => uri.toString() === this.#document?.uri.toString();
    this.#subscriptions = [
      statuses.onDidChange((uri) => {
        // An article may have become one just now.
        if (isShown(uri)) this.#refreshSoon();
        else this.#follow(vscode.window.activeTextEditor);
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some(isShown)) this.#refreshSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#follow(editor);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (isShown(textEditor.document.uri)) this.#showCursor(textEditor);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (isShown(uri)) this.#show(undefined);
      }),
    ];
  }

  /** Opens the view beside the active article, or brings it to the front. */
  open(): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      'copydesk.proof',
      vscode.l10n.t('Proof'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: true,
        enableFindWidget: true,
        localResourceRoots: [
          vscode.Uri.joinPath(this.#extension, 'dist'),
          vscode.Uri.joinPath(this.#extension, 'media'),
        ],
      },
    );
    panel.iconPath = vscode.Uri.joinPath(this.#extension, 'media', 'icon.png');
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      this.#hear(message).catch((error: unknown) => {
        this.#server.output.error('The proof view could not do what was asked.', error);
      });
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#document = undefined;
    });
    this.#panel = panel;
    panel.webview.html = webviewPage(panel.webview, this.#extension, {
      name: 'proof',
      title: vscode.l10n.t('Proof'),
      body: '<header><p id="summary" role="status"></p><p id="help"></p></header><main id="article"></main>',
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    // With the focus in the page there is no active editor; the article stays.
    if (!this.#panel || !editor || !this.#statuses.of(editor.document.uri)?.article) return;
    if (editor.document !== this.#document) this.#show(editor.document);
  }

  #show(document: vscode.TextDocument | undefined): void {
    this.#document = document;
    this.#anew = true;
    if (!this.#panel) return;
    this.#panel.title = document
      ? vscode.l10n.t('Proof: {0}', document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1))
      : vscode.l10n.t('Proof');
    if (document) this.#refreshSoon();
    else this.#say({ type: 'nothing' });
  }

  #refreshSoon(): void {
    if (!this.#panel) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#refresh().catch((error: unknown) => {
        this.#server.output.error('The proof view could not be brought up to date.', error);
      });
    }, pause);
  }

  async #refresh(): Promise<void> {
    const document = this.#document;
    if (!this.#panel || !document) return;
    const language = this.#statuses.of(document.uri)?.language ?? 'und';
    const direction = languageDirection(language);
    const lines = await proofLines(this.#server, document, direction);
    if (document !== this.#document) return;
    const after = lines.map((line) => JSON.stringify(line));
    const { from, remove, put } = changeBetween(this.#anew ? [] : this.#shown, after);
    const isNew = this.#anew;
    this.#shown = after;
    this.#anew = false;
    if (!isNew && remove === 0 && put.length === 0) return;
    this.#say({
      type: 'lines',
      article: document.uri.toString(),
      ...{ language, direction, anew: isNew, from, remove },
      lines: put.map((line) => JSON.parse(line) as ProofLine),
      count: this.#statuses.of(document.uri)?.findings ?? 0,
    });
    const editor = this.#editor();
    if (isNew && editor) this.#showCursor(editor);
  }

  #showCursor({ selection }: vscode.TextEditor): void {
    this.#say({ type: 'cursor', line: selection.active.line, character: selection.active.character });
  }

  #editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document === this.#document);
  }

  async #hear(message: FromPage): Promise<void> {
    if (message.type === 'ready') {
      this.#say({ type: 'words', words: words() });
      const shown = this.#document ?? vscode.window.activeTextEditor?.document;
      this.#show(shown && this.#statuses.of(shown.uri)?.article ? shown : undefined);
      return;
    }
    if (!this.#document) return;
    if (message.type === 'goTo') {
      await this.#goTo(this.#document, message);
      return;
    }
    const problem = problemsIn(this.#document, message.place.line)[message.place.index];
    if (!problem) return;
    if (message.type === 'fixesOf') await this.#tellFixes(this.#document, problem, message.place);
    else if (message.type === 'fix') await this.#fix(this.#document, problem, message.title);
    else
      await showRulePage(
        this.#extension,
        String(typeof problem.code === 'object' ? problem.code.value : problem.code),
      );
  }

  async #goTo(
    document: vscode.TextDocument,
    { line, character, focus }: { line: number; character: number; focus: boolean },
  ): Promise<void> {
    const column = this.#editor()?.viewColumn ?? vscode.ViewColumn.One;
    const place = document.validatePosition(new vscode.Position(line, character));
    const selection = new vscode.Range(place, place);
    await vscode.window.showTextDocument(document, { viewColumn: column, preserveFocus: !focus, selection });
  }

  async #tellFixes(
    document: vscode.TextDocument,
    problem: vscode.Diagnostic,
    place: ProblemPlace,
  ): Promise<void> {
    const fixes = await fixesOf(this.#server, document, problem);
    this.#say({
      type: 'fixes',
      place,
      fixes: fixes.map(({ title, isPreferred }) => ({ title, preferred: isPreferred ?? false })),
    });
  }

  async #fix(document: vscode.TextDocument, problem: vscode.Diagnostic, title: string): Promise<void> {
    const fixes = await fixesOf(this.#server, document, problem);
    const chosen = fixes.find((fix) => fix.title === title);
    if (chosen && (await makeFix(this.#server, chosen))) return;
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The article changed meanwhile, so nothing was fixed. Choose the fix again.'),
    );
  }

  #say(message: ToPage): void {
    void this.#panel?.webview.postMessage(message);
  }
}

import * as vscode from 'vscode';
import type { ArticleStatuses } from '../article-statuses.ts';
import type { CorpusResults } from '../corpus/results.ts';
import { languageName } from '../language-name.ts';
import { languageDirection } from '../proof/direction.ts';
import { webviewPage } from '../webview-page.ts';
import { knownArticles } from './articles.ts';
import type { FromReportPage, Overview, ToReportPage } from './messages.ts';
import { overviewOf } from './overview.ts';
import { Progress } from './progress.ts';
import { reportWords } from './words.ts';

/** What the report works with. */
interface Surroundings {
  readonly context: vscode.ExtensionContext;
  readonly results: CorpusResults;
  readonly statuses: ArticleStatuses;
  /** Shows only these problems in the list of all. */
  readonly showRule: (rule: string) => void;
}

/** How long after a change the page is brought up to date, in milliseconds. */
const pause = 500;

/** The report on the corpus as a whole: what is wrong in it, where, and how the cleaning goes. */
export class ReportView implements vscode.Disposable {
  readonly #surroundings: Surroundings;
  readonly #progress: Progress;
  readonly #subscription: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#progress = new Progress(surroundings.context.workspaceState);
    this.#subscription = vscode.languages.onDidChangeDiagnostics(() => {
      if (!this.#panel) return;
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#say();
      }, pause);
    });
  }

  /** Opens the report, or brings it to the front. */
  async open(): Promise<void> {
    await this.#surroundings.results.load();
    if (this.#panel) {
      this.#panel.reveal();
      return;
    }
    const { extensionUri } = this.#surroundings.context;
    const { title } = reportWords();
    const panel = vscode.window.createWebviewPanel('copydesk.report', title, vscode.ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder)),
    });
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    panel.webview.onDidReceiveMessage((message: FromReportPage) => this.#hear(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    this.#panel = panel;
    panel.webview.html = webviewPage(panel.webview, extensionUri, {
      name: 'report',
      title,
      body: '<main></main>',
    });
  }

  /** Notes how far the corpus is, after it was checked. */
  async checked(): Promise<void> {
    const overview = this.#overview();
    if (overview) await this.#progress.note(overview, new Date());
    this.#say();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#panel?.dispose();
    this.#subscription.dispose();
  }

  async #hear(message: FromReportPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#say();
        break;
      case 'check':
        await vscode.commands.executeCommand('copydesk.checkCorpus');
        break;
      case 'open':
        await vscode.window.showTextDocument(vscode.Uri.parse(message.uri));
        break;
      case 'rule':
        this.#surroundings.showRule(message.rule);
        break;
    }
  }

  #say(): void {
    const locale = vscode.env.language;
    const message: ToReportPage = {
      words: reportWords(),
      overview: this.#overview(),
      progress: this.#progress.points(),
      locale,
      direction: languageDirection(locale),
    };
    void this.#panel?.webview.postMessage(message);
  }

  /** Nothing where the corpus was never checked: what is open alone says nothing of it. */
  #overview(): Overview | undefined {
    const { results, statuses } = this.#surroundings;
    if (results.entries().length === 0) return undefined;
    const overview = overviewOf(knownArticles(results, statuses));
    const byLanguage = overview.byLanguage.map(({ name, count }) => ({
      name: languageName({ language: name, name }),
      count,
    }));
    return { ...overview, byLanguage };
  }
}

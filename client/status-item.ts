import * as vscode from 'vscode';
import { articleScheme, type ArticleStatus } from '../server/lsp/messages.ts';
import type { ArticleStatuses } from './article-statuses.ts';
import { languageName } from './language-name.ts';
import type { Server } from './server.ts';

/** The value of `State.Stopped`, whose enum is loaded with the server. */
const stopped = 1;

/** The item in the status bar: how many problems the article has, and the language it was judged by. */
export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #statuses: ArticleStatuses;
  readonly #subscriptions: readonly { dispose(): unknown }[];
  #stopped = false;
  #text: string | undefined;

  constructor(server: Server, statuses: ArticleStatuses) {
    this.#statuses = statuses;
    this.#item = vscode.window.createStatusBarItem('copydesk.article', vscode.StatusBarAlignment.Right, 90);
    this.#item.name = 'Copydesk';
    this.#subscriptions = [
      this.#item,
      statuses.onDidChange((uri) => {
        if (uri.toString() === vscode.window.activeTextEditor?.document.uri.toString()) this.#show();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#show();
      }),
    ];
    server.attach((client) =>
      client.onDidChangeState(({ newState }) => {
        this.#stopped = (newState as number) === stopped;
        this.#show();
      }),
    );
    this.#show();
  }

  /** The item’s words; nothing while it is hidden. */
  get text(): string | undefined {
    return this.#text;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const status = uri && this.#statuses.of(uri);
    const isArticle = status?.article === true;
    const holdsRecords = status?.records !== undefined;
    const isRecord = uri?.scheme === articleScheme;
    void vscode.commands.executeCommand('setContext', 'copydesk.article', isArticle && !this.#stopped);
    void vscode.commands.executeCommand('setContext', 'copydesk.records', holdsRecords && !this.#stopped);
    void vscode.commands.executeCommand('setContext', 'copydesk.record', isRecord && !this.#stopped);
    if (!isArticle && !holdsRecords) {
      this.#text = undefined;
      this.#item.hide();
      return;
    }
    if (this.#stopped) this.#sayStopped();
    else if (status.records) this.#sayRecords(status, status.records);
    else this.#say(status);
    this.#text = this.#item.text;
    this.#item.show();
  }

  #sayRecords(status: ArticleStatus, { count, pending }: NonNullable<ArticleStatus['records']>): void {
    const icon = pending > 0 ? '$(loading~spin)' : status.findings === 0 ? '$(pass)' : '$(lightbulb)';
    const problems = status.findings.toLocaleString(vscode.env.language);
    const records = count.toLocaleString(vscode.env.language);
    this.#item.text = `${icon} ${problems} · ${vscode.l10n.t('records: {0}', records)}`;
    this.#item.backgroundColor = undefined;
    this.#item.command = 'workbench.actions.view.problems';
    const sentence = vscode.l10n.t(
      'Problems in this file: {0}. Articles in it: {1}, not judged yet: {2}.',
      problems,
      records,
      pending,
    );
    this.#item.accessibilityInformation = { label: `Copydesk: ${sentence}` };
    this.#item.tooltip = sentence;
  }

  #say(status: ArticleStatus): void {
    const language = languageName({ language: status.language, name: status.languageName });
    const icon = status.findings === 0 ? '$(pass)' : '$(lightbulb)';
    this.#item.text = `${icon} ${String(status.findings)} · ${language}`;
    this.#item.backgroundColor = undefined;
    this.#item.command = 'copydesk.showMenu';
    this.#item.accessibilityInformation = {
      label: vscode.l10n.t(
        'Copydesk: problems in this article: {0}. Language: {1}.',
        status.findings,
        language,
      ),
    };
    this.#item.tooltip = tooltip(status, language);
  }

  #sayStopped(): void {
    this.#item.text = `$(error) ${vscode.l10n.t('Copydesk stopped')}`;
    this.#item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
    this.#item.command = 'copydesk.restartServer';
    this.#item.accessibilityInformation = undefined;
    this.#item.tooltip = vscode.l10n.t(
      'The server that judges the articles has ended. Click to start it again; the output “Copydesk” says why it ended.',
    );
  }
}

function tooltip(status: ArticleStatus, language: string): vscode.MarkdownString {
  const lines = [
    vscode.l10n.t('Problems in this article: {0}. Safe to fix: {1}.', status.findings, status.safe),
    judgedBy(status, language),
  ];
  const links = [
    ...(status.safe > 0 ? [`[${vscode.l10n.t('Fix all that is safe')}](command:copydesk.fixAll)`] : []),
    `[${vscode.l10n.t('Choose the language')}](command:copydesk.chooseLanguage)`,
  ];
  const markdown = new vscode.MarkdownString([...lines, links.join(' · ')].join('\n\n'));
  markdown.isTrusted = { enabledCommands: ['copydesk.fixAll', 'copydesk.chooseLanguage'] };
  return markdown;
}

/** By which language the article was judged, and who said so. */
export function judgedBy(status: ArticleStatus, language: string): string {
  switch (status.languageFrom) {
    case 'found':
      return vscode.l10n.t('Language: {0}, found from the text.', language);
    case 'setting':
      return vscode.l10n.t('Language: {0}, set by “copydesk.language”.', language);
    case 'file':
      return vscode.l10n.t('Language: {0}, set by copydesk.json, which wins over the setting.', language);
  }
}

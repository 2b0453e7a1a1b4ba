import * as vscode from 'vscode';
import type { ArticleStatuses } from './article-statuses.ts';
import { languageName } from './language-name.ts';
import { judgedBy } from './status-item.ts';

interface MenuItem extends vscode.QuickPickItem {
  readonly command: string;
}

/** What can be done with the active article, as the item in the status bar offers it. */
export async function showMenu(statuses: ArticleStatuses): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const status = uri && statuses.of(uri);
  if (!status?.article) {
    await vscode.commands.executeCommand('copydesk.showOutput');
    return;
  }
  const language = languageName({ language: status.language, name: status.languageName });
  const menu: MenuItem[] = [
    ...(status.safe > 0
      ? [
          {
            label: `$(check-all) ${vscode.l10n.t('Fix all that is safe')}`,
            description: String(status.safe),
            command: 'copydesk.fixAll',
          },
        ]
      : []),
    ...(status.findings > 0
      ? [
          {
            label: `$(arrow-down) ${vscode.l10n.t('Go to the next problem')}`,
            command: 'editor.action.marker.next',
          },
          {
            label: `$(list-unordered) ${vscode.l10n.t('Show all problems')}`,
            command: 'workbench.actions.view.problems',
          },
          { label: `$(question) ${vscode.l10n.t('Explain a problem')}`, command: 'copydesk.explainProblem' },
        ]
      : []),
    {
      label: `$(globe) ${vscode.l10n.t('Choose the language')}`,
      description: judgedBy(status, language),
      command: 'copydesk.chooseLanguage',
    },
    { label: `$(output) ${vscode.l10n.t('Show the output')}`, command: 'copydesk.showOutput' },
  ];
  const picked = await vscode.window.showQuickPick(menu, {
    title: 'Copydesk',
    placeHolder: vscode.l10n.t(
      'Problems in this article: {0}. Safe to fix: {1}.',
      status.findings,
      status.safe,
    ),
  });
  if (picked) await vscode.commands.executeCommand(picked.command);
}

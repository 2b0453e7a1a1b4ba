import * as vscode from 'vscode';
import { languagesMethod, type KnownLanguage } from '../server/lsp/messages.ts';
import type { ArticleStatuses } from './article-statuses.ts';
import { openNearestConfiguration } from './configuration-file.ts';
import { languageName } from './language-name.ts';
import type { Server } from './server.ts';

interface LanguageItem extends vscode.QuickPickItem {
  readonly tag: string;
}

/** Lets the user choose the language of the articles of a folder, and writes it to the folder’s settings. */
export async function chooseLanguage(server: Server, statuses: ArticleStatuses): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const status = uri && statuses.of(uri);
  if (uri && status?.languageFrom === 'file') {
    await offerConfiguration(uri);
    return;
  }
  const client = await server.start();
  const known = await client.sendRequest<readonly KnownLanguage[]>(languagesMethod);
  const current = vscode.workspace.getConfiguration('copydesk', uri ?? null).get<string>('language', 'auto');
  const picked = await vscode.window.showQuickPick(items(known, current), {
    title: vscode.l10n.t('Language of the articles'),
    placeHolder: vscode.l10n.t('Each article is judged by the marks and the words of its language'),
    matchOnDescription: true,
  });
  if (picked) await setLanguage(uri, picked.tag);
}

function items(known: readonly KnownLanguage[], current: string): LanguageItem[] {
  const marked = (tag: string, description: string): string =>
    tag === current ? `${description} ${vscode.l10n.t('(current)')}` : description;
  const named = known.map((language) => ({ tag: language.language, label: languageName(language) }));
  return [
    {
      tag: 'auto',
      label: vscode.l10n.t('Find it for each article'),
      description: marked('auto', vscode.l10n.t('by its script and its words')),
    },
    ...named
      .sort((a, b) => a.label.localeCompare(b.label, vscode.env.language))
      .map(({ tag, label }) => ({ tag, label, description: marked(tag, tag) })),
  ];
}

/** Writes `copydesk.language` where the setting is nearest to the article. “auto” is what stands without it. */
async function setLanguage(uri: vscode.Uri | undefined, tag: string): Promise<void> {
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const target = !folder
    ? vscode.ConfigurationTarget.Global
    : several
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : vscode.ConfigurationTarget.Workspace;
  const configuration = vscode.workspace.getConfiguration('copydesk', uri ?? null);
  const wider = configuration.inspect<string>('language')?.globalValue;
  const needless = tag === 'auto' && (target === vscode.ConfigurationTarget.Global || wider === undefined);
  await configuration.update('language', needless ? undefined : tag, target);
}

async function offerConfiguration(uri: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open copydesk.json');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The language of this article is set by copydesk.json, which wins over the setting. Change it there.',
    ),
    open,
  );
  if (answer === open) await openNearestConfiguration(uri);
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ArticleStatuses } from '../article-statuses.ts';
import { Corpus } from './corpus.ts';
import { fixAndGoOn, goToNextArticle, keepAndGoOn } from './steps.ts';
import { TriageView } from './triage-view.ts';

/** All that concerns the corpus as a whole: its check, the list of its problems, and going through them. */
export function registerCorpus(
  client: BaseLanguageClient,
  statuses: ArticleStatuses,
  start: () => Promise<void>,
): { readonly triage: TriageView; readonly subscriptions: readonly { dispose(): unknown }[] } {
  const corpus = new Corpus(client);
  const triage = new TriageView();
  const commands: Record<string, () => unknown> = {
    'copydesk.checkCorpus': async () => {
      await start();
      await checkCorpus(corpus);
    },
    'copydesk.nextArticle': goToNextArticle,
    'copydesk.fixAndGoOn': () => fixAndGoOn(client, statuses),
    'copydesk.keepAndGoOn': () => keepAndGoOn(client, statuses),
    'copydesk.groupByRule': () => {
      triage.groupBy('rule');
    },
    'copydesk.groupByFolder': () => {
      triage.groupBy('folder');
    },
    'copydesk.groupByFile': () => {
      triage.groupBy('file');
    },
    'copydesk.filterProblems': () => triage.askFilter(),
    'copydesk.clearFilter': () => {
      triage.filter('');
    },
  };
  const registered = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(name, run),
  );
  return { triage, subscriptions: [corpus, triage, ...registered] };
}

async function checkCorpus(corpus: Corpus): Promise<void> {
  if (!vscode.workspace.workspaceFolders) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the folder of your articles first.'));
    return;
  }
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking all articles'),
      cancellable: true,
    },
    async (progress, token) => {
      try {
        await corpus.check(progress, token);
      } catch (error) {
        // What was found until it was cancelled stays.
        if (!token.isCancellationRequested) throw error;
      }
    },
  );
}

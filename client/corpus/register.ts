import * as vscode from 'vscode';
import type { ArticleStatuses } from '../article-statuses.ts';
import { ReportView } from '../report/report-view.ts';
import type { Server } from '../server.ts';
import { Corpus } from './corpus.ts';
import { CorpusResults } from './results.ts';
import { fixAndGoOn, goToNextArticle, keepAndGoOn } from './steps.ts';
import { TriageView } from './triage-view.ts';

/** All that concerns the corpus as a whole: its check, the list of its problems, and going through them. */
export function registerCorpus(
  context: vscode.ExtensionContext,
  server: Server,
  statuses: ArticleStatuses,
): {
  readonly triage: TriageView;
  readonly report: ReportView;
  /** Shows again what an earlier session has found. */
  readonly restore: (this: void) => Promise<void>;
  readonly subscriptions: readonly { dispose(): unknown }[];
} {
  const results = new CorpusResults(context.storageUri, () => programOf(context));
  const corpus = new Corpus(server, results);
  const restore = async (): Promise<void> => {
    if (await restoreCorpus(corpus, results)) await report.checked();
  };
  const triage = new TriageView(() => {
    restore().catch((error: unknown) => {
      server.output.error(error instanceof Error ? error : String(error));
    });
  });
  const report = new ReportView({
    context,
    results,
    statuses,
    showRule: (rule) => {
      triage.filter(rule);
      void vscode.commands.executeCommand('copydesk.triage.focus');
    },
  });
  const commands: Record<string, () => unknown> = {
    'copydesk.checkCorpus': async () => {
      await checkCorpus(corpus);
      await report.checked();
    },
    'copydesk.showReport': () => report.open(),
    'copydesk.nextArticle': goToNextArticle,
    'copydesk.fixAndGoOn': () => fixAndGoOn(server, statuses),
    'copydesk.keepAndGoOn': () => keepAndGoOn(server, statuses),
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
  return { triage, report, restore, subscriptions: [corpus, triage, report, ...registered] };
}

/**
 * Shows what an earlier session has found, as soon as somebody works with articles again, brought up to date: what has
 * not changed is not read again. Says whether there was anything. In a virtual folder each file would be asked for over
 * the network, so there it waits until somebody checks the corpus.
 */
async function restoreCorpus(corpus: Corpus, results: CorpusResults): Promise<boolean> {
  const { workspaceFolders = [] } = vscode.workspace;
  if (corpus.checked || workspaceFolders.length === 0) return false;
  if (!workspaceFolders.every(({ uri }) => ['file', 'vscode-remote'].includes(uri.scheme))) return false;
  if (!(await results.load())) return false;
  const { token } = new vscode.CancellationTokenSource();
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Checking all articles') },
    (progress) => corpus.check(progress, token),
  );
  return true;
}

/** What tells the server that judges from an older or a newer one: its version, and its file’s size and time. */
async function programOf({ extension, extensionUri }: vscode.ExtensionContext): Promise<string> {
  const { version } = extension.packageJSON as { version: string };
  try {
    const file = vscode.Uri.joinPath(extensionUri, 'dist', 'server.cjs');
    const { size, mtime } = await vscode.workspace.fs.stat(file);
    return [version, vscode.env.language, size, mtime].join('/');
  } catch {
    // In a browser the extension’s files are on the web: an address of them never changes.
    return [version, vscode.env.language].join('/');
  }
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

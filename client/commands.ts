import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ArticleStatuses } from './article-statuses.ts';
import { chooseLanguage } from './choose-language.ts';
import { explainProblem } from './explain-problem.ts';
import type { ProofView } from './proof/proof-view.ts';
import { fixAllSafe } from './fix-all.ts';
import { showMenu } from './menu.ts';
import { showAsArticles } from './show-as-articles.ts';

/** What commands work with. */
export interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly client: BaseLanguageClient;
  /** Starts the server unless it runs. */
  readonly start: () => Promise<void>;
  readonly statuses: ArticleStatuses;
  readonly output: vscode.LogOutputChannel;
  readonly proof: ProofView;
}

/** The commands that the palette offers, by the names in package.json. */
export function registerCommands({
  context,
  client,
  start,
  statuses,
  output,
  proof,
}: Parts): vscode.Disposable[] {
  const commands: Record<string, () => unknown> = {
    'copydesk.fixAll': () => fixAllSafe(),
    'copydesk.chooseLanguage': async () => {
      await start();
      await chooseLanguage(client, statuses);
    },
    'copydesk.explainProblem': () => explainProblem(context.extensionUri),
    'copydesk.openProof': () => {
      proof.open();
    },
    'copydesk.showAsArticles': () => showAsArticles(),
    'copydesk.showMenu': () => showMenu(statuses),
    'copydesk.showOutput': () => {
      output.show();
    },
    'copydesk.restartServer': async () => {
      if (!client.needsStart()) await client.stop();
      await start();
    },
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run));
}

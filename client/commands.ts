import * as vscode from 'vscode';
import type { ArticleStatuses } from './article-statuses.ts';
import { chooseLanguage } from './choose-language.ts';
import { explainProblem } from './explain-problem.ts';
import type { ProofView } from './proof/proof-view.ts';
import { fixAllSafe } from './fix-all.ts';
import type { Server } from './server.ts';
import { showMenu } from './menu.ts';
import { showAsArticles } from './show-as-articles.ts';

/** What commands work with. */
export interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly server: Server;
  readonly statuses: ArticleStatuses;
  readonly proof: ProofView;
}

/** The commands that the palette offers, by the names in package.json. */
export function registerCommands({ context, server, statuses, proof }: Parts): vscode.Disposable[] {
  const commands: Record<string, () => unknown> = {
    'copydesk.fixAll': () => fixAllSafe(),
    'copydesk.chooseLanguage': () => chooseLanguage(server, statuses),
    'copydesk.explainProblem': () => explainProblem(context.extensionUri),
    'copydesk.openProof': () => {
      proof.open();
    },
    'copydesk.showAsArticles': () => showAsArticles(),
    'copydesk.showMenu': () => showMenu(statuses),
    'copydesk.showOutput': () => {
      server.output.show();
    },
    'copydesk.restartServer': async () => {
      await server.stop();
      await server.start();
    },
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run));
}

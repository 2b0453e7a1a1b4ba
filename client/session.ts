import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerCommands } from './commands.ts';
import { ArticleStatuses } from './article-statuses.ts';
import { registerCorpus } from './corpus/register.ts';
import { isForServer } from './served-documents.ts';
import { serveFiles } from './files.ts';
import { registerMining } from './mine/register.ts';
import { ProofView } from './proof/proof-view.ts';
import { ReadingOrder } from './reading-order/reading-order.ts';
import { wakesServer } from './records/records-document.ts';
import { registerRecords } from './records/register.ts';
import { Server } from './server.ts';
import { StatusItem } from './status-item.ts';
import type { ArticleStatus } from '../server/lsp/messages.ts';

/** What another extension, or a test, can ask of this one. */
export interface Copydesk {
  /** Whether the server was needed so far. */
  readonly isServerStarted: () => boolean;
  /** What was said last of an open document; nothing while it has not been judged. */
  readonly statusOf: (uri: vscode.Uri) => ArticleStatus | undefined;
  /** The words of the item in the status bar; nothing while it is hidden. */
  readonly statusText: () => string | undefined;
  /** The list of all problems: the name of each group, and how many it has. */
  readonly triage: () => readonly (readonly [string, number])[];
  /** The files that were said to be too large for extensions. */
  readonly tooLarge: () => readonly string[];
  /** The lines that many articles share and nobody has decided about, each with how many articles it has. */
  readonly repeatedLines: () => readonly (readonly [string, number])[];
}

let stop: (() => Promise<void>) | undefined;

/**
 * Puts the parts together. Returns at once. VS Code wakes the extension for any plain text, be it the box of a chat; the server starts
 * only for a document that may be an article, and nothing waits for it.
 */
export function begin(
  context: vscode.ExtensionContext,
  createClient: (output: vscode.LogOutputChannel) => Promise<BaseLanguageClient>,
): Copydesk {
  const output = vscode.window.createOutputChannel('Copydesk', { log: true });
  const server = new Server(output, () => createClient(output));
  server.attach(serveFiles);
  const statuses = new ArticleStatuses(server);
  const item = new StatusItem(server, statuses);
  const proof = new ProofView(context.extensionUri, server, statuses);
  const readingOrder = new ReadingOrder(statuses);
  const startFor = (document: vscode.TextDocument): void => {
    if (!isForServer(document)) return;
    wakesServer(document)
      .then(async (wakes) => {
        if (!wakes) return;
        opened.dispose();
        await server.start();
        await corpus.restore();
      })
      .catch((error: unknown) => {
        output.error(error instanceof Error ? error : String(error));
      });
  };
  const corpus = registerCorpus(context, server, statuses);
  const opened = vscode.workspace.onDidOpenTextDocument(startFor);
  vscode.workspace.textDocuments.forEach(startFor);
  context.subscriptions.push(...corpus.subscriptions, output, statuses, item, proof, readingOrder, opened);
  const mining = registerMining(context, server);
  context.subscriptions.push(...mining.subscriptions);
  context.subscriptions.push(...registerCommands({ context, server, statuses, proof }));
  const records = registerRecords(server, statuses);
  context.subscriptions.push(...records.subscriptions);
  stop = () => server.stop();
  return {
    isServerStarted: () => server.isStarted,
    statusOf: (uri) => statuses.of(uri),
    statusText: () => item.text,
    triage: () => corpus.triage.groups().map(({ name, problems }) => [name, problems.length] as const),
    tooLarge: () => records.tooLarge.told,
    repeatedLines: () => mining.view.lines.map(({ example, articles }) => [example, articles] as const),
  };
}

/** Ends the server. */
export async function end(): Promise<void> {
  await stop?.();
}

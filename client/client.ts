import * as vscode from 'vscode';
import { configurationNames } from './configuration-file.ts';
import {
  LanguageClient,
  RevealOutputChannelOn,
  TransportKind,
  type LanguageClientOptions,
  type NodeModule,
} from 'vscode-languageclient/node';

/** The language that a user may choose for articles; see docs/vscode.md for why it takes no file extension. */
export const articleLanguage = 'news-article';

/**
 * Where articles are written and read. Left out are the schemes of what only shows a text: the other side of a
 * comparison, a notebook’s cell, an output channel.
 */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];

/** The documents that the server is told of. Which of them are articles it alone decides. */
const documentSelector = schemes.flatMap((scheme) => [
  { scheme, language: articleLanguage },
  // Most plain text has another ending or none: the server need not see it.
  { scheme, language: 'plaintext', pattern: '**/*.[tT][xX][tT]' },
  // Told of its mistakes as it is written, before it is saved and rules the articles.
  { scheme, pattern: `**/{${configurationNames.join(',')}}` },
]);

/** Whether the server is to be told of a document. */
export function isForServer(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector, document) > 0;
}

/** The client of the language server, not yet started. */
export function createClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): LanguageClient {
  const server: NodeModule = {
    module: context.asAbsolutePath('dist/server.cjs'),
    transport: TransportKind.ipc,
  };
  const options: LanguageClientOptions = {
    documentSelector,
    outputChannel: output,
    // A channel that jumps up while somebody writes is worse than the error it tells of; the status item tells it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onSave: true },
  };
  return new LanguageClient(
    'copydesk',
    'Copydesk',
    { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
    options,
  );
}

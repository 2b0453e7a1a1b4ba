import type * as vscode from 'vscode';
import { LanguageClient, TransportKind, type NodeModule } from 'vscode-languageclient/node';
import { clientOptions } from './client-options.ts';

/** What talks to a server that is a program of its own, in the file that is named. */
export function languageClient(module: string, output: vscode.LogOutputChannel): LanguageClient {
  const server: NodeModule = { module, transport: TransportKind.ipc };
  const debug: NodeModule = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return new LanguageClient('copydesk', 'Copydesk', { run: server, debug }, clientOptions(output));
}

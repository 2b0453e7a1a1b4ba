import type * as vscode from 'vscode';
import { LanguageClient, TransportKind, type NodeModule } from 'vscode-languageclient/node';
import { clientOptions } from './client-options.ts';
import { begin, end, type Copydesk } from './session.ts';

/** The extension beside the files: its server is a program of its own. */
export function activate(context: vscode.ExtensionContext): Copydesk {
  return begin(context, (output) => {
    const server: NodeModule = {
      module: context.asAbsolutePath('dist/server.cjs'),
      transport: TransportKind.ipc,
    };
    const debug: NodeModule = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient('copydesk', 'Copydesk', { run: server, debug }, clientOptions(output));
  });
}

export async function deactivate(): Promise<void> {
  await end();
}

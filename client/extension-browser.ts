import * as vscode from 'vscode';
import { begin, end, type Copydesk } from './session.ts';

let endServer: (() => void) | undefined;

/** The extension in a browser: its server is a worker. */
export function activate(context: vscode.ExtensionContext): Copydesk {
  const address = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').toString(true);
  return begin(context, async (output) => {
    const { endWorker, languageClient } = await import('./language-client-browser.ts');
    endServer = endWorker;
    return languageClient(address, output);
  });
}

export async function deactivate(): Promise<void> {
  await end();
  endServer?.();
}

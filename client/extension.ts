import type * as vscode from 'vscode';
import { begin, end, type Copydesk } from './session.ts';

/** The extension beside the files: its server is a program of its own. */
export function activate(context: vscode.ExtensionContext): Copydesk {
  return begin(context, async (output) => {
    const { languageClient } = await import('./language-client-node.ts');
    return languageClient(context.asAbsolutePath('dist/server.cjs'), output);
  });
}

export async function deactivate(): Promise<void> {
  await end();
}

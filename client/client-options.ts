import type * as vscode from 'vscode';
import { RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient';
import { documentSelector } from './served-documents.ts';

/** How the client of the language server works, wherever the server runs. */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel: output,
    // A channel that jumps up while somebody writes is worse than the error it tells of; the status item tells it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onSave: true },
    // Files that the server does not reach itself, the editor reads for it: files.ts.
    // VS Code lays sentences out from left to right in each language.
    initializationOptions: { files: true, openRecords: true, isolates: true },
  };
}

import type * as vscode from 'vscode';
import { WorkDoneProgress, type BaseLanguageClient } from 'vscode-languageclient';

/** Shows how far a request is that was sent with this token. To be disposed of when it was answered. */
export function showWork(
  client: BaseLanguageClient,
  token: string,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
): vscode.Disposable {
  let percentage = 0;
  return client.onProgress(WorkDoneProgress.type, token, (work) => {
    if (work.kind !== 'report') return;
    const done = work.percentage ?? percentage;
    progress.report({ message: work.message ?? '', increment: done - percentage });
    percentage = done;
  });
}

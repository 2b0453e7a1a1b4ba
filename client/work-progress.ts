import type * as vscode from 'vscode';
import type {
  BaseLanguageClient,
  ProgressType,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageclient';

/** What the client calls a type says nothing when it runs; its class would be loaded for nothing. */
const anyType: unknown = {};

/** Listens to what the server reports under a token. */
export function onProgress(
  client: BaseLanguageClient,
  token: string,
  hear: (report: never) => void,
): vscode.Disposable {
  return client.onProgress(anyType as ProgressType<unknown>, token, hear as (report: unknown) => void);
}

type Work = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** Shows how far a request is that was sent with this token. To be disposed of when it was answered. */
export function showWork(
  client: BaseLanguageClient,
  token: string,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
): vscode.Disposable {
  let percentage = 0;
  return onProgress(client, token, (work: Work) => {
    if (work.kind !== 'report') return;
    const done = work.percentage ?? percentage;
    progress.report({ message: work.message ?? '', increment: done - percentage });
    percentage = done;
  });
}

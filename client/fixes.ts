import * as vscode from 'vscode';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type CodeAction,
  type BaseLanguageClient,
} from 'vscode-languageclient';

/** The fixes of one problem, the likeliest first; those of its neighbours and of its whole kind left out. */
export async function fixesOf(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  problem: vscode.Diagnostic,
): Promise<CodeAction[]> {
  const convert = client.code2ProtocolConverter;
  const range = convert.asRange(problem.range);
  const answer = await client.sendRequest(CodeActionRequest.type, {
    textDocument: convert.asTextDocumentIdentifier(document),
    range,
    context: {
      diagnostics: [convert.asDiagnostic(problem)],
      only: ['quickfix'],
      triggerKind: CodeActionTriggerKind.Invoked,
    },
  });
  const code = typeof problem.code === 'object' ? problem.code.value : problem.code;
  const solves = ({ diagnostics = [] }: CodeAction): boolean =>
    diagnostics.length === 1 &&
    diagnostics.every(
      (solved) => solved.code === code && JSON.stringify(solved.range) === JSON.stringify(range),
    );
  return (answer ?? []).filter((action): action is CodeAction => 'kind' in action && solves(action));
}

/**
 * Makes a fix, or does what stands beside the fixes: noting that a problem is to stay, writing a setting. False
 * when the article has changed meanwhile and nothing was done.
 */
export async function makeFix(client: BaseLanguageClient, action: CodeAction): Promise<boolean> {
  const isWhole = action.edit !== undefined || action.data === undefined;
  const { edit, command } = isWhole
    ? action
    : await client.sendRequest(CodeActionResolveRequest.type, action);
  if (
    edit &&
    !(await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit)))
  ) {
    return false;
  }
  if (command)
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
  return edit !== undefined || command !== undefined;
}

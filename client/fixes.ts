import * as vscode from 'vscode';
import type { CodeAction, CodeActionTriggerKind, Command } from 'vscode-languageclient';
import type { Server } from './server.ts';

/** Its value alone: what brings it along is loaded with the server. */
const invoked: typeof CodeActionTriggerKind.Invoked = 1;

/** The fixes of one problem, the likeliest first; those of its neighbours and of its whole kind left out. */
export async function fixesOf(
  server: Server,
  document: vscode.TextDocument,
  problem: vscode.Diagnostic,
): Promise<CodeAction[]> {
  const client = await server.start();
  const convert = client.code2ProtocolConverter;
  const range = convert.asRange(problem.range);
  const answer = await client.sendRequest<readonly (Command | CodeAction)[] | null>(
    'textDocument/codeAction',
    {
      textDocument: convert.asTextDocumentIdentifier(document),
      range,
      context: {
        diagnostics: [convert.asDiagnostic(problem)],
        only: ['quickfix'],
        triggerKind: invoked,
      },
    },
  );
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
export async function makeFix(server: Server, action: CodeAction): Promise<boolean> {
  const client = await server.start();
  const isWhole = action.edit !== undefined || action.data === undefined;
  const { edit, command } = isWhole
    ? action
    : await client.sendRequest<CodeAction>('codeAction/resolve', action);
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

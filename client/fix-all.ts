import * as vscode from 'vscode';

const kind = vscode.CodeActionKind.SourceFixAll.append('copydesk');

/** Makes all fixes of the active article that are certain, as one step of undoing. */
export async function fixAllSafe(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open an article first: there is no editor whose text could be fixed.'),
    );
    return;
  }
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    kind.value,
    1,
  );
  const edit = actions.find((action) => action.kind && kind.contains(action.kind) && action.edit)?.edit;
  if (!edit) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Nothing here can be fixed without a look. The quick fixes of each problem are under the light bulb.',
      ),
    );
    return;
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The article changed meanwhile, so nothing was fixed. Run the command again.'),
    );
  }
}

import * as vscode from 'vscode';

/** Shows the page of the rule that found the problem at the cursor, or of one that the user picks. */
export async function explainProblem(extension: vscode.Uri): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const found = editor ? problemsOf(editor.document.uri) : [];
  const here = found.filter(({ range }) => editor && range.intersection(editor.selection));
  const rules = rulesOf(here.length > 0 ? here : found);
  if (rules.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No problem was found in this article, so there is none to explain.'),
    );
    return;
  }
  const rule =
    rules.length === 1
      ? rules[0]
      : await vscode.window.showQuickPick(rules, {
          title: vscode.l10n.t('Which problem shall be explained?'),
        });
  if (rule !== undefined) await showRulePage(extension, rule);
}

/** Shows a rule’s page. The pages come with the extension, so that they can be read without a network. */
export async function showRulePage(extension: vscode.Uri, rule: string): Promise<void> {
  const page = vscode.Uri.joinPath(extension, 'server', 'rules', ...rule.split('/'), 'README.md');
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

function problemsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'copydesk');
}

function rulesOf(problems: readonly vscode.Diagnostic[]): string[] {
  const codes = problems.map(({ code }) => (typeof code === 'object' ? code.value : code));
  return [...new Set(codes.filter((code) => typeof code === 'string'))];
}

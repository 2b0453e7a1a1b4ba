import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

/**
 * What VS Code's extension host runs for the measurement: presses keys in `article.txt` and writes how long each took
 * until the editor had its fresh problems, as JSON to the file that `COPYDESK_FIGURES` names.
 */

/** As many keys are measured, after those that warm up. */
const keys = 31;
const warming = 10;

/** Milliseconds. */
export interface Figures {
  /** From asking for an article to its first problems, the extension and its server started for it. */
  readonly opened: number;
  readonly keystrokes: readonly number[];
}

export async function run(): Promise<void> {
  // What the host still does when the window has just opened is not ours.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('No folder is open.');
  const began = performance.now();
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'article.txt'));
  const editor = await vscode.window.showTextDocument(document);
  await problemsChanged(document);
  const opened = performance.now() - began;
  const keystrokes: number[] = [];
  for (let key = -warming; key < keys; key++) {
    const fresh = problemsChanged(document);
    const pressed = performance.now();
    // A marker that comes and goes: each time something else is wrong, and the editor tells of it.
    await editor.edit((edit) => {
      if (key % 2 === 0) edit.insert(new vscode.Position(2, 0), '[ad_1]\n');
      else edit.delete(new vscode.Range(2, 0, 3, 0));
    });
    await fresh;
    if (key >= 0) keystrokes.push(performance.now() - pressed);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const figures: Figures = { opened, keystrokes };
  writeFileSync(process.env['COPYDESK_FIGURES'] ?? '', JSON.stringify(figures));
}

/** Waits until the editor has other problems of a document. By asking: its event is held back by 50 ms. */
async function problemsChanged({ uri }: vscode.TextDocument): Promise<void> {
  const before = vscode.languages.getDiagnostics(uri).length;
  while (vscode.languages.getDiagnostics(uri).length === before)
    await new Promise((resolve) => setTimeout(resolve, 1));
}

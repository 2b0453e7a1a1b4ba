import * as vscode from 'vscode';

const key = 'copydesk.leastArticles';
const usual = 5;

/** In how many articles a line must stand to be shown; remembered with the workspace. */
export function leastArticles(memory: vscode.Memento): number {
  return memory.get(key, usual);
}

/** Asks for another number. Says whether one was given. */
export async function askLeastArticles(memory: vscode.Memento): Promise<boolean> {
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('In how many articles must a line stand?'),
    value: String(leastArticles(memory)),
    validateInput: (text) =>
      isLeast(Number(text)) ? undefined : vscode.l10n.t('Write a whole number from 2 on.'),
  });
  if (written === undefined) return false;
  await memory.update(key, Number(written));
  return true;
}

function isLeast(number: number): boolean {
  return Number.isInteger(number) && number >= 2;
}

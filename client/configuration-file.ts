import * as vscode from 'vscode';

/** The names of a configuration; in a folder that holds both, the first rules. */
export const configurationNames = ['copydesk.json', '.copydesk.json'] as const;

/** Opens the configuration that rules an article: the one in its folder, or in the nearest folder above. */
export async function openNearestConfiguration(article: vscode.Uri): Promise<void> {
  const file = await nearestConfiguration(article);
  if (file) await vscode.window.showTextDocument(file);
}

/** Whether there is a configuration that rules a file. */
export async function hasNearestConfiguration(file: vscode.Uri): Promise<boolean> {
  return (await nearestConfiguration(file)) !== undefined;
}

async function nearestConfiguration(article: vscode.Uri): Promise<vscode.Uri | undefined> {
  let folder = vscode.Uri.joinPath(article, '..');
  for (;;) {
    for (const name of configurationNames) {
      const file = vscode.Uri.joinPath(folder, name);
      if (await exists(file)) return file;
    }
    const above = vscode.Uri.joinPath(folder, '..');
    if (above.path === folder.path) return undefined;
    folder = above;
  }
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

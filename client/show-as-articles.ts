import * as vscode from 'vscode';
import { articleLanguage } from './served-documents.ts';

/**
 * Gives the folder’s `.txt` files the language “News Article”: colours, the partner of each mark, closing marks
 * that come by themselves. It is the user’s to ask for, because other extensions may know these files as plain text.
 */
export async function showAsArticles(): Promise<void> {
  const files = vscode.workspace.getConfiguration('files', null);
  const workspace = vscode.workspace.workspaceFolders !== undefined;
  const target = workspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const given = files.inspect<Record<string, string>>('associations');
  const associations = workspace ? given?.workspaceValue : given?.globalValue;
  await files.update('associations', { ...associations, '*.txt': articleLanguage }, target);
}

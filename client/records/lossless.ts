import * as vscode from 'vscode';

/**
 * Saves a file, unless its bytes on the disk are no UTF-8 although the editor reads them so: then it shows other
 * characters than the file has, and saving would write those.
 *
 * @throws FileSystemError with a sentence for people where it was not saved.
 */
export async function saveLossless(document: vscode.TextDocument): Promise<void> {
  const { uri } = document;
  if (uri.scheme === 'file' && document.encoding.startsWith('utf8') && !(await isUtf8(uri)))
    throw new vscode.FileSystemError(
      vscode.l10n.t(
        'The record was changed in the editor of its file, but the file was not saved: it is not all UTF-8, and saving it would damage what can’t be read.',
      ),
    );
  if (!(await document.save()))
    throw new vscode.FileSystemError(
      vscode.l10n.t(
        'The record was changed in the editor of its file, but that could not be saved. Save it there.',
      ),
    );
}

async function isUtf8(uri: vscode.Uri): Promise<boolean> {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
    return true;
  } catch {
    return false;
  }
}

import * as vscode from 'vscode';
import { endingOf, tables } from './records-document.ts';

/** VS Code hands extensions no longer text than this, in UTF-16 units; a file has at least as many bytes. */
const longestHandedOut = 50 * 1024 * 1024;

/** What may hold articles, pages and documents of projects aside. */
const endings = new Set(['txt', ...tables, 'json', 'xml']);

/** Says of a file that is too large for extensions what else there is, once. */
export class TooLarge {
  readonly #told = new Set<string>();
  readonly #subscription: vscode.Disposable;

  constructor() {
    this.#subscription = vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
      for (const tab of [...opened, ...changed]) void this.#look(tab);
    });
    for (const { activeTab } of vscode.window.tabGroups.all) if (activeTab) void this.#look(activeTab);
  }

  /** The URIs of the files that it was said of. */
  get told(): readonly string[] {
    return [...this.#told];
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #look({ input, isActive }: vscode.Tab): Promise<void> {
    if (!isActive || !(input instanceof vscode.TabInputText) || !endings.has(endingOf(input.uri))) return;
    const { uri } = input;
    const key = uri.toString();
    if (this.#told.has(key) || vscode.workspace.textDocuments.some((open) => open.uri.toString() === key))
      return;
    const { size } = await vscode.workspace.fs.stat(uri).then(undefined, () => ({ size: 0 }));
    if (size <= longestHandedOut || this.#told.has(key)) return;
    this.#told.add(key);
    await tell(uri);
  }
}

async function tell(uri: vscode.Uri): Promise<void> {
  const check = vscode.l10n.t('Check All Articles');
  const copy = vscode.l10n.t('Copy the Command');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0} is larger than what VS Code hands to extensions (50 MB), so Copydesk shows no problems in it. “Check All Articles” lists its problems; on the command line, “copydesk check” and “copydesk fix” take it whole.',
      uri.path.slice(uri.path.lastIndexOf('/') + 1),
    ),
    check,
    copy,
  );
  if (chosen === check) await vscode.commands.executeCommand('copydesk.checkCorpus');
  if (chosen === copy) await vscode.env.clipboard.writeText(`copydesk check ${quoted(uri.fsPath)}`);
}

/** A path as shells take it for one word. */
function quoted(path: string): string {
  return path.includes('\\') ? `"${path}"` : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  repeatedLinesMethod,
  residueEditMethod,
  type RepeatedLine,
  type RepeatedLines,
  type RepeatedLinesParams,
  type ResidueEditParams,
} from '../../server/lsp/messages.ts';
import type { Server } from '../server.ts';
import { showWork } from '../work-progress.ts';
import { DismissedLines } from './dismissed-lines.ts';
import { editPattern } from './edit-pattern.ts';
import { leastArticles, askLeastArticles } from './least-articles.ts';
import { linesOf, RepeatedLinesView } from './repeated-lines-view.ts';

let runs = 0;

/** All that concerns the lines that many articles share: finding them, and deciding about each. */
export function registerMining(
  { workspaceState }: Pick<vscode.ExtensionContext, 'workspaceState'>,
  server: Server,
): { readonly view: RepeatedLinesView; readonly subscriptions: readonly { dispose(): unknown }[] } {
  const view = new RepeatedLinesView();
  const dismissed = new DismissedLines(workspaceState);
  const find = async (): Promise<void> => {
    const least = leastArticles(workspaceState);
    const found = await findLines(server, least);
    if (!found) return;
    await view.show(found, dismissed.without(found.lines), least);
  };
  const accept = async (lines: readonly RepeatedLine[]): Promise<string | undefined> => {
    const mistake = await writePatterns(server, lines);
    if (mistake === undefined) await view.drop(lines);
    return mistake;
  };
  const commands: Record<string, (...rows: readonly unknown[]) => unknown> = {
    'copydesk.findRepeatedLines': find,
    'copydesk.acceptRepeatedLine': async (...rows) => {
      const lines = meant(view, rows);
      const mistake = lines.length > 0 ? await accept(lines) : undefined;
      if (mistake !== undefined) void vscode.window.showErrorMessage(mistake);
    },
    'copydesk.editRepeatedLine': async (...rows) => {
      const [line] = meant(view, rows);
      if (!line) return;
      await editPattern(line.pattern, async (pattern) => {
        const mistake = await writePatterns(server, [{ ...line, pattern }]);
        if (mistake === undefined) await view.drop([line]);
        return mistake;
      });
    },
    'copydesk.dismissRepeatedLine': async (...rows) => {
      const lines = meant(view, rows);
      await dismissed.add(lines);
      await view.drop(lines);
    },
    'copydesk.showDismissedLines': async () => {
      await dismissed.forget();
      await find();
    },
    'copydesk.setLeastArticles': async () => {
      if (await askLeastArticles(workspaceState)) await find();
    },
  };
  const registered = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(name, run),
  );
  return { view, subscriptions: [view, ...registered] };
}

/** The lines that a command is about: those of the row it was chosen at, with all that is selected, else the latter. */
function meant(view: RepeatedLinesView, [row, rows]: readonly unknown[]): readonly RepeatedLine[] {
  if (Array.isArray(rows) && rows.length > 0) return linesOf(rows);
  return row === undefined ? view.selected : linesOf([row]);
}

/** What the server finds; undefined where it was cancelled. */
async function findLines(server: Server, least: number): Promise<RepeatedLines | undefined> {
  if (!vscode.workspace.workspaceFolders) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the folder of your articles first.'));
    return undefined;
  }
  const workDoneToken = `copydesk-lines-${String(++runs)}`;
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Finding lines that many articles share'),
      cancellable: true,
    },
    async (progress, token) => {
      const client = await server.start();
      const listener = showWork(client, workDoneToken, progress);
      try {
        const params: RepeatedLinesParams = { least, workDoneToken };
        return await client.sendRequest<RepeatedLines>(repeatedLinesMethod, params, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );
}

/** Writes patterns into the configurations of their articles. Gives the reason where that can’t be done. */
async function writePatterns(
  server: Server,
  lines: ResidueEditParams['accepted'],
): Promise<string | undefined> {
  try {
    const client = await server.start();
    const accepted = lines.map(({ examples, pattern }) => ({ examples, pattern }));
    const params: ResidueEditParams = { accepted };
    const sent = await client.sendRequest<WorkspaceEdit>(residueEditMethod, params);
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(sent);
    // What its user has begun to write in it is saved by its user.
    const unsaved = new Set(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
    );
    if (!(await vscode.workspace.applyEdit(edit)))
      return vscode.l10n.t('The configuration changed meanwhile, so nothing was written. Accept it again.');
    for (const [uri] of edit.entries())
      if (!unsaved.has(uri.toString())) await (await vscode.workspace.openTextDocument(uri)).save();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

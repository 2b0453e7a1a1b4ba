import * as vscode from 'vscode';
import { articleScheme, type RecordPlace } from '../../server/lsp/messages.ts';
import type { Server } from '../server.ts';
import type { RecordFiles } from './record-files.ts';
import { recordUri } from './record-uri.ts';

/** Opens a record as an article: the one that is named, else the one at the cursor. */
export async function openRecord(
  server: Server,
  files: RecordFiles,
  place: RecordPlace | undefined,
): Promise<void> {
  const client = await server.start();
  const editor = vscode.window.activeTextEditor;
  const source = place ? client.protocol2CodeConverter.asUri(place.uri) : editor?.document.uri;
  const which = place
    ? { record: place.record }
    : {
        position: client.code2ProtocolConverter.asPosition(
          editor?.selection.active ?? new vscode.Position(0, 0),
        ),
      };
  const opened = source && (await files.ask(source, which));
  if (!opened) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no record here that can be opened as an article. Put the cursor into one.'),
    );
    return;
  }
  await vscode.window.showTextDocument(recordUri(source, opened));
}

/** Shows the record of an article in the raw text of its file. */
export async function showRecordInFile(files: RecordFiles): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri?.scheme !== articleScheme) return;
  const { uri: source, range } = await files.placeOf(uri);
  const selection = new vscode.Range(range.start, range.start);
  await vscode.window.showTextDocument(source, { selection });
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { openRecordCommand, type RecordPlace } from '../../server/lsp/messages.ts';
import type { ArticleStatuses } from '../article-statuses.ts';
import { RecordOrder } from './record-order.ts';
import { openRecord, showRecordInFile } from './open-record.ts';
import { RecordFiles } from './record-files.ts';
import { TooLarge } from './too-large.ts';

/** All that concerns files of records: opening one as an article, and saying which files are too large. */
export function registerRecords(
  client: BaseLanguageClient,
  statuses: ArticleStatuses,
  start: () => Promise<void>,
): { readonly tooLarge: TooLarge; readonly subscriptions: readonly { dispose(): unknown }[] } {
  const tooLarge = new TooLarge();
  const files = new RecordFiles(client, start);
  const subscriptions = [
    files,
    tooLarge,
    new RecordOrder(statuses),
    vscode.commands.registerCommand(openRecordCommand, (place?: RecordPlace) =>
      openRecord(client, files, place),
    ),
    vscode.commands.registerCommand('copydesk.showRecordInFile', () => showRecordInFile(files)),
  ];
  return { tooLarge, subscriptions };
}

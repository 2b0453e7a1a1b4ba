import * as vscode from 'vscode';
import { openRecordCommand, type RecordPlace } from '../../server/lsp/messages.ts';
import type { ArticleStatuses } from '../article-statuses.ts';
import type { Server } from '../server.ts';
import { RecordOrder } from './record-order.ts';
import { openRecord, showRecordInFile } from './open-record.ts';
import { RecordFiles } from './record-files.ts';
import { TooLarge } from './too-large.ts';

/** All that concerns files of records: opening one as an article, and saying which files are too large. */
export function registerRecords(
  server: Server,
  statuses: ArticleStatuses,
): { readonly tooLarge: TooLarge; readonly subscriptions: readonly { dispose(): unknown }[] } {
  const tooLarge = new TooLarge();
  const files = new RecordFiles(server);
  const subscriptions = [
    files,
    tooLarge,
    new RecordOrder(statuses),
    vscode.commands.registerCommand(openRecordCommand, (place?: RecordPlace) =>
      openRecord(server, files, place),
    ),
    vscode.commands.registerCommand('copydesk.showRecordInFile', () => showRecordInFile(files)),
  ];
  return { tooLarge, subscriptions };
}

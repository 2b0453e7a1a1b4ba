import * as vscode from 'vscode';
import { articleScheme, type OpenedRecord } from '../../server/lsp/messages.ts';

/** What a document shows that is a record as an article. */
export interface RecordAddress {
  /** The file that holds the record. */
  readonly source: vscode.Uri;
  /** Which of its records it was when it was opened, from 1. */
  readonly record: number;
}

/** So that the documents have their language by their path, which no file on a disk begins with. */
const root = `/${articleScheme}`;

/** The address of a record as an article. Its tab is called by its headline. */
export function recordUri(source: vscode.Uri, { record, name, language }: OpenedRecord): vscode.Uri {
  const query = new URLSearchParams({ file: source.toString(), ...(language !== undefined && { language }) });
  const title = name.replace(/[\p{Cc}\\/]/gu, ' ').trim() || vscode.l10n.t('Record {0}', record);
  return vscode.Uri.from({
    scheme: articleScheme,
    path: `${root}/${String(record)}/${title}`,
    query: query.toString(),
  });
}

/** @throws FileSystemError for what is no such address. */
export function addressOf(uri: vscode.Uri): RecordAddress {
  const file = new URLSearchParams(uri.query).get('file');
  const record = Number(uri.path.split('/')[2]);
  if (file === null || !Number.isInteger(record)) throw vscode.FileSystemError.FileNotFound(uri);
  return { source: vscode.Uri.parse(file, true), record };
}

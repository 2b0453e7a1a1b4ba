import * as vscode from 'vscode';
import { articleScheme } from '../server/lsp/messages.ts';
import { configurationNames } from './configuration-file.ts';
import { recordSelector } from './records/records-document.ts';

/** The language that a user may choose for articles; see docs/vscode.md for why it takes no file extension. */
export const articleLanguage = 'news-article';

/**
 * Where articles are written and read. Left out are the schemes of what only shows a text: the other side of a
 * comparison, a notebook’s cell, an output channel.
 */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];

/** The documents that the server is told of. Which of them are articles it alone decides. */
export const documentSelector = [
  { scheme: articleScheme },
  ...schemes.flatMap((scheme) => [
    { scheme, language: articleLanguage },
    // Most plain text has another ending or none: the server need not see it.
    { scheme, language: 'plaintext', pattern: '**/*.[tT][xX][tT]' },
    ...recordSelector(scheme),
    // Told of its mistakes as it is written, before it is saved and rules the articles.
    { scheme, pattern: `**/{${configurationNames.join(',')}}` },
  ]),
];

/** Whether the server is to be told of a document. */
export function isForServer(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector, document) > 0;
}

import * as vscode from 'vscode';
import { hasNearestConfiguration } from '../configuration-file.ts';

/** Endings of files whose records may be articles: those that hold nothing else, and those that mostly do. */
export const tables = ['jsonl', 'ndjson', 'csv', 'tsv', 'tab', 'rss', 'atom', 'nitf', 'tei', 'wet'];
const others = ['json', 'md', 'markdown', 'xml', 'html', 'htm', 'xhtml'];

/** The same by language, for documents without a name. */
const languages = ['jsonl', 'csv', 'tsv', 'json', 'markdown', 'xml', 'html'];

/** The documents of a scheme whose records may be articles. Whether they are the server alone decides. */
export function recordSelector(
  scheme: string,
): ({ scheme: string; pattern: string } | { scheme: string; language: string })[] {
  return [
    { scheme, pattern: `**/*.{${[...tables, ...others].join(',')}}` },
    ...(scheme === 'untitled' ? languages.map((language) => ({ scheme, language })) : []),
  ];
}

/** Whether a document is a file of records by its name, or by its language where it has none. */
export function mayHoldRecords({ uri, languageId }: vscode.TextDocument): boolean {
  const ending = endingOf(uri);
  if (uri.scheme === 'untitled') return languages.includes(languageId);
  return tables.includes(ending) || others.includes(ending);
}

/**
 * Whether a document is reason enough to start the server. Settings of programs and pages of projects are JSON,
 * Markdown, XML and HTML too: of those only what a configuration may list is.
 */
export async function wakesServer(document: vscode.TextDocument): Promise<boolean> {
  const { uri } = document;
  if (!others.includes(endingOf(uri))) return true;
  const listed = vscode.workspace.getConfiguration('copydesk', uri).get<readonly string[]>('records', []);
  return listed.length > 0 || (await hasNearestConfiguration(uri));
}

/** The ending of a file’s name in lower case, without its dot. */
export function endingOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

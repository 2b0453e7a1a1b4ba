import * as vscode from 'vscode';
import type { ArticleStatuses } from '../article-statuses.ts';
import { ruleOf } from '../corpus/problems.ts';
import type { CorpusResults } from '../corpus/results.ts';
import type { CountedArticle } from './overview.ts';

/** All articles that are known: those of the last check, and those that are open as they stand now. */
export function knownArticles(results: CorpusResults, statuses: ArticleStatuses): CountedArticle[] {
  const articles = new Map<string, CountedArticle>();
  for (const [address, { language, items }] of results.entries()) {
    if (language === undefined) continue;
    const uri = vscode.Uri.parse(address);
    const rules = items.flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
    articles.set(uri.toString(), { ...placeOf(uri), language, rules });
  }
  for (const { uri } of vscode.workspace.textDocuments) {
    const status = statuses.of(uri);
    if (!status?.article || !vscode.workspace.getWorkspaceFolder(uri)) continue;
    const rules = vscode.languages
      .getDiagnostics(uri)
      .filter(({ source }) => source === 'copydesk')
      .flatMap((diagnostic) => ruleOf(diagnostic) ?? []);
    articles.set(uri.toString(), { ...placeOf(uri), language: status.language, rules });
  }
  return [...articles.values()];
}

function placeOf(uri: vscode.Uri): Pick<CountedArticle, 'uri' | 'path' | 'source'> {
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const path = vscode.workspace.asRelativePath(uri, several);
  const slash = path.indexOf('/');
  const source = slash > 0 ? path.slice(0, slash) : (vscode.workspace.getWorkspaceFolder(uri)?.name ?? '.');
  return { uri: uri.toString(), path, source };
}

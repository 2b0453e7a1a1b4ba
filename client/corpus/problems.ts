import * as vscode from 'vscode';
import { articleScheme } from '../../server/lsp/messages.ts';

/** A problem with the article it is in. */
export interface Problem {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

/** Whether a diagnostic is ours and tells of an article; what is wrong in a copydesk.json has no rule. */
function isProblem(diagnostic: vscode.Diagnostic): boolean {
  return diagnostic.source === 'copydesk' && ruleOf(diagnostic) !== undefined;
}

/** The id of the rule that found it, such as `quotes/turned`. */
export function ruleOf({ code }: vscode.Diagnostic): string | undefined {
  const value = typeof code === 'object' ? code.value : code;
  return typeof value === 'string' ? value : undefined;
}

/** All problems that are known, article by article and in the order of the text. */
export function allProblems(): Problem[] {
  return (
    vscode.languages
      .getDiagnostics()
      // What is wrong in a record that is open as an article is told of its file.
      .filter(([uri]) => uri.scheme !== articleScheme)
      .map(([uri, diagnostics]) => ({ uri, found: diagnostics.filter(isProblem) }))
      .filter(({ found }) => found.length > 0)
      .sort((one, other) => compare(one.uri.path, other.uri.path))
      .flatMap(({ uri, found }) => inText(found).map((diagnostic) => ({ uri, diagnostic })))
  );
}

/** The problems of one article in the order of the text. */
export function problemsIn(uri: vscode.Uri): vscode.Diagnostic[] {
  return inText(vscode.languages.getDiagnostics(uri).filter(isProblem));
}

function inText(diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return [...diagnostics].sort(
    (one, other) => one.range.start.compareTo(other.range.start) || one.range.end.compareTo(other.range.end),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

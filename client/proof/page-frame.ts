import * as vscode from 'vscode';
import type { Words } from './messages.ts';

/** The frame of the page. It loads its own script and style sheet and may do nothing else. */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const at = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="${vscode.env.language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width">
    <link rel="stylesheet" href="${at('media', 'proof.css')}">
    <title>${vscode.l10n.t('Proof')}</title>
  </head>
  <body>
    <header><p id="summary" role="status"></p><p id="help"></p></header>
    <main id="article"></main>
    <script nonce="${nonce}" src="${at('dist', 'proof.js')}"></script>
  </body>
</html>`;
}

export function words(): Words {
  return {
    noProblems: vscode.l10n.t('No problems were found.'),
    problems: vscode.l10n.t('Problems in this article: {0}.', '{0}'),
    close: vscode.l10n.t('Close'),
    explain: vscode.l10n.t('Explain'),
    noFixes: vscode.l10n.t('There is no fix for this: it needs a person who knows the article.'),
    headline: vscode.l10n.t('Headline'),
    help: vscode.l10n.t('N: next problem · P: previous · Enter: its fixes · E: go to the editor'),
    nothing: vscode.l10n.t('Open an article to see its proof here.'),
  };
}

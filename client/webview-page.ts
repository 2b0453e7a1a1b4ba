import * as vscode from 'vscode';

/** A page of a view of ours. */
interface Page {
  /** Its script is `dist/NAME.js`, its style sheet `media/NAME.css`. */
  readonly name: string;
  readonly title: string;
  /** What stands in it at first, as HTML. */
  readonly body: string;
}

/** The frame of a page. It loads its own script and style sheet and may do nothing else. */
export function webviewPage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  { name, title, body }: Page,
): string {
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
    <link rel="stylesheet" href="${at('media', `${name}.css`)}">
    <title>${title}</title>
  </head>
  <body>
    ${body}
    <script nonce="${nonce}" src="${at('dist', `${name}.js`)}"></script>
  </body>
</html>`;
}

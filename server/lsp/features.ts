import type { CodeAction } from 'vscode-languageserver';
import { codeActions } from './code-actions.ts';
import { applyFixes, resolveAction } from './fixing.ts';
import { hoverAt } from './hover.ts';
import { handle } from './requests.ts';
import type { Session } from './session.ts';

/** Answers what a client asks about an open article. */
export function serveFeatures(session: Session): void {
  const { connection, abilities, judgements } = session;
  connection.onCodeAction(
    handle(
      session,
      { method: 'textDocument/codeAction', needs: ['range', 'context'] },
      async (params, token) => {
        const judged = await judgements.article(params.textDocument.uri, token);
        return judged ? codeActions(judged, params, abilities) : [];
      },
    ),
  );
  connection.onCodeActionResolve((action): Promise<CodeAction> => resolveAction(session, action));
  connection.onExecuteCommand((params) => applyFixes(session, params));
  connection.onHover(
    handle(
      session,
      { method: 'textDocument/hover', needs: ['position'] },
      async ({ textDocument, position }, token) => {
        const judged = await judgements.article(textDocument.uri, token);
        return judged ? hoverAt(judged, position, abilities) : null;
      },
    ),
  );
}

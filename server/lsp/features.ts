import { CodeLensRefreshRequest, type CancellationToken } from 'vscode-languageserver';
import { codeActions } from './code-actions.ts';
import { codeLensesOf } from './code-lens.ts';
import { toSpan } from './convert.ts';
import { execute, resolveAction } from './fixing.ts';
import { foldsOf } from './folding.ts';
import { highlightsAt } from './highlight.ts';
import { hoverAt } from './hover.ts';
import { inlayHintsIn } from './inlay-hints.ts';
import type { JudgedArticle } from './judgements.ts';
import { renamable, renameSpeaker } from './rename.ts';
import { handle, type Params, type Part } from './requests.ts';
import { selectionsAt } from './selection.ts';
import { semanticTokensOf } from './semantic-tokens.ts';
import type { Session } from './session.ts';
import { symbolsOf } from './symbols.ts';

/** Answers what a client asks about an open article. */
export function serveFeatures(session: Session): void {
  const { connection, abilities, judgements } = session;
  const { languages } = connection;

  /** A handler that knows the article as it is now; of what is no article there is nothing to say. */
  const about = <P extends Params, R, N>(
    method: string,
    needs: readonly Part[],
    nothing: N,
    answer: (judged: JudgedArticle, params: P) => R,
  ): ((params: P, token: CancellationToken) => Promise<R | N>) =>
    handle(session, { method, needs }, async (params: P, token) => {
      const judged = await judgements.article(params.textDocument.uri, token);
      return judged ? answer(judged, params) : nothing;
    });

  connection.onCodeAction(
    about('textDocument/codeAction', ['range', 'context'], [], (judged, params) =>
      codeActions(session, judged, params),
    ),
  );
  connection.onCodeActionResolve((action, token) => resolveAction(session, action, token));
  connection.onExecuteCommand((params) => execute(session, params));
  connection.onCodeLens(about('textDocument/codeLens', [], [], codeLensesOf));
  connection.onHover(
    about('textDocument/hover', ['position'], null, (judged, { position }) =>
      hoverAt(judged, position, abilities),
    ),
  );
  connection.onDocumentSymbol(
    about('textDocument/documentSymbol', [], [], (judged) => symbolsOf(judged, abilities)),
  );
  connection.onDocumentHighlight(
    about('textDocument/documentHighlight', ['position'], null, (judged, { position }) =>
      highlightsAt(judged, position),
    ),
  );
  connection.onFoldingRanges(about('textDocument/foldingRange', [], [], foldsOf));
  connection.onSelectionRanges(
    about('textDocument/selectionRange', ['positions'], null, (judged, { positions }) =>
      selectionsAt(judged, positions),
    ),
  );
  connection.onPrepareRename(
    about('textDocument/prepareRename', ['position'], null, (judged, { position }) =>
      renamable(judged, position),
    ),
  );
  connection.onRenameRequest(
    about('textDocument/rename', ['position', 'newName'], null, (judged, { position, newName }) =>
      renameSpeaker(judged, position, newName, abilities.documentChanges),
    ),
  );
  languages.semanticTokens.on(
    about('textDocument/semanticTokens/full', [], { data: [] }, (judged) => semanticTokensOf(judged)),
  );
  languages.semanticTokens.onRange(
    about('textDocument/semanticTokens/range', ['range'], { data: [] }, (judged, { range }) =>
      semanticTokensOf(judged, toSpan(judged.document, range)),
    ),
  );
  languages.inlayHint.on(
    about('textDocument/inlayHint', ['range'], [], (judged, { range }) => inlayHintsIn(judged, range)),
  );
}

/** Has the client ask anew for what it shows beside the problems, after the settings have changed. */
export function refreshFeatures({ connection, abilities }: Session): void {
  const { languages } = connection;
  const refused = (error: unknown): void => {
    connection.console.warn(`The editor did not ask for its articles anew: ${String(error)}`);
  };
  if (abilities.refreshesSemanticTokens) languages.semanticTokens.refresh().catch(refused);
  if (abilities.refreshesInlayHints) languages.inlayHint.refresh().catch(refused);
  if (abilities.refreshesCodeLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(refused);
}

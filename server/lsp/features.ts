import { CodeLensRefreshRequest, type CancellationToken, type HoverParams } from 'vscode-languageserver';
import { codeActions } from './code-actions.ts';
import { closingEdits } from './closing.ts';
import { codeLensesOf } from './code-lens.ts';
import { execute, resolveAction } from './fixing.ts';
import { foldsOf } from './folding.ts';
import { highlightsAt } from './highlight.ts';
import { hoverAt } from './hover.ts';
import { inlayHintsIn } from './inlay-hints.ts';
import type { JudgedArticle } from './judgements.ts';
import { recordsActions } from './records/actions.ts';
import { recordsLenses } from './records/lenses.ts';
import {
  articleAt,
  articlesIn,
  recordsFolds,
  recordsSelections,
  recordsTokens,
  type OfRecords,
} from './records/reading.ts';
import { recordsSymbols } from './records/symbols.ts';
import { renamable, renameSpeaker } from './rename.ts';
import { handle, inTheirWords, type Params, type Part } from './requests.ts';
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
    ofRecords?: OfRecords<P, R | N>,
  ): ((params: P, token: CancellationToken) => Promise<R | N>) =>
    handle(session, { method, needs }, async (params: P, token) => {
      const judgement = await judgements.of(params.textDocument.uri, token);
      if (judgement?.records) return ofRecords ? ofRecords(judgement.records, params, token) : nothing;
      return judgement?.analysis ? answer(judgement as JudgedArticle, params) : nothing;
    });

  /** The same about a place: in a file of records, about the article it is in. */
  const at = <P extends Params & Pick<HoverParams, 'position'>, R>(
    method: string,
    answer: (judged: JudgedArticle, params: P) => R,
    needs: readonly Part[] = [],
  ): ((params: P, token: CancellationToken) => Promise<R | null>) =>
    about(method, ['position', ...needs], null, answer, (records, params: P) => {
      const judged = articleAt(records, params.position);
      return judged ? answer(judged, params) : null;
    });

  connection.onCodeAction(
    about(
      'textDocument/codeAction',
      ['range', 'context'],
      [],
      (judged, params) => codeActions(session, judged, params),
      (records, params, token) => recordsActions(session, records, params, token),
    ),
  );
  connection.onCodeActionResolve((action, token) =>
    inTheirWords(session, resolveAction(session, action, token)),
  );
  connection.onExecuteCommand((params) => inTheirWords(session, execute(session, params)));
  connection.onCodeLens(
    about(
      'textDocument/codeLens',
      [],
      [],
      (judged) => codeLensesOf(judged, abilities),
      (records) => recordsLenses(session, records),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    about('textDocument/onTypeFormatting', ['position'], [], (judged, { position }) =>
      closingEdits(judged, position),
    ),
  );
  connection.onHover(
    at('textDocument/hover', (judged, { position }) => hoverAt(judged, position, abilities)),
  );
  connection.onDocumentSymbol(
    about(
      'textDocument/documentSymbol',
      [],
      [],
      (judged) => symbolsOf(judged, abilities),
      (records) => recordsSymbols(records, abilities),
    ),
  );
  connection.onDocumentHighlight(
    at('textDocument/documentHighlight', (judged, { position }) => highlightsAt(judged, position)),
  );
  connection.onFoldingRanges(about('textDocument/foldingRange', [], [], foldsOf, recordsFolds));
  connection.onSelectionRanges(
    about(
      'textDocument/selectionRange',
      ['positions'],
      null,
      (judged, { positions }) => selectionsAt(judged, positions),
      (records, { positions }) => recordsSelections(records, positions),
    ),
  );
  connection.onPrepareRename(
    at('textDocument/prepareRename', (judged, { position }) => renamable(judged, position)),
  );
  connection.onRenameRequest(
    at(
      'textDocument/rename',
      (judged, { position, newName }) => renameSpeaker(judged, position, newName, abilities.documentChanges),
      ['newName'],
    ),
  );
  languages.semanticTokens.on(
    about(
      'textDocument/semanticTokens/full',
      [],
      { data: [] },
      (judged) => semanticTokensOf([judged]),
      (records) => recordsTokens(records),
    ),
  );
  languages.semanticTokens.onRange(
    about(
      'textDocument/semanticTokens/range',
      ['range'],
      { data: [] },
      (judged, { range }) => semanticTokensOf([judged], range),
      (records, { range }) => recordsTokens(records, range),
    ),
  );
  languages.inlayHint.on(
    about(
      'textDocument/inlayHint',
      ['range'],
      [],
      (judged, { range }) => inlayHintsIn(judged, range, abilities.say),
      (records, { range }) =>
        articlesIn(records, range).flatMap((judged) => inlayHintsIn(judged, range, abilities.say)),
    ),
  );
}

/** Has the client ask anew for what it shows beside the problems, after the settings have changed. */
export function refreshFeatures(session: Session): void {
  const { connection, abilities } = session;
  const { languages } = connection;
  if (abilities.refreshesSemanticTokens) languages.semanticTokens.refresh().catch(refused(session));
  if (abilities.refreshesInlayHints) languages.inlayHint.refresh().catch(refused(session));
  refreshLenses(session);
}

/** Has the client ask anew for the lenses, which say how many problems there are. */
export function refreshLenses(session: Session): void {
  const { connection, abilities } = session;
  if (abilities.refreshesCodeLenses)
    connection.sendRequest(CodeLensRefreshRequest.type).catch(refused(session));
}

function refused({ connection }: Session): (error: unknown) => void {
  return (error) => {
    connection.console.warn(`The editor did not ask for its articles anew: ${String(error)}`);
  };
}

import {
  ErrorCodes,
  ResponseError,
  type CodeAction,
  type ExecuteCommandParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { editsOf, fixCommand, isTicket, type FixTicket } from './code-actions.ts';
import { toWorkspaceEdit } from './convert.ts';
import { modified } from './requests.ts';
import type { Session } from './session.ts';

/** Puts the edit into an action that was chosen. @throws ResponseError where the article has changed since. */
export async function resolveAction(session: Session, action: CodeAction): Promise<CodeAction> {
  const ticket: unknown = action.data;
  if (action.edit || !isTicket(ticket)) return action;
  return { ...action, edit: await editOf(session, ticket) };
}

/** Makes fixes by way of the client, for those that know commands alone and for code lenses. */
export async function applyFixes(session: Session, params: ExecuteCommandParams): Promise<null> {
  const ticket: unknown = params.arguments?.[0];
  if (params.command !== fixCommand || !isTicket(ticket)) {
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      `The server knows only the command ${fixCommand}, with what a code action gave as its argument.`,
    );
  }
  const edit = await editOf(session, ticket);
  const { applied, failureReason } = await session.connection.workspace.applyEdit({
    label: 'Copydesk',
    edit,
  });
  if (applied) return null;
  throw new ResponseError(
    ErrorCodes.InternalError,
    `The editor did not make the change${failureReason ? `: ${failureReason}` : '.'}`,
  );
}

/** What a ticket changes. Under another judgement than its own it might mean another fix, so it means none. */
async function editOf({ judgements, abilities }: Session, ticket: FixTicket): Promise<WorkspaceEdit> {
  const judged = await judgements.article(ticket.uri);
  if (!judged || (ticket.judgement !== undefined && judged.id !== ticket.judgement)) throw modified();
  return toWorkspaceEdit(judged.document, editsOf(judged, ticket), abilities.documentChanges);
}

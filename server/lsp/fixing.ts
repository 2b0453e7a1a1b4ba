import {
  ErrorCodes,
  ResponseError,
  type CancellationToken,
  type CodeAction,
  type ExecuteCommandParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { editsOf, fixCommand, isTicket, type FixTicket } from './code-actions.ts';
import { toWorkspaceEdit } from './convert.ts';
import { fixCorpus, isCorpusTicket } from './corpus-fix.ts';
import { isKeepTicket, keep, keepCommand, type KeepTicket } from './kept.ts';
import { isResidueTicket, nameResidue } from './own-residue.ts';
import { fixFile, isFileTicket } from './records/file-fix.ts';
import { cancelled, modified } from './requests.ts';
import type { Session } from './session.ts';
import { isOffTicket, turnOff } from './turn-off.ts';
import { folderOf, originOf } from './uris.ts';

/** Puts the edit into an action that was chosen. @throws ResponseError where it fits no more. */
export async function resolveAction(
  session: Session,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  const ticket: unknown = action.data;
  if (action.edit) return action;
  if (isOffTicket(ticket) || isResidueTicket(ticket)) {
    const { host, configurations } = session;
    await host.prepare(ticket.uri, folderOf(ticket.uri, configurations.folders));
  }
  if (isOffTicket(ticket)) return { ...action, edit: turnOff(session, ticket) };
  if (isResidueTicket(ticket)) return { ...action, edit: nameResidue(session, ticket) };
  if (isCorpusTicket(ticket)) {
    const edit = await fixCorpus(session, ticket, token);
    if (token.isCancellationRequested) throw cancelled();
    return { ...action, edit };
  }
  if (isFileTicket(ticket)) return { ...action, edit: await fixFile(session, ticket, token) };
  if (!isTicket(ticket)) return action;
  return { ...action, edit: await editOf(session, ticket) };
}

/** Does what a command says with the ticket that an action or a lens gave it. */
export async function execute(
  session: Session,
  { command, arguments: given }: ExecuteCommandParams,
): Promise<null> {
  const ticket: unknown = given?.[0];
  if (command === fixCommand && isFileTicket(ticket))
    return applyEdit(session, await fixFile(session, ticket));
  if (command === fixCommand && isTicket(ticket)) return applyEdit(session, await editOf(session, ticket));
  if (command === keepCommand && isKeepTicket(ticket)) return keepFinding(session, ticket);
  throw new ResponseError(
    ErrorCodes.InvalidParams,
    `The server knows the commands ${fixCommand} and ${keepCommand}, with what a code action gave as their argument.`,
  );
}

/** Notes an exception, and shows the problems anew without it. */
async function keepFinding(session: Session, ticket: KeepTicket): Promise<null> {
  const { judgements, configurations, host } = session;
  const judged = await judgements.articleOf(ticket.uri, ticket.judgement);
  if (!judged) throw modified();
  try {
    await keep(judged, ticket, host, folderOf(originOf(ticket.uri).uri, configurations.folders));
  } catch (error) {
    const message = `It could not be noted that this is to stay: ${error instanceof Error ? error.message : String(error)}`;
    throw new ResponseError(ErrorCodes.InternalError, message);
  }
  session.changed();
  return null;
}

/** Makes fixes by way of the client, for those that know commands alone and for code lenses. */
async function applyEdit(session: Session, edit: WorkspaceEdit): Promise<null> {
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
  const { uri, judgement } = ticket;
  const judged = await (judgement === undefined
    ? judgements.article(uri)
    : judgements.articleOf(uri, judgement));
  if (!judged) throw modified();
  return toWorkspaceEdit(judged.document, editsOf(judged, ticket), abilities.documentChanges);
}

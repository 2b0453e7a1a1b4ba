import { LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { emptyConfiguration } from '../formats/configuration-edit.ts';
import type { Edit } from '../index.ts';
import { toFileCreation, toWorkspaceEdit } from './convert.ts';
import type { Session } from './session.ts';
import { folderOf, originOf } from './uris.ts';

/** What becomes of a configuration's text. @throws Error with a sentence for people where nothing can. */
export type Change = (text: string) => string;

/** The configuration that an article's settings are written to. */
interface Target {
  readonly uri: string;
  readonly name: string;
  /** As it stands in the editor, else in the file; undefined where it is yet to be made. */
  readonly document: TextDocument | undefined;
  /** Whether it stands in the editor. */
  readonly open: boolean;
}

/** The configuration that a change would be written to. */
export interface Where {
  readonly name: string;
  /** Whether it is yet to be made. */
  readonly isNew: boolean;
}

/**
 * The configuration that a change would be written to. Undefined
 * where it can't be written: the client can't do it, there is no such place, or what stands there is damaged.
 */
export function changeable(session: Session, uri: string, change: Change): Where | undefined {
  const { abilities } = session;
  // The edit is of another file, which is read when the action is chosen; and it may have to be made first.
  if (!abilities.actions.resolvesEdit || !abilities.createsFiles) return undefined;
  try {
    const { name, document } = targetOf(session, uri) ?? {};
    if (name === undefined) return undefined;
    change(document?.getText() ?? emptyConfiguration);
    return { name, isNew: !document };
  } catch {
    // People were told of it when the article was judged.
    return undefined;
  }
}

/** The configuration that the settings of an article are written to. @throws ResponseError where there is none. */
export function configurationUri(session: Session, uri: string): string {
  try {
    const target = targetOf(session, uri);
    if (target) return target.uri;
  } catch (error) {
    throw unchanged((error as Error).message);
  }
  throw unchanged(nowhere);
}

/** The edit that makes the change. @throws ResponseError where it can't be made any more. */
export function configurationEdit(session: Session, uri: string, change: Change): WorkspaceEdit {
  try {
    const target = targetOf(session, uri);
    if (!target) throw new Error(nowhere);
    const { document, open } = target;
    if (!document) return toFileCreation(target.uri, change(emptyConfiguration));
    const before = document.getText();
    return toWorkspaceEdit(document, [between(before, change(before))], true, open ? document.version : null);
  } catch (error) {
    throw unchanged((error as Error).message);
  }
}

const nowhere = 'There is no file beside which a copydesk.json could stand.';

function unchanged(why: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, `The configuration was not changed. ${why}`);
}

/** @throws Error where what is there can't be read. */
function targetOf({ host, configurations, documents }: Session, article: string): Target | undefined {
  const { uri } = originOf(article);
  const target = host.configurationFor(uri, folderOf(uri, configurations.folders));
  if (!target) return undefined;
  const open = documents.get(target.uri);
  const saved =
    target.text === undefined ? undefined : TextDocument.create(target.uri, 'json', 0, target.text);
  return { uri: target.uri, name: target.name, document: open ?? saved, open: open !== undefined };
}

/** The one edit that makes a text of another, without what both begin and end with. */
function between(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}

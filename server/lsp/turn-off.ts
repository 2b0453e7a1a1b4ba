import { applyEdits, modify } from 'jsonc-parser';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ruleIds, type Finding, type RuleId } from '../index.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toWorkspaceEdit } from './convert.ts';
import type { ConfigurationTarget } from './host.ts';
import type { JudgedArticle } from './judgements.ts';
import type { Session } from './session.ts';
import { folderOf } from './uris.ts';

/** A rule to be turned off for the folder of a document. */
export interface OffTicket {
  readonly uri: string;
  readonly off: RuleId;
}

export function isOffTicket(value: unknown): value is OffTicket {
  const ticket = value as Partial<OffTicket> | null | undefined;
  return typeof ticket?.uri === 'string' && ruleIds.some((id) => id === ticket.off);
}

/** Offers to turn the rules of findings off in the configuration that holds for the article. */
export function turnOffActions(
  session: Session,
  { document }: JudgedArticle,
  touched: readonly Finding[],
): CodeAction[] {
  const { abilities } = session;
  // The edit is of another file, which is read when the action is chosen; and it may have to be made first.
  if (!abilities.actions.resolvesEdit || !abilities.createsFiles) return [];
  const target = targetOf(session, document.uri);
  if (!target) return [];
  return [...new Set(touched.map(({ rule }) => rule))].map((rule) => {
    const ticket: OffTicket = { uri: document.uri, off: rule };
    return {
      title: `Turn the rule ${rule} off in ${target.text === undefined ? 'a new ' : ''}${target.name}`,
      kind: 'quickfix',
      diagnostics: touched
        .filter((finding) => finding.rule === rule)
        .map((finding) => toDiagnostic(document, finding, abilities)),
      data: ticket,
    };
  });
}

/** The edit of the configuration; it keeps comments and layout. Undefined where there can be none. */
export function turnOff(session: Session, { uri, off }: OffTicket): WorkspaceEdit | undefined {
  const target = targetOf(session, uri);
  if (!target) return undefined;
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  const change = (text: string): ReturnType<typeof modify> =>
    modify(text, ['rules', off], 'off', { formattingOptions });
  if (target.text === undefined) {
    const text = `${applyEdits('{}', change('{}'))}\n`;
    return {
      documentChanges: [
        { kind: 'create', uri: target.uri, options: { ignoreIfExists: true } },
        {
          textDocument: { uri: target.uri, version: null },
          edits: [
            { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text },
          ],
        },
      ],
    };
  }
  const open = session.documents.get(target.uri);
  const document = open ?? TextDocument.create(target.uri, 'json', 0, target.text);
  const edits = change(document.getText()).map(({ offset, length, content }) => ({
    start: offset,
    end: offset + length,
    newText: content,
  }));
  return toWorkspaceEdit(document, edits, true, open ? open.version : null);
}

/** Where it is written; undefined where there is no such place, or what is there can't be read. */
function targetOf({ host, configurations }: Session, uri: string): ConfigurationTarget | undefined {
  try {
    return host.configurationFor(uri, folderOf(uri, configurations.folders));
  } catch {
    // People were told of it when the article was judged.
    return undefined;
  }
}

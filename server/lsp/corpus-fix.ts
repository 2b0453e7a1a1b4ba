import {
  MessageType,
  ShowMessageNotification,
  type CancellationToken,
  type CodeAction,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { fixAll, type FixRequest } from '../core/engine/fix.ts';
import { ruleIds, type Edit, type Finding, type RuleId } from '../index.ts';
import { toAnnotatedEdit } from './convert.ts';
import type { CorpusText } from './corpus-texts.ts';
import { toDiagnostic } from './diagnostics.ts';
import { describe, look, type JudgedArticle } from './judgements.ts';
import { recordsEdits } from './records/file-fix.ts';
import { RecordsTable } from './records/records-table.ts';
import type { Session } from './session.ts';
import { originOf, parentOf, pathOfUri, plain } from './uris.ts';

/** A rule whose problems are to be fixed in all articles of the open folders, or of one folder in them. */
export interface CorpusTicket {
  readonly uri: string;
  readonly everywhere: RuleId;
  /** The folder, with all that is below it; all that are open if left out. */
  readonly folder?: string;
}

export function isCorpusTicket(value: unknown): value is CorpusTicket {
  const ticket = value as Partial<CorpusTicket> | null | undefined;
  return (
    typeof ticket?.uri === 'string' &&
    ruleIds.some((id) => id === ticket.everywhere) &&
    ['string', 'undefined'].includes(typeof ticket.folder)
  );
}

/**
 * Offers to fix what a rule finds in the article's folder and in the whole corpus. Only to a client that shows a preview in which each
 * article can be left out, for nobody has seen those articles yet.
 */
export function corpusActions(
  session: Session,
  { document }: JudgedArticle,
  fixable: readonly Finding[],
): CodeAction[] {
  const { abilities, configurations, host } = session;
  if (
    !abilities.previewsEdits ||
    !abilities.actions.resolvesEdit ||
    !configurations.folders.some((folder) => host.reaches(folder))
  )
    return [];
  const { say } = abilities;
  const { uri } = document;
  const folder = parentOf(originOf(uri).uri);
  const isWhole = configurations.folders.some((open) => plain(open) === plain(folder));
  return [...new Set(fixable.map(({ rule }) => rule))].flatMap((rule) => {
    const diagnostics = fixable
      .filter((finding) => finding.rule === rule)
      .map((finding) => toDiagnostic(document, finding, abilities));
    const inFolder: CorpusTicket = { uri, everywhere: rule, folder };
    const inCorpus: CorpusTicket = { uri, everywhere: rule };
    const inFolderTitle = say('Fix all problems of this kind in this folder, with a preview ({rule})', {
      rule,
    });
    const inCorpusTitle = say('Fix all problems of this kind in the corpus, with a preview ({rule})', {
      rule,
    });
    return [
      ...(isWhole ? [] : [{ title: inFolderTitle, kind: 'quickfix', diagnostics, data: inFolder }]),
      { title: inCorpusTitle, kind: 'quickfix', diagnostics, data: inCorpus },
    ];
  });
}

/**
 * The edits of all articles and of all files of records, each of which waits to be confirmed. Files that are too
 * large for an editor are named to its user and left out.
 */
export async function fixCorpus(
  session: Session,
  { everywhere, folder }: CorpusTicket,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  const request: FixRequest = { safeties: ['safe', 'review'], rules: [everywhere] };
  const changed: Parameters<typeof toAnnotatedEdit>[0][number][] = [];
  const left = new Set<string>();
  const within = folder === undefined ? '' : `${plain(folder)}/`;
  const reader = {
    token,
    wanted: (uri: string) => plain(uri).startsWith(within),
    left: (uri: string) => left.add(uri),
  };
  for await (const text of session.corpus.texts(reader)) {
    const { document, open, whole } = text;
    if (!whole) {
      left.add(document.uri);
      continue;
    }
    const edits = await editsOf(session, text, request, token);
    if (edits.length > 0) changed.push({ document, edits, version: open ? document.version : null });
  }
  tellLeft(session, [...left], 'copydesk fix');
  return toAnnotatedEdit(changed, { label: `Copydesk: ${everywhere}`, needsConfirmation: true });
}

async function editsOf(
  { connection, judgements }: Session,
  { document, judging, format }: CorpusText,
  request: FixRequest,
  token: CancellationToken,
): Promise<readonly Edit[]> {
  if (format === undefined) {
    const memory = judgements.memoryOf(document.uri);
    return fixAll(document.getText(), (current) => look(current, judging, memory).findings, request).edits;
  }
  const records = new RecordsTable(format, (what, error) => {
    connection.console.error(`Copydesk failed on ${what} of ${document.uri} (${describe(error)}).`);
  });
  records.update(document, judging);
  await records.finish(token);
  return recordsEdits(records, request, token);
}

/** Names files to the user that are too large to be taken into what was asked for, and what takes them. */
export function tellLeft(
  { connection, abilities: { say } }: Pick<Session, 'connection' | 'abilities'>,
  uris: readonly string[],
  command: string,
): void {
  if (uris.length === 0) return;
  const files = uris.map((uri) => pathOfUri(uri).replace(/^.*\//u, '')).join(', ');
  void connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Warning,
    message: say(
      'Left out, because an editor can’t hold files of more than 50 MB: {files}. “{command}” takes them on the command line.',
      { files, command },
    ),
  });
}

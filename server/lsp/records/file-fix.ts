import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import type { FixRequest } from '../../core/engine/fix.ts';
import { applyEdits, preferredFix, ruleIds, type Edit, type RuleId } from '../../index.ts';
import { toWorkspaceEdit } from '../convert.ts';
import { cancelled, modified } from '../requests.ts';
import type { Session } from '../session.ts';
import type { Entry } from './entry.ts';
import { recordFixes } from './fixes.ts';
import { RecordDocument } from './record-document.ts';
import type { MadeEdits, RecordsTable } from './records-table.ts';

/** What is to be fixed in all records of a file. */
export interface FileTicket {
  readonly uri: string;
  readonly file: 'safe' | { readonly rule: RuleId };
}

export function isFileTicket(value: unknown): value is FileTicket {
  const ticket = value as { uri?: unknown; file?: { rule?: unknown } | string } | null | undefined;
  if (typeof ticket?.uri !== 'string') return false;
  const { file } = ticket;
  return file === 'safe' || (typeof file === 'object' && ruleIds.some((id) => id === file.rule));
}

/** So long, in milliseconds, records are fixed before whatever else was asked gets its turn. */
const slice = 12;

/** The edit that fixes all records, once all of them are judged. @throws ResponseError where the file changed. */
export async function fixFile(
  { judgements, abilities }: Session,
  { uri, file }: FileTicket,
  token?: CancellationToken,
): Promise<WorkspaceEdit> {
  const records = (await judgements.of(uri))?.records;
  if (!records) throw modified();
  await records.finish(token);
  const request: FixRequest =
    file === 'safe' ? { safeties: ['safe'] } : { safeties: ['safe', 'review'], rules: [file.rule] };
  const edits = await recordsEdits(records, request, token);
  return toWorkspaceEdit(records.file, edits, abilities.documentChanges);
}

/** The edits of the file that fix its records, all of which are judged. @throws ResponseError where it changed. */
export async function recordsEdits(
  records: RecordsTable,
  request: FixRequest,
  token: CancellationToken | undefined,
): Promise<readonly Edit[]> {
  const { version } = records.file;
  const made = new Map<Entry, MadeEdits>();
  let end = performance.now() + slice;
  for (const entry of records.entries) {
    if (!concerns(entry, request)) continue;
    const judged = records.article(entry);
    if (judged?.document instanceof RecordDocument) {
      const own = recordFixes(judged, request);
      const edits = judged.document.rawEdits(own) ?? [];
      if (edits.length > 0) made.set(entry, { edits, text: applyEdits(judged.document.getText(), own) });
    }
    if (performance.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token?.isCancellationRequested) throw cancelled();
    if (records.file.version !== version) throw modified();
    end = performance.now() + slice;
  }
  return records.readBack(made);
}

function concerns({ seen }: Entry, { safeties, rules }: FixRequest): boolean {
  return (
    seen?.findings.some((finding) => {
      const safety = preferredFix(finding)?.safety;
      return safety !== undefined && safeties.includes(safety) && (!rules || rules.includes(finding.rule));
    }) ?? false
  );
}

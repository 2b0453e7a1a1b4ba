import { LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { languageTag } from '../../formats/language-tag.ts';
import type { Edit } from '../../index.ts';
import { toRange, toWorkspaceEdit } from '../convert.ts';
import {
  recordEditMethod,
  recordMethod,
  type OpenedRecord,
  type RecordEditParams,
  type RecordParams,
} from '../messages.ts';
import { inTheirWords, modified } from '../requests.ts';
import type { Session } from '../session.ts';
import type { Entry } from './entry.ts';
import type { RecordDocument } from './record-document.ts';
import type { RecordsFormat } from './records-format.ts';
import type { RecordsTable } from './records-table.ts';
import { editsBetween, fieldEdits, shownText } from './rewrite.ts';

/** Gives a client the article of a record to be edited by itself, and the edit of the file that it comes to. */
export function serveOpening(session: Session): void {
  const { connection, judgements, abilities } = session;
  const recordsOf = async (uri: unknown): Promise<RecordsTable | undefined> =>
    typeof uri === 'string' ? (await judgements.of(uri))?.records : undefined;

  connection.onRequest(recordMethod, async (params: RecordParams): Promise<OpenedRecord | null> => {
    const records = await recordsOf(params.uri);
    const entry = records && find(records, params);
    return entry ? opened(records, entry) : null;
  });
  const edit = async (params: RecordEditParams): Promise<WorkspaceEdit> => {
    const records = await recordsOf(params.uri);
    const entry = records?.find({ key: params.key });
    if (!records || !entry) throw modified();
    const document = records.document(entry);
    if (shownText(document.getText()) !== params.before) throw modified();
    return toWorkspaceEdit(
      records.file,
      rawEdits(document, records.format, params.after),
      abilities.documentChanges,
    );
  };
  connection.onRequest(recordEditMethod, (params: RecordEditParams) => inTheirWords(session, edit(params)));
}

/** The record that is meant: the one with the key; else one that still reads so; else the one of that number. */
function find(records: RecordsTable, { record, position, key, text }: RecordParams): Entry | undefined {
  const { entries } = records;
  if (position) return records.at(position);
  const known = key === undefined ? undefined : records.find({ key });
  if (known) return known;
  const numbered = typeof record === 'number' ? entries[record - 1] : undefined;
  if (text === undefined) return numbered;
  const reads = (entry: Entry): boolean => articleText(records, entry) === text;
  if (numbered && reads(numbered)) return numbered;
  return entries.find(reads);
}

function articleText(records: RecordsTable, entry: Entry): string | undefined {
  return records.source(entry) && shownText(records.document(entry).getText());
}

function opened(records: RecordsTable, entry: Entry): OpenedRecord | null {
  const source = records.source(entry);
  if (!source) return null;
  const language = source.language === undefined ? undefined : languageTag(source.language);
  return {
    record: records.entries.indexOf(entry) + 1,
    key: entry.key,
    name: records.nameOf(entry),
    text: shownText(source.map.text),
    range: toRange(records.file, entry),
    ...(language !== undefined && { language }),
  };
}

/** @throws ResponseError where the file can't hold what the article became. */
function rawEdits(document: RecordDocument, format: RecordsFormat, after: string): readonly Edit[] {
  const text = document.getText();
  if (shownText(text) === after) return [];
  if (format === 'wet') throw new ResponseError(LSPErrorCodes.RequestFailed, readOnly);
  const tried = [fieldEdits(text, document.fields, after), editsBetween(text, after)];
  for (const edits of tried) if (edits && document.rawEdits(edits)) return document.editsInFile(edits);
  throw new ResponseError(LSPErrorCodes.RequestFailed, document.fields.length > 2 ? inElements : inTwoFields);
}

const readOnly =
  'A web archive is only read: each of its records says how many bytes it has and gives a checksum of them, which a change would make wrong. Take the articles out first, into .txt or .jsonl.';

const inElements =
  'The file keeps each paragraph in an element of its own, and can’t hold this: words can change, but no paragraph can be added, joined with another or left empty. Do that in the file by hand.';

const inTwoFields =
  'The file keeps headline and text in two fields, and can’t hold this. Let the headline be the first paragraph, with a blank line below it, and leave neither of them empty.';

import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isArticleName, isInProgramFolder } from '../../formats/article-name.ts';
import type { Abilities } from '../abilities.ts';
import type { Judging } from '../configurations.ts';
import { movedDown } from '../convert.ts';
import { capped, mostShown, unreadable } from '../diagnostics.ts';
import type { HostFile } from '../host.ts';
import { isConfigurationUri } from '../uris.ts';
import { holdsArticles } from './plausible.ts';
import { problemsOf } from './diagnostics.ts';
import { recordsFormatOf, type RecordsFormat } from './records-format.ts';
import { RecordsTable } from './records-table.ts';

/** A longer file, in bytes, is read part by part. Editors open none that is longer for their extensions. */
const longest = 50 * 1024 * 1024;

/** So much of a long file, in UTF-16 units, is judged at once. */
const part = 4 * 1024 * 1024;

/** Whether a file may be or hold articles, by its name (a path) alone. */
export function mayHoldArticles(path: string): boolean {
  if (isArticleName(path)) return true;
  return recordsFormatOf(path, '') !== undefined && !isInProgramFolder(path);
}

/** The format of a file that is to be looked into for records; undefined for others. */
export function formatToCheck(uri: string, { listed, fields }: Judging): RecordsFormat | undefined {
  const format = isConfigurationUri(uri) ? undefined : recordsFormatOf(uri, '', fields.format);
  if (format === 'markdown' || format === 'html') return listed ? format : undefined;
  if (format === 'json') return listed || Object.keys(fields).length > 0 ? format : undefined;
  return format;
}

/** A file of records that is too large to be read at once, and can't be read part by part. */
export class TooLarge extends Error {}

/** The text of a file of records, or a part of one that is too long to be read at once. */
interface Part {
  readonly text: string;
  /** Whether it is all of the file. */
  readonly whole: boolean;
  /** How many lines of the file stand before it. */
  readonly line: number;
}

/**
 * What stands in a file of records that is not open; nothing where they are no articles.
 *
 * @throws TooLarge where it can't be read; whatever reading it throws.
 */
export async function* partsOf({
  file,
  format,
  judging,
}: Pick<Task, 'file' | 'format' | 'judging'>): AsyncGenerator<Part> {
  if ((file.size ?? 0) <= longest) {
    const text = await file.read();
    if (isCorpus({ format, judging }, text)) yield { text, whole: true, line: 0 };
    return;
  }
  if (format !== 'json-lines' || !file.parts) throw new TooLarge(file.uri);
  let [waiting, line, first] = ['', 0, true];
  for await (const chunk of file.parts()) {
    waiting += chunk;
    if (waiting.length < part) continue;
    const end = waiting.lastIndexOf('\n') + 1;
    if (end === 0) continue;
    if (first && !isCorpus({ format, judging }, waiting)) return;
    first = false;
    const text = waiting.slice(0, end);
    yield { text, whole: false, line };
    line += text.split('\n').length - 1;
    waiting = waiting.slice(end);
  }
  if (waiting !== '') yield { text: waiting, whole: false, line };
}

/** What is needed to judge a file of records that is not open. */
interface Task {
  readonly file: HostFile;
  readonly format: RecordsFormat;
  readonly judging: Judging;
  readonly abilities: Abilities;
  readonly token: CancellationToken;
  failed(this: void, what: string, error: unknown): void;
}

/** The problems of all records of a file that is not open, the gravest of many. @throws Whatever reading it throws. */
export async function fileDiagnostics(task: Task): Promise<Diagnostic[]> {
  const { abilities, judging, token } = task;
  let items: Diagnostic[] = [];
  let left = 0;
  try {
    for await (const { text, whole, line } of partsOf(task)) {
      const found = await judged(task, text);
      if (whole) return capped({ items: found, left, abilities });
      const all = [...items, ...found.map((one) => moved(one, line))];
      items = all.sort((one, other) => (one.severity ?? 1) - (other.severity ?? 1)).slice(0, mostShown - 1);
      left += all.length - items.length;
      if (token.isCancellationRequested) return [];
    }
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const message =
      'This file is too large to be judged here (more than 50 MB). “copydesk check” and “copydesk fix” take it on the command line; as JSON Lines it could be of any size.';
    return judging.listed ? [unreadable(abilities.retell(message))] : [];
  }
  return capped({ items, left, abilities });
}

function isCorpus(
  { format, judging: { fields, listed } }: Pick<Task, 'format' | 'judging'>,
  text: string,
): boolean {
  return holdsArticles({ text, format, fields, listed });
}

async function judged(
  { file, format, judging, abilities, token, failed }: Task,
  text: string,
): Promise<Diagnostic[]> {
  const records = new RecordsTable(format, failed);
  records.update(TextDocument.create(file.uri, format, 0, text), judging);
  await records.finish(token);
  return problemsOf(records, abilities);
}

/** A problem of a part of a file, as many lines further down. */
function moved(diagnostic: Diagnostic, lines: number): Diagnostic {
  const { range, relatedInformation } = diagnostic;
  return {
    ...diagnostic,
    range: movedDown(range, lines),
    ...(relatedInformation && {
      relatedInformation: relatedInformation.map((related) => ({
        ...related,
        location: { ...related.location, range: movedDown(related.location.range, lines) },
      })),
    }),
  };
}

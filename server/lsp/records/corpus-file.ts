import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isArticleName, isInProgramFolder } from '../../formats/article-name.ts';
import type { Abilities } from '../abilities.ts';
import type { Judging } from '../configurations.ts';
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
  const format = isConfigurationUri(uri) ? undefined : recordsFormatOf(uri, '');
  if (format === 'markdown') return listed ? format : undefined;
  if (format === 'json') return listed || Object.keys(fields).length > 0 ? format : undefined;
  return format;
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

/** The problems of all records of a file that is not open. @throws Whatever reading it throws. */
export async function fileDiagnostics(task: Task): Promise<Diagnostic[]> {
  const { file, format } = task;
  if ((file.size ?? 0) > longest) {
    if (format === 'json-lines' && file.parts)
      return capped({ ...(await linesProblems(task, file.parts)), abilities: task.abilities });
    const message =
      'This file is too large to be judged here (more than 50 MB). “copydesk check” and “copydesk fix” take it on the command line; as JSON Lines it could be of any size.';
    return task.judging.listed ? [unreadable(task.abilities.retell(message))] : [];
  }
  const text = await file.read();
  return isCorpus(task, text)
    ? capped({ items: await judged(task, text), left: 0, abilities: task.abilities })
    : [];
}

function isCorpus({ format, judging: { fields, listed } }: Task, text: string): boolean {
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

/** The problems of a file of any size: the gravest, and how many there are besides. */
async function linesProblems(
  task: Task,
  parts: NonNullable<HostFile['parts']>,
): Promise<{ readonly items: Diagnostic[]; readonly left: number }> {
  let [items, left, line, waiting, first]: [Diagnostic[], number, number, string, boolean] = [
    [],
    0,
    0,
    '',
    true,
  ];
  const judge = async (text: string): Promise<void> => {
    const found = await judged(task, text);
    const all = [...items, ...found.map((one) => moved(one, line))];
    items = all.sort((one, other) => (one.severity ?? 1) - (other.severity ?? 1)).slice(0, mostShown - 1);
    left += all.length - items.length;
    line += text.split('\n').length - 1;
  };
  for await (const chunk of parts()) {
    waiting += chunk;
    if (waiting.length < part) continue;
    const end = waiting.lastIndexOf('\n') + 1;
    if (end === 0) continue;
    if (first && !isCorpus(task, waiting)) return { items: [], left: 0 };
    first = false;
    await judge(waiting.slice(0, end));
    if (task.token.isCancellationRequested) return { items: [], left: 0 };
    waiting = waiting.slice(end);
  }
  if (waiting !== '') await judge(waiting);
  return { items, left };
}

/** A problem of a part of a file, as many lines further down. */
function moved(diagnostic: Diagnostic, lines: number): Diagnostic {
  const place = ({ start, end }: Diagnostic['range']): Diagnostic['range'] => ({
    start: { ...start, line: start.line + lines },
    end: { ...end, line: end.line + lines },
  });
  const { range, relatedInformation } = diagnostic;
  return {
    ...diagnostic,
    range: place(range),
    ...(relatedInformation && {
      relatedInformation: relatedInformation.map((related) => ({
        ...related,
        location: { ...related.location, range: place(related.location.range) },
      })),
    }),
  };
}

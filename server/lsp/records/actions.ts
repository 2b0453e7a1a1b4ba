import {
  CodeActionKind,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Command,
} from 'vscode-languageserver';
import type { RuleId } from '../../index.ts';
import {
  actionsAt,
  asksFor,
  asksForAll,
  doesAnything,
  fixAllKind,
  fixCommand,
  isFixable,
  isSafelyFixable,
} from '../code-actions.ts';
import { openRecordCommand, type RecordPlace } from '../messages.ts';
import type { Session } from '../session.ts';
import { fixFile, type FileTicket } from './file-fix.ts';
import { articlesIn } from './reading.ts';
import type { RecordsTable } from './records-table.ts';
import { toSpan } from '../convert.ts';

/** Of a selection of more records only what concerns all of the file is offered. */
const mostRecords = 20;

/** An action that concerns all records of a file. */
interface Offer {
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly ticket: FileTicket;
}

/** What can be done about the records in a range of a file, and about all of them. */
export async function recordsActions(
  session: Session,
  records: RecordsTable,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<(CodeAction | Command)[]> {
  if (!doesAnything(session)) return [];
  const { range, context } = params;
  const touched = records.within(toSpan(records.file, range));
  const here = touched.length <= mostRecords ? articlesIn(records, range) : [];
  const { uri } = records.file;
  const offers: Offer[] = [];
  if (asksFor(CodeActionKind.QuickFix, context.only)) {
    const span = (judged: (typeof here)[number]): { start: number; end: number } =>
      toSpan(judged.document, range);
    const rules = new Set(
      here.flatMap((judged) =>
        judged.analysis.findings
          .filter(({ start, end }) => start <= span(judged).end && span(judged).start <= end)
          .filter(isFixable)
          .map(({ rule }) => rule),
      ),
    );
    offers.push(...[...rules].flatMap((rule) => ruleOffer(session, records, rule)));
  }
  if (asksForAll(context)) {
    const { say, locale } = session.abilities;
    const safe = records.entries.reduce(
      (sum, { seen }) => sum + (seen?.findings.filter(isSafelyFixable).length ?? 0),
      0,
    );
    const title =
      safe === 1
        ? say('Fix the one problem in this file that is safe to fix')
        : say('Fix all {count} problems in this file that are safe to fix', {
            count: safe.toLocaleString(locale),
          });
    if (safe > 0) offers.push({ title, kind: fixAllKind, ticket: { uri, file: 'safe' } });
  }
  const own = here.flatMap((judged) => actionsAt(session, judged, params));
  const all = await Promise.all(offers.map((offer) => toAction(session, offer, token)));
  return [...own, ...all, ...openAction(session, records, params)];
}

function ruleOffer({ abilities }: Session, { entries, file }: RecordsTable, rule: RuleId): Offer[] {
  const concerned = entries.filter(({ seen }) =>
    seen?.findings.some((finding) => finding.rule === rule && isFixable(finding)),
  );
  if (concerned.length < 2) return [];
  return [
    {
      title: abilities.say('Fix all problems of this kind in {count} articles of this file ({rule})', {
        count: concerned.length.toLocaleString(abilities.locale),
        rule,
      }),
      kind: CodeActionKind.QuickFix,
      ticket: { uri: file.uri, file: { rule } },
    },
  ];
}

async function toAction(
  session: Session,
  { title, kind, ticket }: Offer,
  token: CancellationToken,
): Promise<CodeAction | Command> {
  const { literals, resolvesEdit } = session.abilities.actions;
  if (!literals) return { title, command: fixCommand, arguments: [ticket] };
  return {
    title,
    kind,
    ...(resolvesEdit ? { data: ticket } : { edit: await fixFile(session, ticket, token) }),
  };
}

/** A way from the raw text to the article, for a client that has one. */
function openAction(
  { opensRecords, abilities }: Session,
  records: RecordsTable,
  { range, context }: CodeActionParams,
): CodeAction[] {
  const entry = records.at(range.start);
  const asked = asksFor(openKind, context.only) && context.triggerKind !== 2;
  if (!opensRecords || !abilities.actions.literals || !entry || entry.seen?.bad || !asked) return [];
  if (records.format === 'markdown') return [];
  const place: RecordPlace = { uri: records.file.uri, record: records.entries.indexOf(entry) + 1 };
  const title = abilities.say('Open this record as an article');
  return [{ title, kind: openKind, command: { title, command: openRecordCommand, arguments: [place] } }];
}

/** It changes nothing, and stands below what does. */
const openKind = CodeActionKind.Refactor;

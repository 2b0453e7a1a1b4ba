import type { CodeLens } from 'vscode-languageserver';
import type { Say } from '../../index.ts';
import { sayProblems } from '../code-lens.ts';
import { fixCommand, isSafelyFixable, type FixTicket } from '../code-actions.ts';
import { toRange } from '../convert.ts';
import { openRecordCommand, type RecordPlace } from '../messages.ts';
import type { Session } from '../session.ts';
import type { Entry } from './entry.ts';
import type { RecordsTable } from './records-table.ts';

/** Of a file with more records those have lenses in which something is wrong, and of these so many. */
const most = 1_000;

/** Above each record: a way to open it as an article, how much is wrong with it, and what is safe to put right. */
export function recordsLenses(session: Session, records: RecordsTable): CodeLens[] {
  // One article in a file needs no way into it.
  const opens = session.opensRecords && records.format !== 'markdown';
  const { entries, file } = records;
  const read = entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => !entry.seen?.bad);
  const wrong = read.filter(({ entry }) => (entry.seen?.findings.length ?? 0) > 0);
  return (opens && read.length <= most ? read : wrong.slice(0, most)).flatMap(({ entry, index }) => {
    const range = toRange(file, { start: entry.start, end: entry.start });
    const place: RecordPlace = { uri: file.uri, record: index + 1 };
    return [
      ...(opens
        ? [
            {
              range,
              command: {
                title: session.abilities.say('Open article'),
                command: openRecordCommand,
                arguments: [place],
              },
            },
          ]
        : []),
      ...problemsLens(file.uri, entry, session.abilities.say).map((command) => ({ range, command })),
    ];
  });
}

function problemsLens(uri: string, { seen }: Entry, say: Say): NonNullable<CodeLens['command']>[] {
  if (!seen || seen.findings.length === 0) return [];
  const problems = sayProblems(seen.findings.length, say);
  const safe = seen.findings.filter(isSafelyFixable).length;
  if (safe === 0) return [{ title: problems, command: '' }];
  const ticket: FixTicket = { uri, judgement: seen.id, what: 'safe' };
  return [
    {
      title: say('{problems}, {safe} safe: fix', { problems, safe: String(safe) }),
      command: fixCommand,
      arguments: [ticket],
    },
  ];
}

import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../../index.ts';
import type { Abilities } from '../abilities.ts';
import { capped, gravity, mostShown, source, toDiagnostic } from '../diagnostics.ts';
import { toRange } from '../convert.ts';
import type { Entry } from './entry.ts';
import type { RecordsTable } from './records-table.ts';

/** A problem of a record, or why it is none. */
interface Shown {
  readonly entry: Entry;
  readonly finding?: Finding;
}

/** The problems of all records, the gravest first, and of what is no record why. */
export function recordsDiagnostics(records: RecordsTable, abilities: Abilities): Diagnostic[] {
  const all = shownOf(records);
  const most = all.length <= mostShown ? all.length : mostShown - 1;
  return capped({
    items: all.slice(0, most).map((one) => toProblem(records, one, abilities)),
    left: all.length - most,
    abilities,
  });
}

/** All of them, however many. */
export function problemsOf(records: RecordsTable, abilities: Abilities): Diagnostic[] {
  return shownOf(records).map((one) => toProblem(records, one, abilities));
}

function shownOf({ entries }: RecordsTable): Shown[] {
  const all: Shown[] = [];
  for (const entry of entries) {
    if (entry.seen?.bad) all.push({ entry });
    for (const finding of entry.seen?.findings ?? []) all.push({ entry, finding });
  }
  // They stay in the order of the file where they are as grave as each other.
  return all.sort((one, other) => gravityOf(one) - gravityOf(other));
}

function toProblem(records: RecordsTable, { entry, finding }: Shown, abilities: Abilities): Diagnostic {
  return finding
    ? toDiagnostic(records.document(entry), finding, abilities)
    : badDiagnostic(records, entry, abilities);
}

function gravityOf({ finding }: Shown): number {
  return finding ? gravity[finding.severity] : gravity.warning;
}

function badDiagnostic(
  { file }: RecordsTable,
  { start, end, seen }: Entry,
  { retell, say }: Abilities,
): Diagnostic {
  const at = start + (seen?.bad?.at ?? 0);
  return {
    range: toRange(file, { start: Math.min(at, Math.max(start, end)), end: Math.max(at, end) }),
    severity: DiagnosticSeverity.Warning,
    source,
    message: say('This record is no article that can be read. {why}', { why: retell(seen?.bad?.why ?? '') }),
  };
}

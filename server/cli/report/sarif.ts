import type { Log, Region, Replacement, ReportingDescriptor, Result } from 'sarif';
import { keptMark } from '../../core/engine/kept.ts';
import { messageOf, rules, titleOf, type Edit, type Finding, type Span, type Severity } from '../../index.ts';
import { version } from '../version.ts';
import { jsonOf } from './visible.ts';
import type { Entries, Frame, Judged } from './report.ts';

/** SARIF 2.1.0 (OASIS), which code hosts and editors read. Results come one by one, as in the JSON report. */
export function sarifFrame(): Frame {
  const descriptors: ReportingDescriptor[] = rules.map(({ id, summary, why, severity }) => ({
    id,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${why}` },
    help: { text: `${summary} ${why} “copydesk explain ${id}” tells more.` },
    defaultConfiguration:
      severity === 'off' ? { enabled: false } : { enabled: true, level: levels[severity] },
  }));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Copydesk', version, semanticVersion: version, rules: descriptors } },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  };
  const [begin = '', end = ''] = jsonOf(log).split('"results":[]');
  return { begin: `${begin}"results":[\n`, between: ',\n', end: () => `\n]${end}\n` };
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const ruleIndex = new Map<string, number>(rules.map(({ id }, index) => [id, index]));

export const sarifEntries: Entries = function* (judged) {
  for (const finding of judged.findings) yield jsonOf(resultOf(judged, finding));
};

function resultOf(judged: Judged, finding: Finding): Result {
  const artifactLocation = { uri: encodeURI(judged.name).replace(/[?#]/g, encodeURIComponent) };
  return {
    ruleId: finding.rule,
    ruleIndex: ruleIndex.get(finding.rule) ?? -1,
    level: levels[finding.severity],
    message: { text: messageOf(finding) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(judged.inFile(finding), judged) } }],
    partialFingerprints: { 'copydesk/v1': keptMark(judged.text, finding) },
    ...(finding.fixes.length > 0 && {
      fixes: finding.fixes.map((fix) => ({
        description: { text: titleOf(finding, fix) },
        artifactChanges: [{ artifactLocation, replacements: replacementsOf(fix.edits, judged) }],
      })),
    }),
  };
}

function replacementsOf(edits: readonly Edit[], judged: Judged): Replacement[] {
  return (judged.editsInFile(edits) ?? []).map((edit) => ({
    deletedRegion: regionOf(edit, judged),
    insertedContent: { text: edit.newText },
  }));
}

/** A span of the file. */
function regionOf({ start, end }: Span, { placeInFile }: Judged): Region {
  const [from, to] = [placeInFile(start), placeInFile(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    charOffset: start,
    charLength: end - start,
  };
}

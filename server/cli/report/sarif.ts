import type { Log, ReportingDescriptor, Result } from 'sarif';
import { keptMark } from '../../core/engine/kept.ts';
import {
  messageOf,
  rules,
  titleOf,
  type Edit,
  type Finding,
  type LineIndex,
  type Severity,
} from '../../index.ts';
import { version } from '../version.ts';
import { jsonOf } from './visible.ts';
import type { Entries, Frame } from './report.ts';

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

export const sarifEntries: Entries = function* ({ name, text, findings, lines }) {
  for (const finding of findings) yield jsonOf(resultOf(name, text, finding, lines()));
};

function resultOf(name: string, text: string, finding: Finding, index: LineIndex): Result {
  const artifactLocation = { uri: encodeURI(name).replace(/[?#]/g, encodeURIComponent) };
  return {
    ruleId: finding.rule,
    ruleIndex: ruleIndex.get(finding.rule) ?? -1,
    level: levels[finding.severity],
    message: { text: messageOf(finding) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding, index) } }],
    partialFingerprints: { 'copydesk/v1': keptMark(text, finding) },
    ...(finding.fixes.length > 0 && {
      fixes: finding.fixes.map((fix) => ({
        description: { text: titleOf(finding, fix) },
        artifactChanges: [
          { artifactLocation, replacements: fix.edits.map((edit) => replacementOf(edit, index)) },
        ],
      })),
    }),
  };
}

function replacementOf(
  edit: Edit,
  index: LineIndex,
): {
  deletedRegion: ReturnType<typeof regionOf>;
  insertedContent: { text: string };
} {
  return { deletedRegion: regionOf(edit, index), insertedContent: { text: edit.newText } };
}

function regionOf(
  { start, end }: { readonly start: number; readonly end: number },
  index: LineIndex,
): {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  charOffset: number;
  charLength: number;
} {
  const [from, to] = [index.placeAt(start), index.placeAt(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    charOffset: start,
    charLength: end - start,
  };
}

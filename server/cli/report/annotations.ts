import { keptMark } from '../../core/engine/kept.ts';
import { messageOf, type Severity } from '../../index.ts';
import type { Entries, Frame } from './report.ts';
import { jsonOf, visible } from './visible.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions: each becomes a note beside the line in the pull request. */
export const githubEntries: Entries = function* ({ name, findings, placeAt }) {
  for (const finding of findings) {
    const [start, end] = [placeAt(finding.start), placeAt(finding.end)];
    const places = [
      `file=${property(name)}`,
      `line=${String(start.line + 1)}`,
      `endLine=${String(end.line + 1)}`,
      `col=${String(start.character + 1)}`,
      ...(start.line === end.line ? [`endColumn=${String(end.character + 1)}`] : []),
      `title=${property(finding.rule)}`,
    ];
    yield `::${commands[finding.severity]} ${places.join(',')}::${data(messageOf(finding))}\n`;
  }
};

/** As the runner's own toolkit escapes them. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const gitlabSeverities: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

export const gitlabFrame: Frame = { begin: '[\n', between: ',\n', end: () => '\n]\n' };

/** GitLab's code quality report, a subset of Code Climate's. */
export const gitlabEntries: Entries = function* ({ name, record, text, findings, placeAt }) {
  // A fingerprint must be the file's alone, and the same finding twice in one place must have two.
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const mark = keptMark(text, finding);
    const times = seen.get(mark) ?? 0;
    seen.set(mark, times + 1);
    yield jsonOf({
      description: messageOf(finding),
      check_name: finding.rule,
      fingerprint: `${mark}-${String(times)}-${name}${record === undefined ? '' : `#${String(record)}`}`,
      severity: gitlabSeverities[finding.severity],
      location: { path: name, lines: { begin: placeAt(finding.start).line + 1 } },
    });
  }
};

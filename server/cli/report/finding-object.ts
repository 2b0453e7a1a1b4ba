import { messageOf, titleOf, type Finding, type Safety, type Severity } from '../../index.ts';
import type { Judged } from './report.ts';

/**
 * A finding as programs get it. This is a contract: keys may be added after these, none of these may
 * change its name or its meaning. Offsets count UTF-16 units of the decoded text without a byte order mark.
 */
export interface FindingObject {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly fixes: readonly FixObject[];
  /** Which of its file's records the article is, from 1; only where the file holds several. */
  readonly record?: number;
}

interface FixObject {
  readonly title: string;
  readonly safety: Safety;
  /** Whether it is the one to make where nobody chooses. */
  readonly preferred: boolean;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[];
}

/** A finding of an article in the shape of the contract. */
export function findingObject(judged: Judged, finding: Finding): FindingObject {
  const place = judged.placeAt(finding.start);
  const { start, end } = judged.inFile(finding);
  return {
    file: judged.name,
    rule: finding.rule,
    severity: finding.severity,
    message: messageOf(finding),
    start,
    end,
    line: place.line + 1,
    column: place.character + 1,
    fixes: finding.fixes.map((fix, position) => ({
      title: titleOf(finding, fix),
      safety: fix.safety,
      preferred: position === 0 && fix.safety !== 'choice',
      edits: (judged.editsInFile(fix.edits) ?? []).map((edit) => ({
        start: edit.start,
        end: edit.end,
        newText: edit.newText,
      })),
    })),
    ...(judged.record !== undefined && { record: judged.record }),
  };
}

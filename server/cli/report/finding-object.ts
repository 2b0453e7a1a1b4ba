import { messageOf, titleOf, type Finding, type LineIndex, type Safety, type Severity } from '../../index.ts';

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
}

interface FixObject {
  readonly title: string;
  readonly safety: Safety;
  /** Whether it is the one to make where nobody chooses. */
  readonly preferred: boolean;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[];
}

/** A finding in the shape of the contract. `file` is the article's name as the user gave it. */
export function findingObject(file: string, finding: Finding, index: LineIndex): FindingObject {
  const place = index.placeAt(finding.start);
  return {
    file,
    rule: finding.rule,
    severity: finding.severity,
    message: messageOf(finding),
    start: finding.start,
    end: finding.end,
    line: place.line + 1,
    column: place.character + 1,
    fixes: finding.fixes.map((fix, position) => ({
      title: titleOf(finding, fix),
      safety: fix.safety,
      preferred: position === 0 && fix.safety !== 'choice',
      edits: fix.edits.map(({ start, end, newText }) => ({ start, end, newText })),
    })),
  };
}

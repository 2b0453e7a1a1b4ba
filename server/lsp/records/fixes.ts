import { fixAll, type FixRequest } from '../../core/engine/fix.ts';
import type { Edit } from '../../index.ts';
import { look, type JudgedArticle } from '../judgements.ts';
import { RecordDocument } from './record-document.ts';

/**
 * What fixing a record again and again until none of the wanted fixes is left changes in its article. Where its
 * file can't hold all of that together, what the first round changes; nothing where it can't hold that either.
 */
export function recordFixes(
  { document, analysis, judging }: JudgedArticle,
  request: FixRequest,
): readonly Edit[] {
  const text = document.getText();
  for (const most of [Infinity, 1]) {
    let rounds = 0;
    const findings = (current: string): readonly (typeof analysis.findings)[number][] => {
      if (rounds++ >= most) return [];
      return current === text ? analysis.findings : look(current, judging).findings;
    };
    const { edits } = fixAll(text, findings, request);
    if (!(document instanceof RecordDocument) || document.rawEdits(edits)) return edits;
  }
  return [];
}

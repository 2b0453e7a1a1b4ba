import type { Position, TextEdit } from 'vscode-languageserver';
import { preferredFix, type Edit, type RuleId } from '../index.ts';
import { toOffset, toRange } from './convert.ts';
import type { JudgedArticle } from './judgements.ts';

/** What is typed when a paragraph, and the speech in it, is at its end. */
export const endOfParagraph = '\n';

const rule: RuleId = 'quotes/never-closed';

/**
 * The closing mark that a paragraph lacks which has just been ended, as an edit. Only where words in the same
 * paragraph that say who spoke follow the speech: without them it may go on in the next paragraph, whose first mark
 * is yet to be typed, and nobody can tell where it ends.
 */
export function closingEdits({ document, analysis }: JudgedArticle, position: Position): TextEdit[] {
  const { article, findings } = analysis;
  const typed = toOffset(document, position);
  const paragraph = article.paragraphs.findLast(({ end }) => end <= typed);
  // Between what was ended and the cursor nothing may stand but the breaks that were typed.
  if (!paragraph || article.text.slice(paragraph.end, typed).trim() !== '') return [];
  const within = ({ start, end }: { start: number; end: number }): boolean =>
    paragraph.start <= start && end <= paragraph.end;
  const open = findings.filter((finding) => finding.rule === rule && within(finding));
  const [finding, ...others] = open;
  if (!finding || others.length > 0) return [];
  const fix = preferredFix(finding);
  const [edit, ...more] = fix && fix.safety !== 'choice' ? fix.edits : [];
  if (!edit || more.length > 0 || !isInsertion(edit) || !within(edit)) return [];
  const isAttributed = article.quotations.some(
    ({ start, attribution: { cue } }) =>
      start === finding.start && cue && cue.start >= edit.start && within(cue),
  );
  return isAttributed ? [{ range: toRange(document, edit), newText: edit.newText }] : [];
}

function isInsertion({ start, end, newText }: Edit): boolean {
  return start === end && newText !== '';
}

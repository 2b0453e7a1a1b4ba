import type { Defect, DefectKind } from '../article.ts';
import { surroundings } from '../text/surroundings.ts';
import type { Report, Rule, RuleId, Safety, Severity } from './rule.ts';

/** What sets one rule about quotation marks apart from another. */
interface MarkRule {
  readonly id: RuleId;
  readonly kind: DefectKind;
  readonly summary: string;
  readonly why: string;
  readonly severity: Severity;
  /** The finding's sentence; `{mark}` is the mark to blame, `{right}` the one that should stand. */
  readonly message: string;
  /** The sentence where nothing tells which of two repairs is meant. */
  readonly undecided?: string;
  /** What the partner of the mark is, where there is one. */
  readonly partner?: string;
  /** What the first repair does. */
  readonly title: string;
  /** What a repair does that only takes the mark away. */
  readonly removal?: string;
  /** What the other repairs do, for a person to choose; `{context}` shows the place. */
  readonly other?: string;
  /** How its fixes are to be treated, where that is not: the first to review, further ones to choose from. */
  readonly fixes?: readonly Safety[];
}

/** A rule that reports one kind of defect that the reading of the marks has found. */
export function defineMarkRule(definition: MarkRule): Rule {
  const { id, kind, summary, why, severity, message, partner, undecided, title, removal, other } = definition;
  const fixes = definition.fixes ?? (other ? ['review', 'choice'] : ['review']);
  return {
    id,
    summary,
    why,
    severity,
    fixes,
    messages: { found: message, ...(undecided ? { undecided } : {}), ...(partner ? { partner } : {}) },
    titles: { repair: title, ...(removal ? { remove: removal } : {}), ...(other ? { other } : {}) },
    check({ article, report }) {
      for (const defect of article.defects) {
        if (defect.kind !== kind) continue;
        const [first] = defect.repairs;
        report({
          start: defect.start,
          end: defect.end,
          message: undecided && defect.undecided ? 'undecided' : 'found',
          data: { mark: defect.mark, right: first?.mark ?? '' },
          related: partner && defect.partner ? [{ ...defect.partner, message: 'partner' }] : [],
          fixes: defect.repairs.map((repair, index) =>
            toFix(article.text, defect, repair, index, definition),
          ),
        });
      }
    },
  };
}

function toFix(
  text: string,
  defect: Defect,
  repair: Defect['repairs'][number],
  index: number,
  { removal, other }: MarkRule,
): NonNullable<Report['fixes']>[number] {
  const [edit] = repair.edits;
  const data = {
    mark: repair.mark || defect.mark,
    wrong: defect.mark,
    context: surroundings(text, edit ?? { start: defect.start, end: defect.start, newText: repair.mark }),
  };
  if (index > 0 && other) return { title: 'other', data, safety: 'choice', edits: repair.edits };
  return {
    title: removal && repair.mark === '' ? 'remove' : 'repair',
    data,
    safety: defect.undecided ? 'choice' : 'review',
    edits: repair.edits,
  };
}

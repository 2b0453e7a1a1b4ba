import { lineToDelete, type ResiduePattern } from '../parse/residue.ts';
import { slice } from '../text/span.ts';
import type { Rule, RuleId, Severity } from './rule.ts';

/** What sets one rule about residual lines apart from another. */
interface ResidueRule {
  readonly id: RuleId;
  readonly summary: string;
  readonly why: string;
  readonly severity: Severity;
  /** The finding's sentence; `{line}` is the line. */
  readonly message: string;
  readonly residue: readonly ResiduePattern[];
}

/** A rule that reports each line of its patterns and deletes it with its blank line. */
export function defineResidueRule(definition: ResidueRule): Rule {
  const { id, summary, why, severity, message, residue } = definition;
  return {
    id,
    summary,
    why,
    severity,
    fixes: ['safe'],
    unnecessary: true,
    messages: { found: message },
    titles: { delete: 'Delete this line' },
    residue,
    check({ article, report }) {
      for (const line of article.residue) {
        if (line.rule !== id) continue;
        const edit = { ...lineToDelete(article, line), newText: '' };
        report({
          ...line,
          message: 'found',
          data: { line: slice(article.text, line) },
          fixes: [{ title: 'delete', safety: 'safe', edits: [edit] }],
        });
      }
    },
  };
}

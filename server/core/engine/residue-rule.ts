import { lineToDelete } from '../parse/line-deletion.ts';
import type { ResiduePattern } from '../parse/residue.ts';
import { slice } from '../text/span.ts';
import type { Rule, RuleId, Safety, Severity } from './rule.ts';

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

/** A line in a message is cut here; more would hide the rest of the sentence. UTF-16 units. */
const longestShown = 80;

/** A rule that reports each line of its patterns and deletes it with its blank line. */
export function defineResidueRule(definition: ResidueRule): Rule {
  const { id, summary, why, severity, message, residue } = definition;
  const safeties = new Set<Safety>(
    residue.map((pattern) => (pattern.kind === 'page' ? 'review' : (pattern.safety ?? 'safe'))),
  );
  return {
    id,
    summary,
    why,
    severity,
    fixes: (['safe', 'review'] as const).filter((safety) => safeties.has(safety)),
    unnecessary: true,
    messages: { found: message },
    titles: { delete: 'Delete this line' },
    residue,
    check({ article, report }) {
      for (const line of article.residue) {
        if (line.rule !== id) continue;
        const edit = { ...lineToDelete(article, line), newText: '' };
        report({
          start: line.start,
          end: line.end,
          message: 'found',
          data: { line: shown(slice(article.text, line)) },
          fixes: [{ title: 'delete', safety: line.safety, edits: [edit] }],
        });
      }
    },
  };
}

function shown(line: string): string {
  return line.length <= longestShown ? line : `${line.slice(0, longestShown).trimEnd()}…`;
}

import { composeEdits } from '../text/compose.ts';
import { applyEdits, EditSet, type Edit } from '../text/edit.ts';
import type { Finding, Fix, RuleId, Safety } from './rule.ts';

/** Which fixes to make. */
export interface FixRequest {
  /** A finding's first fix is made if its safety is one of these. */
  readonly safeties: readonly Safety[];
  /** Only findings of these rules; all rules if left out. */
  readonly rules?: readonly RuleId[];
}

export interface FixResult {
  readonly text: string;
  /** What was changed, as edits of the text that was given. */
  readonly edits: readonly Edit[];
  /** How many findings were fixed, by rule. */
  readonly fixed: ReadonlyMap<RuleId, number>;
  /** What is left in `text` afterwards. */
  readonly findings: readonly Finding[];
}

/**
 * After this many rounds fixing stops, whatever is left. Each round makes every fix that does not collide
 * with another of its round, so two or three are the rule; the limit only guards against fixes that undo
 * each other, which the property tests forbid.
 */
const mostRounds = 10;

/** The fix that is made without asking: the first one. */
export function preferredFix(finding: Finding): Fix | undefined {
  return finding.fixes[0];
}

/**
 * Makes the requested fixes again and again until none is left to make. Fixing the result once more
 * changes nothing.
 */
export function fixAll(
  text: string,
  analyse: (text: string) => readonly Finding[],
  request: FixRequest,
): FixResult {
  const wanted = request.rules && new Set<RuleId>(request.rules);
  const rounds: (readonly Edit[])[] = [];
  const fixed = new Map<RuleId, number>();
  let current = text;
  let findings = analyse(current);
  while (rounds.length < mostRounds) {
    const round = new EditSet();
    for (const finding of findings) {
      const fix = preferredFix(finding);
      if (!fix || !request.safeties.includes(fix.safety)) continue;
      if (wanted && !wanted.has(finding.rule)) continue;
      if (fix.edits.some((edit) => round.collides(edit))) continue;
      for (const edit of fix.edits) round.add(edit);
      fixed.set(finding.rule, (fixed.get(finding.rule) ?? 0) + 1);
    }
    if (round.edits.length === 0) break;
    rounds.push(round.edits);
    current = applyEdits(current, round.edits);
    findings = analyse(current);
  }
  return { text: current, edits: composeEdits(text.length, rounds), fixed, findings };
}

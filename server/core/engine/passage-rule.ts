import type { Article } from '../article.ts';
import type { Rule, RuleId, Safety, Severity } from './rule.ts';

/** What a rule looks for within lines. */
export interface PassagePattern {
  readonly name: string;
  /** Characters or words without which nothing can match; looked for first, because most articles have none. */
  readonly needs: string;
  /** Global; linear by test, on an article of any length. */
  readonly passage: RegExp;
  /** Key into the rule's messages; `found` if left out. */
  readonly message?: string;
  /** What stands there instead; an empty text if left out. Null where the match is none. */
  readonly instead?: (match: RegExpExecArray, article: Article) => string | null;
  readonly safety: Exclude<Safety, 'choice'>;
  readonly severity?: Severity;
  /** Where the fact comes from. */
  readonly source: string;
}

interface PassageRule {
  readonly id: RuleId;
  readonly summary: string;
  readonly why: string;
  readonly severity: Severity;
  readonly unnecessary?: boolean;
  /** The findings' sentences; `{passage}` is what was found, `{instead}` what the fix puts there. */
  readonly messages: Readonly<Record<string, string>>;
  /** Titles of the fix: `delete`, and `replace` if any pattern replaces. */
  readonly titles: Readonly<Record<string, string>>;
  readonly passages: readonly PassagePattern[];
  /** Whether a passage counts at all in this article. */
  readonly applies?: (article: Article) => boolean;
}

/** A passage in a message is cut here. UTF-16 units. */
const longestShown = 60;

/** A rule that reports passages within lines and deletes or replaces them. */
export function definePassageRule(definition: PassageRule): Rule {
  const { id, summary, why, severity, unnecessary, messages, titles, passages, applies } = definition;
  const safeties = new Set<Safety>(passages.map(({ safety }) => safety));
  return {
    id,
    summary,
    why,
    severity,
    fixes: (['safe', 'review'] as const).filter((safety) => safeties.has(safety)),
    ...(unnecessary === undefined ? {} : { unnecessary }),
    messages,
    titles,
    check({ article, report }) {
      const { text } = article;
      if (applies?.(article) === false) return;
      let end = 0;
      for (const { match, pattern } of matchesOf(text, passages)) {
        const start = match.index;
        if (start < end) continue;
        const instead = pattern.instead ? pattern.instead(match, article) : '';
        if (instead === null) continue;
        end = start + match[0].length;
        const data = { passage: shown(match[0]), instead: shown(instead), count: String(match[0].length) };
        report({
          start,
          end,
          message: pattern.message ?? 'found',
          data,
          ...(pattern.severity ? { severity: pattern.severity } : {}),
          fixes: [
            {
              title: instead === '' ? 'delete' : 'replace',
              data,
              safety: pattern.safety,
              edits: [{ start, end, newText: instead }],
            },
          ],
        });
      }
    },
  };
}

/** All matches of all patterns in the order of the text; of two at one place the longer one first. */
function matchesOf(
  text: string,
  passages: readonly PassagePattern[],
): { match: RegExpExecArray; pattern: PassagePattern }[] {
  return passages
    .filter(({ needs }) => text.includes(needs))
    .flatMap((pattern) => Array.from(text.matchAll(pattern.passage), (match) => ({ match, pattern })))
    .sort((one, other) => one.match.index - other.match.index || other.match[0].length - one.match[0].length);
}

function shown(passage: string): string {
  const line = passage.replace(/\s/gu, ' ');
  return line.length <= longestShown ? line : `${line.slice(0, longestShown)}…`;
}

import type { Paragraph } from '../article.ts';
import type { MessageData, RuleContext } from './rule.ts';

/** A paragraph with the language or script it is in, where that is not the article's own; null where it is. */
export interface JudgedParagraph {
  readonly paragraph: Paragraph;
  readonly other: string | null;
}

/** Paragraphs one after the other in the same other language or script. */
interface Run {
  readonly other: string;
  readonly paragraphs: Paragraph[];
}

/** Runs of paragraphs in another language or script than their article: one finding each. */
export function strangeRuns(judged: readonly JudgedParagraph[]): readonly Run[] {
  const runs: Run[] = [];
  let before: string | null = null;
  for (const { paragraph, other } of judged) {
    if (other !== null && before === other) runs.at(-1)?.paragraphs.push(paragraph);
    else if (other !== null) runs.push({ other, paragraphs: [paragraph] });
    before = other;
  }
  return runs;
}

/** Reports each run by the rule's message `other`, or `several` for more than one paragraph. */
export function reportRuns(
  report: RuleContext['report'],
  runs: readonly Run[],
  dataOf: (other: string) => MessageData,
): void {
  for (const { other, paragraphs } of runs) {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)];
    if (!first || !last) continue;
    report({
      start: first.start,
      end: last.end,
      message: paragraphs.length === 1 ? 'other' : 'several',
      data: { ...dataOf(other), count: String(paragraphs.length) },
    });
  }
}

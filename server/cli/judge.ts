import { analyse, LineIndex, type Finding, type Quotation } from '../index.ts';
import type { ReadArticle } from './articles.ts';
import type { Judged } from './report/report.ts';
import type { Session } from './session.ts';

/** The article with what is wrong with it. */
export function judge({ name, decoded, judgement }: ReadArticle): Judged {
  const { article, findings } = analyse(decoded.text, judgement.settings);
  return judged(name, decoded.text, findings, article.quotations);
}

/** A text and what is wrong with it, ready to be told of. */
export function judged(
  name: string,
  text: string,
  findings: readonly Finding[],
  quotations: readonly Quotation[] = [],
): Judged {
  let lines: LineIndex | undefined;
  return { name, text, findings, quotations, lines: () => (lines ??= new LineIndex(text)) };
}

/** Whether a finding makes the exit code 1. A hint is a matter of taste, so it must not stop a commit. */
export function counts({ severity }: Finding): boolean {
  return severity !== 'hint';
}

/** Does something with an article; where the program itself fails, that is told and the run goes on. */
export async function guarded<T>(session: Session, name: string, work: () => T): Promise<T | undefined> {
  try {
    return work();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    await session.fail(
      name,
      `Copydesk failed on this article (${said}). It was left as it is; please report this.`,
    );
    return undefined;
  }
}

import type { Finding, Severity } from '../../index.ts';

const forms = {
  article: ['article', 'articles'],
  problem: ['problem', 'problems'],
  quotation: ['quotation', 'quotations'],
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['piece of information', 'pieces of information'],
  hint: ['hint', 'hints'],
} as const;

/** A number with its noun: “1 article”, “1,200 articles”. */
export function counted(count: number, noun: keyof typeof forms): string {
  return `${count.toLocaleString('en-US')} ${forms[noun][count === 1 ? 0 : 1]}`;
}

const gravestFirst: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What a run found, counted while the articles go by. */
export class Tally {
  articles = 0;
  articlesWithFindings = 0;
  findings = 0;
  /** Findings whose first fix is safe, and those whose first fix is likely. */
  readonly fixable = { safe: 0, review: 0, choice: 0 };
  readonly #severities = new Map<Severity, number>();

  add(findings: readonly Finding[]): void {
    this.articles++;
    if (findings.length > 0) this.articlesWithFindings++;
    this.findings += findings.length;
    for (const { severity, fixes } of findings) {
      this.#severities.set(severity, (this.#severities.get(severity) ?? 0) + 1);
      if (fixes[0]) this.fixable[fixes[0].safety]++;
    }
  }

  /** “2 errors and 1 warning”. */
  get severities(): string {
    const parts = gravestFirst.flatMap((severity) => {
      const count = this.#severities.get(severity) ?? 0;
      return count > 0 ? [counted(count, severity)] : [];
    });
    const last = parts.pop() ?? '';
    return parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
  }

  /** “3 problems (2 errors and 1 warning) in 2 of 7 articles”. */
  get whatStands(): string {
    const where =
      this.articles === 1
        ? '1 article'
        : `${this.articlesWithFindings.toLocaleString('en-US')} of ${counted(this.articles, 'article')}`;
    return `${counted(this.findings, 'problem')} (${this.severities}) in ${where}`;
  }

  /** What to say where nothing was found. */
  get cleanSentence(): string {
    return `Nothing to mend in ${counted(this.articles, 'article')}.\n`;
  }
}

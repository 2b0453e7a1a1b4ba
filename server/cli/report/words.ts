import type { Safety, Severity } from '../../index.ts';
import type { Sum } from '../work/job.ts';

const forms = {
  article: ['article', 'articles'],
  problem: ['problem', 'problems'],
  quotation: ['quotation', 'quotations'],
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['piece of information', 'pieces of information'],
  hint: ['hint', 'hints'],
  exception: ['exception', 'exceptions'],
  file: ['file', 'files'],
} as const;

/** A number with its noun: “1 article”, “1,200 articles”. */
export function counted(count: number, noun: keyof typeof forms): string {
  return `${grouped(count)} ${forms[noun][count === 1 ? 0 : 1]}`;
}

/** A whole number with its thousands parted: “1,200”. Asking the runtime for it would load all its locales. */
export function grouped(count: number): string {
  return String(count).replace(/\d(?=(?:\d{3})+$)/g, '$&,');
}

/** Whether findings make the exit code 1. A hint is a matter of taste, so it must not stop a commit. */
export function counts({ findings, severities }: Pick<Sum, 'findings' | 'severities'>): boolean {
  return findings > (severities.hint ?? 0);
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

  add({ findings, severities, fixable }: Sum): void {
    this.articles++;
    if (findings > 0) this.articlesWithFindings++;
    this.findings += findings;
    for (const severity of gravestFirst) {
      this.#severities.set(severity, (this.#severities.get(severity) ?? 0) + (severities[severity] ?? 0));
    }
    for (const safety of Object.keys(this.fixable) as Safety[]) this.fixable[safety] += fixable[safety] ?? 0;
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
        : `${grouped(this.articlesWithFindings)} of ${counted(this.articles, 'article')}`;
    return `${counted(this.findings, 'problem')} (${this.severities}) in ${where}`;
  }

  /** What to say where nothing was found. */
  get cleanSentence(): string {
    return `Nothing to mend in ${counted(this.articles, 'article')}.\n`;
  }
}

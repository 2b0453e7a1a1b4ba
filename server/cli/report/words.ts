import type { Safety, Severity } from '../../index.ts';
import { titleOfArticle, type Totals } from './report.ts';
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
  other: ['other', 'others'],
  record: ['record', 'records'],
} as const;

/** A number with its noun: “1 article”, “1,200 articles”. */
export function counted(count: number, noun: keyof typeof forms): string {
  return `${grouped(count)} ${forms[noun][count === 1 ? 0 : 1]}`;
}

/** A whole number with its thousands parted: “1,200”. Asking the runtime for it would load all its locales. */
export function grouped(count: number): string {
  const digits = String(count);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join();
}

/**
 * Whether findings make the exit code 1: those that are at least so grave. Unless somebody says otherwise a
 * hint does not count: it is a matter of taste, so it must not stop a commit.
 */
export function counts({ severities }: Pick<Sum, 'severities'>, least: Severity = 'information'): boolean {
  return gravestFirst
    .slice(0, gravestFirst.indexOf(least) + 1)
    .some((severity) => (severities[severity] ?? 0) > 0);
}

const gravestFirst: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** So many of the worst articles are remembered. */
const mostWorst = 25;

/** Articles with more findings than this are counted together. */
const widest = 20;

/** What a run found, counted while the articles go by. */
export class Tally implements Totals {
  articles = 0;
  articlesWithFindings = 0;
  findings = 0;
  /** Findings whose first fix is safe, and those whose first fix is likely. */
  readonly fixable = { safe: 0, review: 0, choice: 0 };
  readonly spread: number[] = Array.from({ length: widest + 1 }, () => 0);
  readonly #severities = new Map<string, number>();
  readonly #rules = new Map<string, number>();
  readonly #languages = new Map<string, number>();
  readonly #folders = new Map<string, number>();
  #worst: [string, number][] = [];

  add(name: string, { record, findings, severities, fixable, rules, language }: Sum): void {
    this.articles++;
    if (findings > 0) this.articlesWithFindings++;
    this.findings += findings;
    const step = Math.min(findings, widest);
    this.spread[step] = (this.spread[step] ?? 0) + 1;
    for (const [severity, count] of Object.entries(severities)) add(this.#severities, severity, count);
    for (const [rule, count] of Object.entries(rules)) add(this.#rules, rule, count ?? 0);
    for (const safety of Object.keys(this.fixable) as Safety[]) this.fixable[safety] += fixable[safety] ?? 0;
    add(this.#languages, language, findings);
    add(this.#folders, name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '.', findings);
    if (findings > 0)
      this.#worst.push([titleOfArticle({ name, ...(record !== undefined && { record }) }), findings]);
    if (this.#worst.length > 8 * mostWorst) this.#worst = mostFirst(this.#worst).slice(0, mostWorst);
  }

  get byRule(): [string, number][] {
    return mostFirst([...this.#rules]);
  }

  get byLanguage(): [string, number][] {
    return mostFirst([...this.#languages]);
  }

  get byFolder(): [string, number][] {
    return mostFirst([...this.#folders]);
  }

  get worst(): [string, number][] {
    return mostFirst(this.#worst).slice(0, mostWorst);
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

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function mostFirst(counts: readonly [string, number][]): [string, number][] {
  return [...counts].sort(([one, some], [other, more]) => more - some || (one < other ? -1 : 1));
}

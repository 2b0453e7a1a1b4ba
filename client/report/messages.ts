/** What the extension and the page of the cleaning report say to each other. Types alone. */

/** Something that is counted, and how often. */
export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** How far the corpus was at the end of a day’s last check. */
export interface ProgressPoint {
  /** The day in the time of whoever looked, as YYYY-MM-DD. */
  readonly day: string;
  readonly articles: number;
  /** Articles without a problem. */
  readonly sound: number;
  readonly problems: number;
}

/** An article with problems. */
export interface WorstArticle extends Counted {
  readonly uri: string;
}

/** What is to be said of a corpus as a whole; lists have the most frequent first. */
export interface Overview {
  readonly articles: number;
  readonly sound: number;
  readonly problems: number;
  readonly byRule: readonly Counted[];
  /** By the folder that is open, or the folder right in it: a source of articles, as most corpora are laid out. */
  readonly bySource: readonly Counted[];
  /** By BCP 47 tag. */
  readonly byLanguage: readonly Counted[];
  /** How many articles have no problem, one, two …; the last: that many or more. */
  readonly spread: readonly number[];
  readonly worst: readonly WorstArticle[];
}

/** The words of the page in the language of the interface. `{0}` stands for a number. */
export interface ReportWords {
  readonly title: string;
  readonly summary: string;
  readonly nothing: string;
  readonly check: string;
  readonly byRule: string;
  readonly bySource: string;
  readonly byLanguage: string;
  readonly spread: string;
  readonly worst: string;
  readonly progress: string;
  readonly oneDay: string;
  readonly sound: string;
  readonly problems: string;
  readonly day: string;
  readonly inNumbers: string;
  readonly others: string;
}

export interface ToReportPage {
  readonly words: ReportWords;
  /** Nothing while the corpus was never checked. */
  readonly overview: Overview | undefined;
  readonly progress: readonly ProgressPoint[];
  /** BCP 47 tag by which numbers and days are written. */
  readonly locale: string;
  readonly direction: 'rtl' | 'ltr';
}

export type FromReportPage =
  | { readonly type: 'ready' }
  | { readonly type: 'check' }
  | { readonly type: 'open'; readonly uri: string }
  | { readonly type: 'rule'; readonly rule: string };

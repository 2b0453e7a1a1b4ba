/** What one run of the suite came to; handed to the runner as JSON in the file that `COPYDESK_REPORT` names. */
export interface Report {
  readonly passed: number;
  readonly failed: number;
  /** Title and reason of each test that failed. */
  readonly failures: readonly { readonly title: string; readonly reason: string }[];
  /** The test that had begun when this was written; nothing when all had ended. */
  readonly running?: string;
  /** What was measured on the way: lines for people. */
  readonly figures: readonly string[];
}

const figures: string[] = [];

/** Notes a measured figure, to be printed after the tests. */
export function note(figure: string): void {
  figures.push(figure);
}

export function notedFigures(): readonly string[] {
  return figures;
}

import type { TestEvent } from 'node:test/reporters';

/** What one run of tests came to. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Tests that proved nothing, because this machine lacks what they need: each with its reason. */
  readonly skipped: readonly string[];
}

/** Writes how many tests passed and failed, as JSON; suites count by their tests alone. */
export default async function* countingReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { data } = event;
    // A file whose tests were counted is no test of its own; one that could not even be loaded is a failure.
    const container = data.details.type === 'suite';
    if (event.type === 'test:pass') {
      if (container && data.skip === undefined) continue;
      // A test that is only planned is a gap that somebody left.
      if (data.todo !== undefined) failed++;
      else if (data.skip !== undefined)
        skipped.push(typeof data.skip === 'string' ? `${data.name} (${data.skip})` : data.name);
      else passed++;
    } else if (!container) failed++;
  }
  yield JSON.stringify({ passed, failed, skipped } satisfies Counts);
}

import type { TestEvent } from 'node:test/reporters';

/** What one run of Node's test runner came to: a test that was skipped or only planned proves nothing. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Writes how many tests passed and failed, as JSON; suites count by their tests alone. */
export default async function* countingReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { data } = event;
    // A file whose tests were counted is no test of its own; one that could not even be loaded is a failure.
    const container = data.details.type === 'suite';
    if (event.type === 'test:pass') {
      if (container) continue;
      if (data.skip !== undefined || data.todo !== undefined) failed++;
      else passed++;
    } else if (!container) failed++;
  }
  yield JSON.stringify({ passed, failed } satisfies Counts);
}

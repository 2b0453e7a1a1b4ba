/** The middle of some runs, with the shortest and the longest, in milliseconds. */
export interface Measured {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Times something a few times, once before for whatever is made at the first use. */
export async function measure(runs: number, work: (run: number) => unknown): Promise<Measured> {
  await work(-1);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work(run);
    times.push(performance.now() - started);
  }
  return summary(times);
}

/** The middle of times that were measured elsewhere. */
export function summary(times: readonly number[]): Measured {
  const sorted = [...times].sort((one, other) => one - other);
  return { median: sorted[sorted.length >> 1] ?? NaN, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
}

/** A time as people read it. */
export function milliseconds(time: number): string {
  return time < 10 ? `${time.toFixed(2)} ms` : `${time.toFixed(0)} ms`;
}

/** A measurement in words: the median, and between what the runs lay. */
export function spread({ median, least, most }: Measured): string {
  return `${milliseconds(median)} (${milliseconds(least)} to ${milliseconds(most)})`;
}

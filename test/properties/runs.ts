import type { Parameters } from 'fast-check';

/** How many times as many articles to try: `COPYDESK_EFFORT=50 node --test test/properties` looks longer. */
const effort = Number(process.env['COPYDESK_EFFORT'] ?? 1);

/**
 * How a property is tried. The articles are the same each time, so that a change is never blamed for what
 * chance found; with more effort they are others.
 */
export function runs(number: number): Parameters<unknown> {
  return effort === 1 ? { numRuns: number, seed: 20_231_128 } : { numRuns: Math.ceil(number * effort) };
}

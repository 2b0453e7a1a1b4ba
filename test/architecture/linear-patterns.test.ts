import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Linter } from 'eslint';
import { rules } from '../../server/index.ts';
import { linearPatterns } from '../../scripts/linear-patterns.mjs';

/**
 * An article may hold anything, so no pattern may take more than linear time on it. Those that stand in the
 * code are checked by ESLint where they stand; here by the same rules those that are put together when the
 * program runs, as far as they can be reached from the rules' data.
 */

interface Found {
  readonly place: string;
  readonly pattern: RegExp;
}

function* patternsIn(value: unknown, place: string, seen = new Set<unknown>()): Generator<Found> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (value instanceof RegExp) yield { place, pattern: value };
  else for (const [key, inner] of Object.entries(value)) yield* patternsIn(inner, `${place}.${key}`, seen);
}

/** Why a pattern may take more than linear time; nothing if it can't. */
function objectionsTo(pattern: RegExp): string[] {
  return new Linter()
    .verify(`export const pattern = ${String(pattern)};`, linearPatterns)
    .map(({ message }) => message);
}

describe('patterns made when the program runs', () => {
  it('are told apart: linear ones pass, others do not', () => {
    for (const linear of [/^\[ad_[0-9]{1,2}\]$/, /\s+/gu, /^(?:source|quelle)\s*:?$/iu, /[^\r\n]+/g]) {
      assert.deepEqual(objectionsTo(linear), [], String(linear));
    }
    for (const costly of [/(a+)+$/, /^(?:a|a)*$/, /\s+$/u, /^\s*a*\s*\s*$/, /^(?:(?:ab)*)*c/]) {
      assert.notDeepEqual(objectionsTo(costly), [], String(costly));
    }
  });

  it('take linear time', () => {
    const patterns = rules.flatMap((rule) => [...patternsIn(rule, rule.id)]);
    assert.ok(patterns.length > 0, 'No pattern was found, so nothing was checked.');
    const costly = patterns.flatMap(({ place, pattern }) =>
      objectionsTo(pattern).map((objection) => `${place} ${String(pattern)}: ${objection}`),
    );
    assert.deepEqual(costly, []);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from 'scslre';
import { rules } from '../../server/index.ts';

/**
 * Every pattern that can be reached from the rules' data. An article may hold anything, a megabyte of spaces
 * as well, so none may take more than linear time. Patterns written as literals in the code are checked
 * by ESLint (`regexp/no-super-linear-…`); this test checks those that are put together when the program runs.
 */
function* patternsIn(value: unknown, path: string, seen = new Set<unknown>()): Generator<[string, RegExp]> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (value instanceof RegExp) yield [path, value];
  else for (const [key, inner] of Object.entries(value)) yield* patternsIn(inner, `${path}.${key}`, seen);
}

/** What repeats in a text so that the pattern takes more than linear time on it; nothing if there is none. */
function attackOn({ source, flags }: RegExp): string[] {
  // A pattern that is anchored at its beginning is tried at one place only, so a slow start costs nothing.
  return analyse(
    { source, flags },
    { reportTypes: { Move: !source.startsWith('^'), Self: true, Trade: true } },
  ).reports.map(({ type, character }) => `${type}: ${character.pick}`);
}

describe('patterns made when the program runs', () => {
  const patterns = rules.flatMap((rule) => [...patternsIn(rule, rule.id)]);

  it('are found', () => {
    assert.ok(patterns.length > 0);
  });

  it('are told apart: linear ones pass, others do not', () => {
    for (const linear of [/^\[ad_[0-9]{1,2}\]$/, /\s+/gu, /^(?:source|quelle)\s*:?$/iu]) {
      assert.deepEqual(attackOn(linear), [], String(linear));
    }
    for (const costly of [/(a+)+$/, /\s+$/u, /^\s*a*\s*\s*$/, /^(?:(?:ab)*)*c/]) {
      assert.notDeepEqual(attackOn(costly), [], String(costly));
    }
  });

  it('take linear time', () => {
    const costly = patterns.flatMap(([path, pattern]) =>
      attackOn(pattern).map((attack) => `${path} ${String(pattern)} repeats ${attack}`),
    );
    assert.deepEqual(costly, []);
  });
});

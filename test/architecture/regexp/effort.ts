import { attacksOn, type Attack } from './attacks.ts';

/**
 * How often the unit is repeated while the pattern keeps up. The first steps are small: an exponential pattern
 * that just kept up must not be given so much more that it never ends.
 */
const repetitions = [16, 20, 24, 29, 35, 42, 50, 60, 72, 86, 100, 200, 800, 3200, 12_800];

/** Milliseconds in which a pattern that reads each character a few times is through with the longest text. */
const plenty = 10;

/** A text four times as long takes a linear pattern four times as long, a quadratic one sixteen times. */
const steepest = 8;

/**
 * An attack under which a pattern's effort grows faster than the text; nothing if there is none. `longest`
 * is the length of text that the pattern is ever given.
 */
export function overpowering(pattern: RegExp, longest = Infinity): (Attack & { times: number }) | undefined {
  for (const attack of attacksOn(pattern)) {
    for (const times of repetitions.filter((times) => times * attack.unit.length <= longest)) {
      const time = leastTime(pattern, attack, times);
      if (time <= plenty) continue;
      if (time > steepest * leastTime(pattern, attack, times / 4)) return { ...attack, times };
      // Slow, but no slower by the character than it was.
      break;
    }
  }
  return undefined;
}

/** The shortest of three runs: whatever else the machine does only lengthens some of them. */
function leastTime(pattern: RegExp, { prefix, unit, suffix }: Attack, times: number): number {
  const text = prefix + unit.repeat(times) + suffix;
  let least = Infinity;
  for (let run = 0; run < 3; run++) {
    const started = performance.now();
    pattern.lastIndex = 0;
    text.replace(pattern, '');
    least = Math.min(least, performance.now() - started);
    if (least <= plenty / 20) break;
  }
  return least;
}

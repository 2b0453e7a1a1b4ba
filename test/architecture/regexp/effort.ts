import { attacksOn, type Attack } from './attacks.ts';

/** How long a text gets while the pattern keeps up: in steps small enough that a cube or a power shows in time. */
const lengths = [26, 100, 400, 1600, 6400, 25_600];

/** Milliseconds in which a pattern that reads each character a few times is through with the longest text. */
const plenty = 20;

/** A text four times as long takes a linear pattern four times as long, a quadratic one sixteen times. */
const steepest = 8;

/**
 * An attack under which a pattern's effort grows faster than the text; nothing if there is none. `longest`
 * is the length of text that the pattern is ever given.
 */
export function overpowering(pattern: RegExp, longest = Infinity): (Attack & { length: number }) | undefined {
  for (const attack of attacksOn(pattern)) {
    for (const length of lengths.filter((one) => one <= longest)) {
      const time = leastTime(pattern, attack, length);
      if (time <= plenty) continue;
      if (time > steepest * leastTime(pattern, attack, length / 4)) return { ...attack, length };
      // Slow, but no slower by the character than it was.
      break;
    }
  }
  return undefined;
}

/** The shortest of three runs: whatever else the machine does only lengthens some of them. */
function leastTime(pattern: RegExp, { prefix, unit, suffix }: Attack, length: number): number {
  const text = prefix + unit.repeat(Math.ceil(length / unit.length)) + suffix;
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

/** How many counters a sketch has, a power of two: 32 MB hold the lines of a corpus of millions of articles. */
const width = 1 << 22;

/** FNV-1a over UTF-16 units. */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) & (width - 1);
}

const seeds = [0x811c9dc5, 0x2c1b3c6d] as const;

/**
 * Counts texts in memory that does not grow with how many there are: a count-min sketch. A count may be too
 * high, where two texts share their counters; it is never too low.
 */
export class Sketch {
  readonly #rows = seeds.map(() => new Uint32Array(width));

  add(text: string): void {
    const least = this.count(text) + 1;
    this.#rows.forEach((row, index) => {
      const place = hashOf(text, seeds[index] ?? 0);
      // Counters that are higher already count others.
      row[place] = Math.max(row[place] ?? 0, least);
    });
  }

  count(text: string): number {
    return Math.min(...this.#rows.map((row, index) => row[hashOf(text, seeds[index] ?? 0)] ?? 0));
  }
}

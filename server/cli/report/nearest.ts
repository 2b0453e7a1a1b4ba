import { distance } from 'fastest-levenshtein';

/** Longer names are nobody's slip of the finger, and comparing takes the product of both lengths. */
const longest = 60;

/**
 * The name that was most likely meant, or undefined where none is near: one slip in three letters. The part
 * after a slash counts as well, for that is what people remember.
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > longest) return undefined;
  const candidates = names.map((known) => {
    const short = known.slice(known.indexOf('/') + 1);
    return { known, away: Math.min(distance(name, known), distance(name, short)) };
  });
  const [best] = candidates.sort((one, other) => one.away - other.away);
  return best && best.away <= Math.max(1, Math.floor(name.length / 3)) ? best.known : undefined;
}

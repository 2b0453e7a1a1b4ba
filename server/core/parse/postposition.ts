import type { ClauseFacts } from '../language.ts';
import { NounPhrases } from './noun-phrase.ts';
import type { Prose } from './prose.ts';
import type { SpeakerWords } from './speaker.ts';

/** The most words before a postposition. */
const longest = 12;

/** The noun phrase before a postposition that reports: «dem Gutachten zufolge». `from` is the first word it may use. */
export function beforePostposition(
  prose: Prose,
  facts: ClauseFacts,
  index: number,
  from: number,
): SpeakerWords | null {
  const phrases = new NounPhrases(prose, facts);
  for (let first = Math.max(from, index - longest); first < index; first++) {
    const phrase = phrases.read(first, { limit: index, oblique: true, front: true });
    if (phrase?.end === index) return { first, last: index };
  }
  return null;
}

import { mostNameWords, type Conventions, type Pair } from './conventions.ts';
import { beamCost } from './costs.ts';
import type { ParseMemory } from './memory.ts';
import type { Prose } from './prose.ts';
import { readSound, readWithRepairs, type Reading, type Step } from './reading.ts';

/** A paragraph as the fold takes it in. */
export interface FoldParagraph {
  readonly prose: Prose;
  readonly headline: boolean;
}

interface Chain {
  readonly cost: number;
  readonly carried: Pair | null;
  readonly steps: readonly Step[];
  readonly before: Chain | null;
}

/**
 * The steps of the cheapest reading of all paragraphs together, paragraph by paragraph. The state carried
 * from one to the next is the pair left open, so the work is linear in the article, and a paragraph whose
 * text and state are known is not read again.
 */
export function readParagraphs(
  paragraphs: readonly FoldParagraph[],
  conventions: Conventions,
  names: ReadonlyMap<string, number>,
  memory: ParseMemory,
): (readonly Step[])[] {
  const byFirstWord = indexOf(names);
  const remembered = (prose: Prose, headline: boolean, carriedIn: Pair | null): readonly Reading[] => {
    const input = { prose, conventions, carriedIn, headline };
    const state = carriedIn ? carriedIn.open + carriedIn.close : '';
    const key = `${conventions.key}|${String(headline)}|${state}|`;
    const sound = memory.readings(prose, `sound|${key}`, () => [readSound(input) ?? []].flat());
    if (sound.length > 0) return sound;
    const known = namesIn(prose, byFirstWord);
    return memory.readings(prose, `${key}${[...known].join('|')}`, () =>
      readWithRepairs({ ...input, names: known }),
    );
  };
  let chains: Chain[] = [{ cost: 0, carried: null, steps: [], before: null }];
  for (const { prose, headline } of paragraphs) {
    const next = new Map<Pair | null, Chain>();
    for (const chain of chains) {
      for (const reading of remembered(prose, headline, chain.carried)) {
        const cost = chain.cost + reading.cost;
        // A remembered reading holds the pairs of its time: equal to those of today, but not the same objects.
        const carried = reading.carried && (conventions.pairs[reading.carried.rank] ?? null);
        const rival = next.get(carried);
        if (!rival || cost < rival.cost)
          next.set(carried, { cost, carried, steps: reading.steps, before: chain });
      }
    }
    const lowest = Math.min(...[...next.values()].map((chain) => chain.cost));
    // Costs are counted from the cheapest chain, so that an article of any length keeps them exact.
    chains = [...next.values()]
      .filter((chain) => chain.cost <= lowest + beamCost)
      .map((chain) => ({ ...chain, cost: chain.cost - lowest }));
  }
  const steps: (readonly Step[])[] = [];
  let chain = chains.find((candidate) => candidate.carried === null) ?? null;
  for (; chain?.before; chain = chain.before) steps.push(chain.steps);
  return steps.reverse();
}

/** The names by their first word, which most words of a paragraph are not. */
function indexOf(names: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const name of names.keys()) {
    const end = name.indexOf(' ');
    const first = end < 0 ? name : name.slice(0, end);
    const others = index.get(first);
    if (others) others.push(name);
    else index.set(first, [name]);
  }
  return index;
}

/** Those of an article's names that a paragraph's words hold: nothing else of the article bears on its reading. */
function namesIn({ words, lexicon }: Prose, names: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  if (names.size === 0) return found;
  words.forEach(({ form }, first) => {
    // A mark that is missing after a joined prefix has joined the name to it.
    const bare = lexicon.joinedPrefixes.has(form.charAt(0)) ? form.slice(1) : form;
    for (const start of form === bare ? [form] : [form, bare]) {
      for (const name of names.get(start) ?? []) {
        const spoken = [start, ...words.slice(first + 1, first + mostNameWords).map((word) => word.form)];
        if (`${spoken.join(' ')} `.startsWith(`${name} `)) found.add(name);
      }
    }
  });
  return found;
}

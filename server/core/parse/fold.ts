import type { ArticleNames } from './article-names.ts';
import type { Conventions, Pair } from './conventions.ts';
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

/** What there is to say of a paragraph without marks that nothing runs into. */
const unmarked: readonly Reading[] = [{ cost: 0, steps: [], carried: null }];

/**
 * The steps of the cheapest reading of all paragraphs together, paragraph by paragraph. The state carried
 * from one to the next is the pair left open, so the work is linear in the article, and a paragraph whose
 * text and state are known is not read again.
 */
export function readParagraphs(
  paragraphs: readonly FoldParagraph[],
  conventions: Conventions,
  names: ArticleNames,
  memory: ParseMemory,
): (readonly Step[])[] {
  const remembered = ({ prose, headline }: FoldParagraph, carriedIn: Pair | null): readonly Reading[] => {
    if (!carriedIn && prose.marks.length === 0) return unmarked;
    const input = { prose, conventions, carriedIn, headline };
    const sound = memory.readings({ ...input, names: null }, () => [readSound(input) ?? []].flat());
    if (sound.length > 0) return sound;
    const held = names.heldBy(prose);
    return memory.readings({ ...input, names: held.key }, () =>
      readWithRepairs({ ...input, names: held.names }),
    );
  };
  let chains: readonly Chain[] = [{ cost: 0, carried: null, steps: [], before: null }];
  for (const paragraph of paragraphs) {
    chains = goOn(
      chains,
      chains.map((chain) => remembered(paragraph, chain.carried)),
    );
  }
  const steps: (readonly Step[])[] = [];
  let chain = chains.find((candidate) => candidate.carried === null) ?? null;
  for (; chain?.before; chain = chain.before) steps.push(chain.steps);
  return steps.reverse();
}

/** The chains that go on with the next paragraph, given the ways to read it after each. */
function goOn(chains: readonly Chain[], readings: readonly (readonly Reading[])[]): readonly Chain[] {
  const [only, ...others] = chains;
  const [way, ...ways] = readings[0] ?? [];
  // Costs are counted from the cheapest chain, so that an article of any length keeps them exact.
  if (only && way && others.length + ways.length === 0)
    return [{ cost: 0, carried: way.carried, steps: way.steps, before: only }];
  const next = new Map<Pair | null, Chain>();
  chains.forEach((chain, index) => {
    for (const { cost: more, carried, steps } of readings[index] ?? []) {
      const cost = chain.cost + more;
      const rival = next.get(carried);
      if (!rival || cost < rival.cost) next.set(carried, { cost, carried, steps, before: chain });
    }
  });
  const lowest = Math.min(...[...next.values()].map((chain) => chain.cost));
  return [...next.values()]
    .filter((chain) => chain.cost <= lowest + beamCost)
    .map((chain) => ({ ...chain, cost: chain.cost - lowest }));
}

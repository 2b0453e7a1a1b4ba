import type { ArticleNames, NamesHeld } from './article-names.ts';
import type { Conventions, Pair } from './conventions.ts';
import { beamCost } from './costs.ts';
import { KnownPlaces } from './places.ts';
import type { Prose } from './prose.ts';
import { readSound, readWithRepairs } from './reading.ts';
import { KnownReading } from './readings.ts';

/** A paragraph as the fold takes it in. */
export interface FoldParagraph {
  readonly prose: Prose;
  readonly headline: boolean;
}

interface Chain {
  readonly cost: number;
  readonly carried: Pair | null;
  readonly reading: KnownReading;
  readonly before: Chain | null;
}

/** All that there is to say of a paragraph without marks that no speech runs into. */
const unmarked: readonly [KnownReading] = [new KnownReading({ cost: 0, steps: [], carried: null })];

/**
 * The cheapest readings of all paragraphs together, one of each. The state carried from one to the next is
 * the pair left open, so the work is linear in the article, and a paragraph whose text and state are known
 * is not read again.
 */
export function readParagraphs(
  paragraphs: readonly FoldParagraph[],
  conventions: Conventions,
  names: ArticleNames,
): readonly KnownReading[] {
  // Each paragraph is read after all chains before the next one: they share the places of its missing marks.
  let places: { readonly of: Prose; readonly known: KnownPlaces } | undefined;
  const placesIn = (prose: Prose, { names: held }: NamesHeld): KnownPlaces => {
    if (places?.of !== prose)
      places = { of: prose, known: new KnownPlaces({ prose, conventions, names: held }) };
    return places.known;
  };
  const readingsOf = (
    { prose, headline }: FoldParagraph,
    carriedIn: Pair | null,
  ): readonly KnownReading[] => {
    if (!carriedIn && prose.marks.length === 0) return unmarked;
    const state = { conventions, carriedIn, headline };
    const sound = prose.readings.from({ ...state, names: null }, () =>
      [readSound({ ...state, prose }) ?? []].flat(),
    );
    if (sound.length > 0) return sound;
    const held = names.heldBy(prose);
    return prose.readings.from({ ...state, names: held.key }, () =>
      readWithRepairs({ ...state, prose }, placesIn(prose, held)),
    );
  };
  let chains: readonly Chain[] = [{ cost: 0, carried: null, reading: unmarked[0], before: null }];
  for (const paragraph of paragraphs) {
    chains = goOn(
      chains,
      chains.map((chain) => readingsOf(paragraph, chain.carried)),
    );
  }
  const readings: KnownReading[] = [];
  let chain = chains.find((candidate) => candidate.carried === null) ?? null;
  for (; chain?.before; chain = chain.before) readings.push(chain.reading);
  return readings.reverse();
}

/** The chains that go on with the next paragraph, given the ways to read it after each. */
function goOn(chains: readonly Chain[], readings: readonly (readonly KnownReading[])[]): readonly Chain[] {
  const [only] = chains;
  const [reading] = readings[0] ?? [];
  // Costs are counted from the cheapest chain, so that an article of any length keeps them exact.
  if (only && reading && chains.length === 1 && readings[0]?.length === 1)
    return [{ cost: 0, carried: reading.carried, reading, before: only }];
  const next = new Map<Pair | null, Chain>();
  chains.forEach((chain, index) => {
    for (const reading of readings[index] ?? []) {
      const { carried } = reading;
      const cost = chain.cost + reading.cost;
      const rival = next.get(carried);
      if (!rival || cost < rival.cost) next.set(carried, { cost, carried, reading, before: chain });
    }
  });
  const lowest = Math.min(...[...next.values()].map((chain) => chain.cost));
  return [...next.values()]
    .filter((chain) => chain.cost <= lowest + beamCost)
    .map((chain) => ({ ...chain, cost: chain.cost - lowest }));
}

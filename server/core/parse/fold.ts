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

/** One way to read the paragraphs since the last one that can be read in one way only. */
interface Chain {
  readonly cost: number;
  readonly carried: Pair | null;
  /** That of its last paragraph and the chain before it; null where it begins. */
  readonly last: { readonly reading: KnownReading; readonly before: Chain } | null;
}

/** Before the first paragraph, and behind any that leaves nothing open. */
const nothingOpen: Chain = { cost: 0, carried: null, last: null };
const fromNothing: readonly Chain[] = [nothingOpen];

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
  const markedReadingsOf = (
    prose: Prose,
    headline: boolean,
    carriedIn: Pair | null,
  ): readonly KnownReading[] => {
    const { readings } = prose;
    const sound = readings.from(conventions, carriedIn, headline, null, () =>
      [readSound({ prose, conventions, carriedIn, headline }) ?? []].flat(),
    );
    if (sound.length > 0) return sound;
    const held = names.heldBy(prose);
    return readings.from(conventions, carriedIn, headline, held.key, () =>
      readWithRepairs({ prose, conventions, carriedIn, headline }, placesIn(prose, held)),
    );
  };
  // Most paragraphs hold no mark; theirs makes no closures.
  const readingsOf = (
    { prose, headline }: FoldParagraph,
    carriedIn: Pair | null,
  ): readonly KnownReading[] => {
    if (!carriedIn && prose.marks.length === 0) return unmarked;
    return markedReadingsOf(prose, headline, carriedIn);
  };
  const readings: KnownReading[] = [];
  let chains: readonly Chain[] = fromNothing;
  for (const paragraph of paragraphs) {
    const chain = chains.length === 1 ? chains[0] : undefined;
    const found = chain && readingsOf(paragraph, chain.carried);
    const only = found?.length === 1 ? found[0] : undefined;
    if (chain && only) {
      // Nothing that follows bears on how it is read, nor on those before it.
      addReadings(chain, readings);
      readings.push(only);
      chains = only.carried ? [{ ...nothingOpen, carried: only.carried }] : fromNothing;
    } else {
      chains = goOn(chains, found ? [found] : chains.map(({ carried }) => readingsOf(paragraph, carried)));
    }
  }
  const cheapest = chains.find(({ carried }) => carried === null) ?? chains[0];
  if (cheapest) addReadings(cheapest, readings);
  return readings;
}

/** Adds the readings of a chain to those before it. */
function addReadings(chain: Chain, readings: KnownReading[]): void {
  if (!chain.last) return;
  const own: KnownReading[] = [];
  for (let link: Chain['last'] = chain.last; link; link = link.before.last) own.push(link.reading);
  for (const reading of own.reverse()) readings.push(reading);
}

/** The chains that go on with the next paragraph, given the ways to read it after each. */
function goOn(chains: readonly Chain[], readings: readonly (readonly KnownReading[])[]): readonly Chain[] {
  const next: Chain[] = [];
  let lowest = Infinity;
  chains.forEach((chain, index) => {
    for (const reading of readings[index] ?? []) {
      const { carried } = reading;
      const cost = chain.cost + reading.cost;
      lowest = Math.min(lowest, cost);
      // There are as many as there are pairs that may be open: two or three.
      const rival = next.findIndex((other) => other.carried === carried);
      const longer = { cost, carried, last: { reading, before: chain } };
      if (rival < 0) next.push(longer);
      else if (cost < (next[rival]?.cost ?? 0)) next[rival] = longer;
    }
  });
  // Costs are counted from the cheapest chain, so that an article of any length keeps them exact.
  return next
    .filter((chain) => chain.cost <= lowest + beamCost)
    .map((chain) => (lowest === 0 ? chain : { ...chain, cost: chain.cost - lowest }));
}

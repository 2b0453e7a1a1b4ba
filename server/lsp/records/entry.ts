import type { Finding, Span } from '../../index.ts';
import type { Place } from './split.ts';

/** What is known of a record for as long as neither it nor its settings change. */
export interface Seen {
  /** Never used twice. */
  readonly id: string;
  /** Its problems, in offsets of its article. */
  readonly findings: readonly Finding[];
  /** Where problems and their related places stand, in offsets of the record; only where it is read on demand. */
  readonly spans: ReadonlyMap<object, Span> | undefined;
  /** The beginning of its article. */
  readonly name: string;
  readonly quotations: number;
  readonly language: string;
  /** Why it is no article, and where that shows, in offsets of the record. */
  readonly bad?: { readonly at: number; readonly why: string };
}

/** A record of an open document. */
export interface Entry extends Place {
  /** The same for as long as the record can be followed through changes of its document. */
  readonly key: string;
  seen: Seen | undefined;
}

/** A record without what its place in the document is. */
interface Content {
  readonly place: Place;
  /** The text of its document. */
  readonly text: string;
}

/** So many records that were changed at once are compared each with each. */
const mostCompared = 50;

/** Two texts that have less than this in common at their ends are of two records, as a share of the longer. */
const likeness = 0.5;

/**
 * Gives the places of a changed document the records that stood there before: those that have not changed stay
 * known, and those that have are the same records, to be looked at anew.
 */
export function follow(
  before: { readonly entries: readonly Entry[]; readonly text: string },
  after: { readonly places: readonly Place[]; readonly text: string },
  newKey: () => string,
): Entry[] {
  const [{ entries }, { places }] = [before, after];
  const old = (index: number): Content => ({ place: entryAt(entries, index), text: before.text });
  const now = (index: number): Content => ({ place: entryAt(places, index), text: after.text });
  const shorter = Math.min(entries.length, places.length);
  let head = 0;
  while (head < shorter && isSame(old(head), now(head))) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(old(entries.length - 1 - tail), now(places.length - 1 - tail)))
    tail++;
  const shift = places.length - entries.length;
  // Between what stayed at both ends records may have changed places with changed ones.
  const moved = new Map<string, Entry[]>();
  for (let index = entries.length - tail - 1; index >= head; index--) {
    const content = contentOf(old(index));
    const alike = moved.get(content);
    if (alike) alike.push(entryAt(entries, index));
    else moved.set(content, [entryAt(entries, index)]);
  }
  const changed = places.map((place, index) => {
    if (index < head) return { ...place, ...stateOf(entryAt(entries, index)) };
    if (index >= places.length - tail) return { ...place, ...stateOf(entryAt(entries, index - shift)) };
    const same = moved.get(contentOf(now(index)))?.pop();
    return same && languageOf({ place: same }) === languageOf({ place })
      ? { ...place, ...stateOf(same) }
      : { ...place, key: '', seen: undefined };
  });
  const taken = new Set(changed.map(({ key }) => key));
  const left = new Map<number, Entry>();
  for (let index = head; index < entries.length - tail; index++) {
    const entry = entryAt(entries, index);
    if (!taken.has(entry.key)) left.set(index, entry);
  }
  return changed.map((entry, index) => {
    if (entry.key !== '') return entry;
    // Of a change of very many records, which may be another file altogether, those in the same place are compared.
    const candidates = left.size <= mostCompared ? [...left.keys()] : [index - shift];
    const found = candidates.find((candidate) => left.has(candidate) && isLike(old(candidate), now(index)));
    const key = found === undefined ? newKey() : entryAt(entries, found).key;
    if (found !== undefined) left.delete(found);
    return { ...entry, key };
  });
}

function stateOf({ key, seen }: Entry): Pick<Entry, 'key' | 'seen'> {
  return { key, seen };
}

function entryAt<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new RangeError(`There is no record ${String(index + 1)}.`);
  return entry;
}

/** What a record says: its article where that was read, else all that stands there. */
function contentOf({ place, text }: Content): string {
  if (place.source?.kind === 'article') return place.source.map.text;
  return place.source ? place.source.why : text.slice(place.start, place.end);
}

function isSame(one: Content, other: Content): boolean {
  return languageOf(one) === languageOf(other) && contentOf(one) === contentOf(other);
}

function languageOf({ place }: Pick<Content, 'place'>): string | undefined {
  return place.source?.kind === 'article' ? place.source.language : undefined;
}

function isLike(one: Content, other: Content): boolean {
  const [first, second] = [contentOf(one), contentOf(other)];
  const shorter = Math.min(first.length, second.length);
  let head = 0;
  while (head < shorter && first.charCodeAt(head) === second.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    first.charCodeAt(first.length - 1 - tail) === second.charCodeAt(second.length - 1 - tail)
  )
    tail++;
  return head + tail >= Math.max(first.length, second.length) * likeness;
}

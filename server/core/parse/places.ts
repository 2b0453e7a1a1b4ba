import type { Conventions, Pair } from './conventions.ts';
import type { Mark } from './marks.ts';
import type { Prose } from './prose.ts';
import { inquitsIn, speechEndBefore } from './speech-end.ts';
import { wordAt } from './words.ts';

/** Where a missing mark may go, and how unlikely that is. Offsets are the paragraph's own. */
export interface Place {
  readonly at: number;
  readonly cost: number;
}

interface PlacesInput {
  readonly prose: Prose;
  readonly conventions: Conventions;
}

/** How many places are offered as fixes. */
const mostPlaces = 4;

/** How far a title or a term reaches, in words. */
const longestTitle = 12;

/** How far back the beginning of speech is looked for, in words. */
const longestReach = 300;

/** How long what stands in brackets may be, on each side of a mark. UTF-16 units. */
const longestBracket = 200;

/** How many sentence ends are weighed; a speech of more sentences is closed at its last. */
const mostSentences = 12;

/**
 * Where a quotation that is never closed may end, between `from` and `to`, the likeliest place first.
 * Speech ends before its attribution, else at the end of a sentence; a title or a term after a few words.
 */
export function closingPlaces(
  input: PlacesInput,
  level: { readonly pair: Pair; readonly from: number; readonly mark: Mark | null },
  from: number,
  to: number,
): Place[] {
  const { prose, conventions } = input;
  const speech = level.mark === null || announcesSpeech(prose, level.mark);
  const places: Place[] = [];
  const first = wordAt(prose.words, from);
  const last = wordAt(prose.words, to);
  const opened = level.from === from;
  if (first >= last) {
    // Nothing but punctuation in reach: the quotation ends where the mark before it stands.
    if (!opened) places.push({ at: from, cost: 1.5 });
    return places;
  }
  const [inquit] = inquitsIn(prose, from, to);
  if (inquit) {
    const content = inquit.firstWord - wordAt(prose.words, level.from);
    places.push({
      at: speechEndBefore(prose, inquit, conventions.commaInside),
      cost: (speech ? 0 : 0.8) + (content < 3 ? 0.8 : 0),
    });
  }
  const lastEnd = prose.sentencesBefore(to + 1);
  const firstEnd = Math.max(prose.sentencesBefore(from + 1), lastEnd - mostSentences);
  const weighed = prose.sentenceEnds.slice(firstEnd, lastEnd);
  weighed.forEach((end, index) => {
    const lastOne = index === weighed.length - 1;
    const cost =
      (speech ? (lastOne ? 0.9 : 1.6 + 0.05 * (weighed.length - index)) : lastOne ? 2.2 : 2.6) +
      (inquit ? 0.8 : 0);
    places.push({ at: closeAtStop(prose, end, conventions), cost });
  });
  if (to === prose.text.length && weighed.at(-1) !== to && speech) {
    places.push({ at: trimmedEnd(prose, from, to), cost: 1.2 });
  }
  if (opened) places.push(...titleEnds(prose, first, last, speech));
  return cheapest(places.filter((place) => place.at > from && place.at <= to));
}

/** Where a quotation whose opening mark is missing may begin, after `from`, the likeliest place first. */
export function openingPlaces(input: PlacesInput, from: number, closer: Mark): Place[] {
  const { prose, conventions } = input;
  const { text, words } = prose;
  const first = wordAt(words, from);
  const last = wordAt(words, closer.start);
  if (first >= last) return [];
  const speech = endsSpeech(prose, closer);
  const places: Place[] = [];
  const begin = (index: number): number => words[index]?.start ?? from;
  // After a colon, or after a cue and its comma.
  for (let index = Math.max(first, 1, last - longestReach); index < last; index++) {
    const gap = prose.gap(index);
    if (/[:：]/u.test(gap) && !/^\d/.test(prose.after(begin(index), 2)))
      places.push({ at: begin(index), cost: speech ? 0.2 : 0.6 });
  }
  const bracket = openBracket(text, from, closer);
  if (bracket >= 0) places.push({ at: bracket + 1, cost: 0.5 });
  for (const cue of prose.cuesAmong(Math.max(first, last - longestReach), last)) {
    if (cue.last >= last) continue;
    if (/[,،]/u.test(prose.gap(cue.last))) places.push({ at: begin(cue.last), cost: speech ? 0.6 : 1.6 });
  }
  const lastEnd = prose.sentencesBefore(closer.start - 1);
  const firstEnd = Math.max(prose.sentencesBefore(from), lastEnd - mostSentences);
  const weighed = prose.sentenceEnds.slice(firstEnd, lastEnd).map((end) => begin(wordAt(words, end)));
  weighed.forEach((start, index) => {
    const nearest = index === weighed.length - 1;
    places.push({ at: start, cost: speech ? (nearest ? 1.2 : 1.7) : nearest ? 2.6 : 3.2 });
  });
  if (from === 0) places.push({ at: begin(0), cost: speech ? (weighed.length === 0 ? 0.6 : 1) : 2.8 });
  places.push(...titleStarts(prose, first, last, speech));
  void conventions;
  return cheapest(places.filter((place) => place.at >= from && place.at < closer.start));
}

/** Where the bracket opens in which a mark stands, not before `from`; -1 if it stands in none. */
function openBracket(text: string, from: number, mark: Mark): number {
  const start = Math.max(from, mark.start - longestBracket);
  const before = text.slice(start, mark.start);
  const open = before.lastIndexOf('(');
  if (open < 0 || before.includes(')') || !text.slice(mark.end, mark.end + longestBracket).includes(')'))
    return -1;
  return start + open;
}

/** Whether what stands before an opening mark announces speech: a colon, a cue, or the start of a sentence. */
export function announcesSpeech(prose: Prose, mark: Mark): boolean {
  const before = prose.before(mark.start);
  if (before === '' || /[:：.!?؟。۔।！？…,،]$/u.test(before)) return true;
  const index = wordAt(prose.words, mark.start);
  return prose
    .cuesAmong(index - 5, index)
    .some((cue) => cue.last >= index - 1 && !cue.verb?.naming && !cue.verb?.weak);
}

/** Whether what stands at a closing mark shows that speech ends: its own last mark, or a reporting clause. */
function endsSpeech(prose: Prose, mark: Mark): boolean {
  const before = prose.text[mark.start - 1] ?? '';
  if (/[.!?؟。۔।！？…,،]/u.test(before)) return true;
  const index = wordAt(prose.words, mark.end);
  return (
    /^\s*[,،–—-]/u.test(prose.text.slice(mark.end, mark.end + 3)) &&
    prose.cuesAmong(index, index + 5).length > 0
  );
}

/** After a full stop or before it, as the article has it. */
function closeAtStop(prose: Prose, end: number, conventions: Conventions): number {
  return prose.text[end - 1] === '.' && prose.text[end - 2] !== '.' && !conventions.stopInside
    ? end - 1
    : end;
}

function trimmedEnd(prose: Prose, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/u.test(prose.text[end - 1] ?? '')) end--;
  return end;
}

/** The ends of a title or term that begins at the word `first`. */
function titleEnds(prose: Prose, first: number, last: number, speech: boolean): Place[] {
  const { words, lexicon } = prose;
  const places: Place[] = [];
  const capitals = words[first]?.capital === true;
  for (let index = first; index < Math.min(last, first + longestTitle); index++) {
    const word = words[index];
    const next = words[index + 1];
    if (!word) break;
    const gap = prose.gap(index + 1);
    let cost = 1.6 + 0.25 * Math.abs(index - first - 1);
    if (/[,،;؛.:!?؟()–—]/u.test(gap)) cost -= 1;
    else if (next && lexicon.functionWords.has(next.form)) cost -= 0.7;
    if (lexicon.functionWords.has(word.form)) cost += 1.5;
    if (capitals && next && !next.capital && word.capital) cost -= 0.8;
    if (capitals && next?.capital && !/[,.]/u.test(gap)) cost += 0.8;
    places.push({ at: word.end, cost: cost + (speech ? 1.5 : 0) });
    if (/[.!?؟。۔।！？]/u.test(gap)) break;
  }
  return places;
}

/** The beginnings of a title or term that ends with the word before `last`. */
function titleStarts(prose: Prose, first: number, last: number, speech: boolean): Place[] {
  const { words, lexicon } = prose;
  const places: Place[] = [];
  for (let index = last - 1; index >= Math.max(first, last - longestTitle); index--) {
    const word = words[index];
    const before = words[index - 1];
    if (!word) break;
    const gap = prose.gap(index);
    let cost = 1.6 + 0.25 * Math.abs(last - 1 - index - 1);
    if (/[,،;؛.:!?؟()–—]/u.test(gap)) cost -= 0.8;
    else if (before && lexicon.functionWords.has(before.form)) cost -= 0.7;
    if (lexicon.functionWords.has(word.form)) cost += 1;
    if (lexicon.joinedPrefixes.has(word.form)) cost += 1.5;
    if (before && lexicon.joinedPrefixes.has(before.form)) cost -= 1.2;
    if (word.capital && before && !before.capital) cost -= 0.8;
    if (word.capital && before?.capital) cost += 0.8;
    places.push({ at: word.start, cost: cost + (speech ? 1.5 : 0) });
    if (/[.!?؟。۔।！？]/u.test(gap)) break;
  }
  return places;
}

/** The cheapest places, each once. */
function cheapest(places: readonly Place[]): Place[] {
  const best = new Map<number, Place>();
  for (const place of places) {
    const rival = best.get(place.at);
    if (!rival || place.cost < rival.cost) best.set(place.at, place);
  }
  return [...best.values()].sort((one, other) => one.cost - other.cost).slice(0, mostPlaces);
}

import type { KnownLine, KnownText, ResidueTable } from './residue-table.ts';

/**
 * How much a line's looks speak for the page around an article (above zero) or for the article's own text
 * (below), in logarithms of the odds: the shares of each kind among the leftover lines and the lines of the
 * text in pages of five languages whose lines were told apart by hand.
 */
const evidence = {
  /** A line that a pattern knows. */
  known: 2.5,
  /** A word of menus. */
  label: 2,
  /** Digits above all: times, rates, scores, counters. */
  numeric: 1.1,
  /** Parted by bars or arrows. */
  parted: 0.3,
  /** A few words without an end mark: a button, a section, a name. */
  short: 1.1,
  /** Such as headlines are: a list of other articles. */
  headline: 0.6,
  /** Longer than most headlines, and without an end mark. */
  long: -0.4,
  /** A short sentence. */
  sentence: 0.1,
  /** A sentence of some length: a teaser of another article, or the text. */
  prose: -1.6,
  /** A piece of a sentence that goes on in the next line, or goes on with the line before: text broken by width. */
  running: -1.5,
  /** A paragraph. */
  paragraph: -4,
} as const;

/** What it costs that the page begins or ends between two lines: it does so seldom. */
const border = 4;

/** By how much a line of a stretch must speak for the page, with all lines around it. */
const certain = 6;

/** A run of lines is the page's only if it is as long as this … */
const fewestLines = 5;

/** … and holds as many different lines that patterns or menus know; fewer do where it is longer. */
const fewestKnown = 3;
const longStretch = { lines: 8, known: 2 } as const;

/** A sentence of so many words is a paragraph. */
const paragraphWords = 20;

/** A button may be written small; from so many words on a small first letter goes on with a sentence. */
const runningWords = 5;

function evidenceOf(line: KnownLine, next: KnownLine | undefined): number {
  if (line.matches.length > 0) return evidence.known;
  if (line.label) return evidence.label;
  if (
    line.words >= runningWords &&
    (line.goesOn || (!line.ended && next?.goesOn === true && next.words >= runningWords))
  )
    return evidence.running;
  if (line.prose) return line.words >= paragraphWords ? evidence.paragraph : evidence.prose;
  if (line.numeric) return evidence.numeric;
  if (line.parted) return evidence.parted;
  if (line.ended) return evidence.sentence;
  if (line.words <= 6) return evidence.short;
  return line.words <= 12 ? evidence.headline : evidence.long;
}

/**
 * Which lines are the page around the article: menus, lists of other articles, the footer. The lines are read
 * as stretches of page and of text so that what they look like and the number of borders between the two fit
 * best. A stretch is taken for the page if every reading that has it in the text is clearly worse, and if it
 * holds enough that is known. Lines before `from` are never taken. Linear in the length of the lines.
 */
export function findPage(lines: readonly KnownLine[], table: ResidueTable, from = 0): boolean[] {
  if (!table.page || lines.length < fewestLines) return lines.map(() => false);
  const scores = lines.map((line, index) => evidenceOf(line, lines[index + 1]));
  const before = gainsUpTo(scores);
  const after = gainsUpTo(scores.toReversed()).reverse();
  // The score of the line itself is in both.
  const margins = scores.map((score, index) => (before[index] ?? 0) + (after[index] ?? 0) - score);
  const taken = certainParts(margins, lines);
  taken.fill(false, 0, from);
  lines.forEach((line, index) => {
    if (line.matches.some(isCertain) || isParagraph(line)) taken[index] = false;
  });
  spareOwnWords(lines, taken);
  dropUnknown(lines, taken);
  return taken;
}

/** A line of at most so many words is looked for in the text as it stands; a longer one is compared by its words. */
const nameWords = 3;

/** A headline tells what the text tells: at least this share of its words stands in it. */
const sharedWords = 0.6;

/** Words shorter than this hold sentences together and are in every text. UTF-16 units. */
const shortestTelling = 4;

/**
 * Leaves out lines that the article itself may own although they stand among the page's: a name, a
 * subheading or a number that the text holds as it is, and a headline above the text whose words the text
 * takes up again.
 */
function spareOwnWords(lines: readonly KnownLine[], taken: boolean[]): void {
  const isOwn = (line: KnownLine, index: number): boolean =>
    line.prose && !taken[index] && line.matches.length === 0;
  const firstText = lines.findIndex(isOwn);
  const doubtful = lines.flatMap((line, index) => {
    if (!taken[index] || line.matches.length > 0 || line.label) return [];
    const words = line.folded.split(between);
    return [{ index, words, telling: words.filter((word) => word.length >= shortestTelling) }];
  });
  if (firstText < 0 || doubtful.length === 0) return;
  const wanted = new Set(doubtful.flatMap(({ words }) => words));
  const words = new Set<string>();
  const runs = new Set<string>();
  lines.forEach((line, index) => {
    if (!isOwn(line, index)) return;
    const list = line.folded.split(between);
    list.forEach((word, at) => {
      if (!wanted.has(word)) return;
      words.add(word);
      for (let count = 1; count <= nameWords; count++) runs.add(list.slice(at, at + count).join(' '));
    });
  });
  for (const line of doubtful) {
    const shared = line.telling.filter((word) => words.has(word)).length;
    const isName = line.words.length <= nameWords && runs.has(line.words.join(' '));
    const isHeadline =
      line.index < firstText &&
      line.telling.length >= nameWords &&
      shared >= line.telling.length * sharedWords;
    if (isName || isHeadline) taken[line.index] = false;
  }
}

/** What parts words in a folded line. */
const between = /[^\p{L}\p{N}]+/u;

/**
 * The stretches of page in the best reading of which some line is certain. Where exactly such a stretch begins
 * and ends is less so: it is cut back to lines that are certain themselves or known. Below text it begins with one
 * that is known: lists of other articles have a heading, and a text of short lines, as columns and poems are, has none.
 */
function certainParts(margins: readonly number[], lines: readonly KnownLine[]): boolean[] {
  const taken = margins.map(() => false);
  const isFirm = (index: number): boolean => (margins[index] ?? 0) >= certain || isKnown(lines[index]);
  for (let start = 0; start < margins.length; start++) {
    if ((margins[start] ?? 0) <= 0) continue;
    let end = start;
    let most = 0;
    while (end < margins.length && (margins[end] ?? 0) > 0) most = Math.max(most, margins[end++] ?? 0);
    if (most >= certain) {
      let [from, to] = [start, end];
      while (from < to && !isFirm(from)) from++;
      while (from > 0 && from < to && !isKnown(lines[from])) from++;
      while (to > from && !isFirm(to - 1)) to--;
      taken.fill(true, from, to);
    }
    start = end;
  }
  return taken;
}

/** Whether a line is a label of menus, or a table knows it. */
export function isKnown(line: KnownLine | undefined): boolean {
  return line !== undefined && (line.label || line.matches.length > 0);
}

/** Whatever stands around it, a paragraph that nothing is known of may be the article’s. */
function isParagraph(line: KnownLine): boolean {
  return line.prose && line.words >= paragraphWords && line.matches.length === 0;
}

/** What may go at once is left to its own rule, so that it does go at once. */
function isCertain({ pattern }: KnownText): boolean {
  return pattern.place === 'anywhere' && pattern.safety !== 'review';
}

/** By how much the best reading of the lines up to each is better that takes that line for page and not for text. */
function gainsUpTo(scores: readonly number[]): number[] {
  let page = 0;
  let text = 0;
  return scores.map((score) => {
    const pageBefore = page;
    page = Math.max(page, text - border) + score;
    text = Math.max(text, pageBefore - border);
    return page - text;
  });
}

/** Takes back the runs that are too short, or in which too little is known. */
function dropUnknown(lines: readonly KnownLine[], taken: boolean[]): void {
  for (let start = 0; start < taken.length; start++) {
    if (!taken[start]) continue;
    let end = start;
    while (taken[end]) end++;
    const known = new Set(
      lines.slice(start, end).flatMap((line) => (line.matches.length > 0 || line.label ? [line.folded] : [])),
    );
    const wanted = end - start >= longStretch.lines ? longStretch.known : fewestKnown;
    if (end - start < fewestLines || known.size < wanted) taken.fill(false, start, end);
    start = end;
  }
}

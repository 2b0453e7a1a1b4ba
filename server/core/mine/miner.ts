import type { OwnPattern } from '../parse/own-patterns.ts';
import { ownCopy } from '../text/own-copy.ts';
import type { Span } from '../text/span.ts';
import { minedLines, type Frame, type MinedLine, type Place } from './frames.ts';
import { proposalOf, type Counted } from './proposals.ts';
import { Sketch } from './sketch.ts';

/** A line, or a beginning of lines, that stands in many articles, and the pattern that would find it. */
export interface Mined<Where> {
  /** In how many articles. */
  readonly articles: number;
  readonly places: Readonly<Record<Place, number>>;
  /** One of the lines as it is written. */
  readonly example: string;
  /** Where the first of them stand, as the caller names places. */
  readonly examples: readonly Where[];
  readonly pattern: OwnPattern;
}

/** So many places are remembered of a line; more than these nobody opens. */
const mostExamples = 5;

/** So many frames are counted one by one; where more are frequent, the least frequent ones are let go. */
const mostFrames = 100_000;

/** An article with so many paragraphs of which most were seen before is a copy of another. */
const fewestParagraphs = 2;

/**
 * Finds the lines that stand in many articles of a corpus. The articles are gone through twice, in the same
 * order: first everything is counted roughly, in memory of a fixed size; then what may be frequent is counted
 * exactly. So a corpus may be larger than memory.
 *
 * @typeParam Where How the caller names the place of a line. It must not hold the article.
 */
export class Miner<Where> {
  readonly #least: number;
  readonly #frames = new Sketch();
  #paragraphs = new Sketch();
  readonly #counted = new Map<string, CountedAt<Where>>();
  #floor: number;

  /** @param least In how many articles a line must stand. */
  constructor(least: number) {
    this.#least = least;
    this.#floor = least;
  }

  /** Takes an article for the first time. */
  survey(text: string): void {
    const lines = minedLines(text);
    if (this.#isCopy(text)) return;
    for (const frame of framesOf(lines).keys()) this.#frames.add(frame);
  }

  /** To be called between the two times. */
  turn(): void {
    this.#paragraphs = new Sketch();
  }

  /** Takes an article for the second time. `placeOf` is asked for few of its lines. */
  count(text: string, placeOf: (line: Span) => Where): void {
    const lines = minedLines(text);
    if (this.#isCopy(text)) return;
    for (const [key, { line, frame }] of framesOf(lines)) {
      if (this.#frames.count(key) < this.#floor) continue;
      let counted = this.#counted.get(key);
      if (!counted) {
        counted = {
          frame,
          articles: 0,
          prose: 0,
          places: { above: 0, within: 0, below: 0 },
          lines: new Set(),
          example: ownCopy(line.text),
          examples: [],
        };
        this.#counted.set(key, counted);
        this.#prune();
      }
      counted.articles++;
      counted.places[line.place]++;
      if (line.prose) counted.prose++;
      if (counted.examples.length < mostExamples) counted.examples.push(placeOf(line));
      if (counted.lines.size < differentLines) counted.lines.add(line.frames[0]?.key ?? '');
    }
  }

  /** What was found, the most frequent first. `isKnown` says of a line whether it needs no pattern any more. */
  found(isKnown: (line: string, first: Where | undefined) => boolean): Mined<Where>[] {
    const frequent = [...this.#counted.values()].filter(({ articles }) => articles >= this.#least);
    const found = frequent.flatMap((counted): (Mined<Where> & { frame: Frame })[] => {
      const { frame, articles, places, example, examples } = counted;
      const pattern = proposalOf(counted, (key) => this.#counted.get(key)?.articles ?? 0);
      return pattern && !isKnown(example, examples[0])
        ? [{ frame, articles, places, example, examples, pattern }]
        : [];
    });
    // A frame that begins as a shorter beginning says is found by that one.
    const begun = new Set(found.flatMap(({ frame }) => (frame.kind === 'begins' ? [frame.key] : [])));
    return found
      .filter(({ frame }) => !frame.shorter.some((key) => begun.has(key)))
      .sort((one, other) => other.articles - one.articles || (one.example < other.example ? -1 : 1))
      .map(({ articles, places, example, examples, pattern }) => ({
        articles,
        places,
        example,
        examples,
        pattern,
      }));
  }

  /** Whether most of an article’s paragraphs stood in articles before: all its lines would seem frequent. */
  #isCopy(text: string): boolean {
    const paragraphs = text.split(/[\r\n]+/u).filter((line) => line.length >= longParagraph);
    const seen = paragraphs.filter((paragraph) => this.#paragraphs.count(paragraph) > 0).length;
    for (const paragraph of paragraphs) this.#paragraphs.add(paragraph);
    return paragraphs.length >= fewestParagraphs && seen * 2 > paragraphs.length;
  }

  #prune(): void {
    while (this.#counted.size > mostFrames) {
      this.#floor = Math.ceil(this.#floor * 1.5);
      for (const key of [...this.#counted.keys()]) {
        if (this.#frames.count(key) < this.#floor) this.#counted.delete(key);
      }
    }
  }
}

/** What was counted of a frame, and where. */
interface CountedAt<Where> extends Counted {
  readonly examples: Where[];
}

/** A paragraph of this length is hardly written twice. UTF-16 units. */
const longParagraph = 120;

/** So many different lines of a frame are remembered, to see whether it is more than one line. */
const differentLines = 8;

/** Each frame of an article once, with the line that it was first found in. */
function framesOf(lines: readonly MinedLine[]): Map<string, { line: MinedLine; frame: Frame }> {
  const frames = new Map<string, { line: MinedLine; frame: Frame }>();
  for (const line of lines) {
    for (const frame of line.frames) if (!frames.has(frame.key)) frames.set(frame.key, { line, frame });
  }
  return frames;
}

import type { OwnPattern } from '../parse/own-patterns.ts';
import { minedLines, type Frame, type MinedLine, type Place } from './frames.ts';
import { proposalOf, type Counted } from './proposals.ts';
import { Sketch } from './sketch.ts';

/** A line, or a beginning of lines, that stands in many articles, and the pattern that would find it. */
export interface Mined {
  /** In how many articles. */
  readonly articles: number;
  readonly places: Readonly<Record<Place, number>>;
  /** One of the lines as it is written. */
  readonly example: string;
  readonly pattern: OwnPattern;
}

/** So many frames are counted one by one; where more are frequent, the least frequent ones are let go. */
const mostFrames = 100_000;

/** An article with so many paragraphs of which most were seen before is a copy of another. */
const fewestParagraphs = 2;

/**
 * Finds the lines that stand in many articles of a corpus. The articles are gone through twice, in the same
 * order: first everything is counted roughly, in memory of a fixed size; then what may be frequent is counted
 * exactly. So a corpus may be larger than memory.
 */
export class Miner {
  readonly #least: number;
  readonly #frames = new Sketch();
  #paragraphs = new Sketch();
  readonly #counted = new Map<string, Counted>();
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

  /** Takes an article for the second time. */
  count(text: string): void {
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
          example: line.text,
        };
        this.#counted.set(key, counted);
        this.#prune();
      }
      counted.articles++;
      counted.places[line.place]++;
      if (line.prose) counted.prose++;
      if (counted.lines.size < differentLines) counted.lines.add(line.frames[0]?.key ?? '');
    }
  }

  /** What was found, the most frequent first. `isKnown` says of a line whether it needs no pattern any more. */
  found(isKnown: (line: string) => boolean): Mined[] {
    const frequent = [...this.#counted.values()].filter(({ articles }) => articles >= this.#least);
    const found = frequent.flatMap((counted): (Mined & { frame: Frame })[] => {
      const { frame, articles, places, example } = counted;
      const pattern = proposalOf(counted, (key) => this.#counted.get(key)?.articles ?? 0);
      return pattern && !isKnown(example) ? [{ frame, articles, places, example, pattern }] : [];
    });
    // A frame that begins as a shorter beginning says is found by that one.
    const begun = new Set(found.flatMap(({ frame }) => (frame.kind === 'begins' ? [frame.key] : [])));
    return found
      .filter(({ frame }) => !frame.shorter.some((key) => begun.has(key)))
      .sort((one, other) => other.articles - one.articles || (one.example < other.example ? -1 : 1))
      .map(({ articles, places, example, pattern }) => ({ articles, places, example, pattern }));
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

import { findCues, type Cue, type Lexicon } from './lexicon.ts';
import { findMarks, type Mark } from './marks.ts';
import { doubtsOf, type MarkDoubts } from './mark-doubts.ts';
import { tallyMarks, type MarkTally } from './mark-tally.ts';
import { Readings } from './readings.ts';
import { sentenceEnds } from './sentences.ts';
import { findWords, type Word } from './words.ts';

/**
 * One paragraph's text with what is read off it. Offsets are the paragraph's own, so that it stays true
 * wherever the paragraph moves. Parts are found when they are first asked for: most paragraphs need no
 * repair, and many hold no mark.
 */
export class Prose {
  readonly text: string;
  readonly lexicon: Lexicon;
  #marks: readonly Mark[] | undefined;
  #doubts: readonly MarkDoubts[] | undefined;
  #tally: MarkTally | undefined;
  #words: readonly Word[] | undefined;
  #cues: readonly Cue[] | undefined;
  #cueAt: ReadonlyMap<number, Cue> | undefined;
  #ends: readonly number[] | undefined;
  #readings: Readings | undefined;

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  get marks(): readonly Mark[] {
    return (this.#marks ??= findMarks(this.text));
  }

  /** How well the place of each mark suits each way of taking it. */
  get doubts(): readonly MarkDoubts[] {
    return (this.#doubts ??= this.marks.map((mark) => doubtsOf(this, mark)));
  }

  /** What its marks tell of the article's habits. */
  get tally(): MarkTally {
    return (this.#tally ??= tallyMarks(this.text, this.marks));
  }

  /** The ways in which its marks were read so far. */
  get readings(): Readings {
    return (this.#readings ??= new Readings());
  }

  get words(): readonly Word[] {
    return (this.#words ??= findWords(this.text));
  }

  get cues(): readonly Cue[] {
    return (this.#cues ??= findCues(this.lexicon, this.words));
  }

  /** The cue whose first word is the one at `index`. */
  cueAt(index: number): Cue | undefined {
    this.#cueAt ??= new Map(this.cues.map((cue) => [cue.first, cue]));
    return this.#cueAt.get(index);
  }

  /** The cues that begin with one of the words from `first` up to, not including, `last`. */
  cuesAmong(first: number, last: number): Cue[] {
    const found: Cue[] = [];
    for (let index = Math.max(0, first); index < Math.min(last, this.words.length); index++) {
      const cue = this.cueAt(index);
      if (cue) found.push(cue);
    }
    return found;
  }

  /** Offsets after the last character of each sentence. */
  get sentenceEnds(): readonly number[] {
    return (this.#ends ??= sentenceEnds(this.text, this.words, this.lexicon));
  }

  /** How many sentences end before an offset. */
  sentencesBefore(offset: number): number {
    const ends = this.sentenceEnds;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The last end of a sentence before an offset; 0 if there is none. */
  sentenceEndBefore(offset: number): number {
    return this.sentenceEnds[this.sentencesBefore(offset) - 1] ?? 0;
  }

  /** At most `most` characters right before an offset, without the white space at their end. */
  before(offset: number, most = 16): string {
    return this.text.slice(Math.max(0, offset - most), offset).trimEnd();
  }

  /** At most `most` characters from an offset on. */
  after(offset: number, most = 16): string {
    return this.text.slice(offset, offset + most);
  }

  /** What stands between two words: the end of the one before and the start of the one at `index`. */
  gap(index: number): string {
    const start = this.words[index - 1]?.end ?? 0;
    const end = this.words[index]?.start ?? this.text.length;
    return this.text.slice(start, end);
  }
}

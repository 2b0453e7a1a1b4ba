import { directionOf } from '../proof/direction.ts';

/** How a line is to be laid out; `mixed` is from left to right with words from right to left in it. */
export type LineDirection = 'rtl' | 'mixed' | 'ltr';

/** Lines that follow one another and are laid out alike; both ends are among them, counted from 0. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly direction: LineDirection;
}

/** The lines from `first` to `last` were replaced by `count` others. */
export interface LineChange {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** The blocks of the scripts that run from right to left. */
const turned = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const letter = /\p{L}/u;

/** The directions of a document’s lines, kept up with its changes so that a key costs one line. */
export class LineDirections {
  /** Nothing for a line without letters, which is laid out like the one before it. */
  #lines: readonly (LineDirection | undefined)[];
  readonly #textOf: (line: number) => string;

  /** `textOf` gives a line as it stands whenever it is asked. */
  constructor(lineCount: number, textOf: (line: number) => string) {
    this.#textOf = textOf;
    this.#lines = this.#read(0, lineCount);
  }

  /** Follows a change that has been made. Says whether there are other lines or other directions now. */
  change({ first, last, count }: LineChange): boolean {
    const [before, read] = [this.#lines.slice(first, last + 1), this.#read(first, count)];
    if (before.length === count && before.every((line, index) => line === read[index])) return false;
    this.#lines = [...this.#lines.slice(0, first), ...read, ...this.#lines.slice(last + 1)];
    return true;
  }

  runs(): Run[] {
    const runs: Run[] = [];
    for (const [index, own] of this.#lines.entries()) {
      const before = runs.at(-1);
      const direction = own ?? before?.direction ?? 'ltr';
      if (before?.direction === direction) runs[runs.length - 1] = { ...before, last: index };
      else runs.push({ first: index, last: index, direction });
    }
    return runs;
  }

  #read(first: number, count: number): (LineDirection | undefined)[] {
    return Array.from({ length: count }, (_, index) => directionOfLine(this.#textOf(first + index)));
  }
}

function directionOfLine(text: string): LineDirection | undefined {
  if (!turned.test(text)) return letter.test(text) ? 'ltr' : undefined;
  return directionOf(text, 'ltr') === 'rtl' ? 'rtl' : 'mixed';
}

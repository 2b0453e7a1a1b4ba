import { ownCopy } from '../text/own-copy.ts';
import type { Lexicon } from './lexicon.ts';
import { Prose } from './prose.ts';
import type { KnownLine, ResidueTable } from './residue-table.ts';

/**
 * A line of an article by its words alone, wherever it stands, with what is read off it. Either part is made
 * when it is first asked for, and anew for another table or another language.
 */
export class Line {
  readonly text: string;
  /** The number of the reading that used it last, for the memory that holds it. */
  usedIn = 0;
  #table: ResidueTable | undefined;
  #known: KnownLine | undefined;
  #prose: Prose | undefined;
  /** By the number of what is read off it: see `ParseMemory.numberOf`. */
  readonly #notes: { readonly read: unknown }[] = [];

  /** @param text Without the white space at its ends. */
  constructor(text: string) {
    this.text = ownCopy(text);
  }

  /** What a table knows of it. */
  known(table: ResidueTable): KnownLine {
    if (!this.#known || this.#table !== table) this.#known = table.know(this.text);
    this.#table = table;
    return this.#known;
  }

  /** The line as a paragraph of a language. */
  prose(lexicon: Lexicon): Prose {
    if (this.#prose?.lexicon !== lexicon) this.#prose = new Prose(this.text, lexicon);
    return this.#prose;
  }

  /** What `read` makes of the words, made once for each number. It must depend on the words and the number alone. */
  note<T>(number: number, read: (words: string) => T): T {
    const note = (this.#notes[number] ??= { read: read(this.text) });
    return note.read as T;
  }
}

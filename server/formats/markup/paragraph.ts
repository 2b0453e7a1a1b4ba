import type { Escape, Field } from '../field.ts';
import { markupSpelling, type Surrounding } from './spelling.ts';
import type { Piece, TextToken } from './tokens.ts';

/** A stretch of the file and what of a paragraph it is. */
interface Atom {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether the file has the text as it is. */
  readonly plain: boolean;
  readonly fixed: boolean;
}

/** How a paragraph is read. */
export interface Reading {
  readonly source: string;
  /** Whether space of any kind and length is one space, as in HTML; otherwise it is what it is. */
  readonly folded: boolean;
  /** Whether the file holds no character beyond ASCII though it could. */
  readonly ascii: boolean;
}

const space = /[ \t\n\r\f]+/y;
/** What is more than one space, or another character than that. */
const otherSpace = / (?=[ \t\n\r\f])|[\t\n\r\f]/g;

/**
 * Puts a paragraph together from the pieces between its marks. The marks themselves are places of it without
 * length, which no edit takes away.
 */
export class Paragraph {
  readonly #reading: Reading;
  readonly #atoms: Atom[] = [];
  readonly #kinds = new Set<TextToken['kind']>();
  /** Whether space here would count for nothing, because there is some before it or the line begins. */
  #spaced = true;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  add({ kind, pieces }: TextToken): void {
    this.#kinds.add(kind);
    for (const piece of pieces) {
      if (this.#reading.folded) this.#addFolded(piece);
      else this.#push(piece.text, piece.start, piece.end, piece.plain, piece.opaque);
    }
  }

  /** Ends a line at a mark. */
  break(start: number, end: number): void {
    this.#push('\n', start, end, false);
    this.#spaced = true;
  }

  #addFolded({ text, start, end, plain, opaque }: Piece): void {
    // A reference to a space is somebody’s will; only what is written as space is none.
    if (!plain || opaque === true) {
      this.#push(text, start, end, false, opaque);
      this.#spaced = false;
      return;
    }
    for (let at = 0; at < text.length;) {
      space.lastIndex = at;
      const blank = space.exec(text)?.[0] ?? '';
      if (blank !== '' && (blank !== ' ' || this.#spaced)) {
        if (!this.#spaced) this.#push(' ', start + at, start + at + blank.length, false);
        this.#spaced = true;
        at += blank.length;
        continue;
      }
      // Words with one space between them stand in the file as they are meant.
      otherSpace.lastIndex = at;
      const until = otherSpace.exec(text)?.index ?? text.length;
      this.#push(text.slice(at, until), start + at, start + until, true);
      this.#spaced = text.charAt(until - 1) === ' ';
      at = until;
    }
  }

  #push(text: string, start: number, end: number, plain: boolean, opaque?: boolean): void {
    const last = this.#atoms.at(-1);
    const done = last?.end ?? start;
    // What lies between two stretches is a mark, or space that counts for nothing.
    if (last && start > done)
      this.#atoms.push({ text: '', start: done, end: start, plain: false, fixed: true });
    this.#atoms.push({ text, start, end, plain, fixed: opaque === true });
  }

  /** The paragraph as a field, without the space around it; undefined if nothing is in it. */
  field(): Field | undefined {
    const atoms = this.#trimmed();
    const [first] = atoms;
    const last = atoms.at(-1);
    if (!first || !last) return undefined;
    const escapes: Escape[] = [];
    const parts: string[] = [];
    let at = 0;
    for (const { text, start, end, plain, fixed } of atoms) {
      if (!plain)
        escapes.push({
          at,
          length: text.length,
          rawAt: start - first.start,
          rawLength: end - start,
          ...(fixed && { fixed }),
        });
      parts.push(text);
      at += text.length;
    }
    const text = parts.join('');
    const { source, folded, ascii } = this.#reading;
    const rawOf = ({ rawAt, rawLength }: Escape): string =>
      source.slice(first.start + rawAt, first.start + rawAt + rawLength);
    const spelling = markupSpelling(text, escapes, rawOf, { surrounding: this.#surrounding, folded, ascii });
    return { text, start: first.start, end: last.end, escapes, spelling };
  }

  get #surrounding(): Surrounding {
    if (this.#kinds.size > 1) return 'mixed';
    return this.#kinds.has('cdata') ? 'cdata' : 'text';
  }

  #trimmed(): Atom[] {
    const atoms = [...this.#atoms];
    const isBlank = ({ text, fixed }: Atom): boolean => (fixed ? text === '' : /^[ \t\n\r\f]*$/.test(text));
    const from = atoms.findIndex((atom) => !isBlank(atom));
    const kept = from < 0 ? [] : atoms.slice(from, atoms.findLastIndex((atom) => !isBlank(atom)) + 1);
    // Where space is what it is, it stands in the same stretch as the words.
    const first = kept[0];
    if (first?.plain === true) {
      const text = first.text.replace(/^[ \t\n\r\f]+/, '');
      kept[0] = { ...first, text, start: first.end - text.length };
    }
    const last = kept.at(-1);
    if (last?.plain === true) {
      const text = last.text.slice(0, last.text.length - blankTail(last.text));
      kept[kept.length - 1] = { ...last, text, end: last.start + text.length };
    }
    return kept;
  }
}

/** How many characters at the end of a text are space. */
function blankTail(text: string): number {
  let length = 0;
  while (length < text.length && ' \t\n\r\f'.includes(text.charAt(text.length - 1 - length))) length++;
  return length;
}

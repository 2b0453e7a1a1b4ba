/** A stretch of text between two marks. */
export interface Piece {
  /** What it means. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it stands in the file as it is meant, character by character. */
  readonly plain: boolean;
  /** Whether it can’t be told what it means, so that nothing may be changed in it. */
  readonly opaque?: true;
}

export interface OpenToken {
  readonly kind: 'open';
  /** In lower case and without the prefix of its namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  /** The place among the tokens of what closes it. */
  close: number;
}

export interface CloseToken {
  readonly kind: 'close';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface TextToken {
  readonly kind: 'text' | 'cdata';
  /** In order, one after the other without a gap; of CDATA without its marks. */
  readonly pieces: readonly Piece[];
}

/**
 * What a text with marks (XML, HTML) is made of, in the order of the file. Offsets are UTF-16 units of the
 * text. Every `open` has its `close`, also where the file leaves it out; comments and instructions are no
 * tokens, only gaps between them.
 */
export type Token = OpenToken | CloseToken | TextToken;

/** What keeps a file from being read: where, and why, for a person. */
export interface Mistake {
  readonly at: number;
  readonly why: string;
}

/** Elements that stand deeper in each other than this are no article’s. */
const deepest = 1_000;

/** Collects tokens and pairs those that open with those that close. */
export class TokenList {
  readonly tokens: Token[] = [];
  readonly #open: OpenToken[] = [];
  mistake: Mistake | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void {
    const token: OpenToken = { kind: 'open', name: localName(name), attributes, start, end, close: -1 };
    this.tokens.push(token);
    this.#open.push(token);
    if (this.#open.length > deepest) {
      const why = `Its elements stand more than ${String(deepest)} deep in each other, which no article’s do.`;
      this.mistake ??= { at: start, why };
    }
  }

  close(start: number, end: number): void {
    const token = this.#open.pop();
    if (!token) return;
    token.close = this.tokens.push({ kind: 'close', name: token.name, start, end }) - 1;
  }

  text(kind: TextToken['kind'], pieces: readonly Piece[]): void {
    if (pieces.length > 0) this.tokens.push({ kind, pieces });
  }

  /** Closes what is still open at the end of the file. */
  end(length: number): readonly Token[] {
    while (this.#open.length > 0) this.close(length, length);
    return this.tokens;
  }
}

/** A name in lower case without its prefix. */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}

import type { Finding, LineIndex, Quotation } from '../../index.ts';

/** An article that was judged, ready to be told of. */
export interface Judged {
  /** The name of its file as the user gave it. */
  readonly name: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly quotations: readonly Quotation[];
  /** The lines of the text, found when first asked for: most articles have nothing to tell. */
  lines(this: void): LineIndex;
}

export const formats = ['text', 'json', 'jsonl'] as const;
export type Format = (typeof formats)[number];

/** A way to print results: articles come one by one, and what is printed is handed on in pieces. */
export interface Report {
  readonly begin: string;
  article(judged: Judged): Iterable<string>;
  readonly end: string;
}

/** Makes the objects that programs get of an article. */
export type ObjectsOf = (judged: Judged) => Iterable<unknown>;

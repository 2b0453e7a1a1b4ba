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

/** How output is dressed; plain data, so that a thread can be told. */
export interface Style {
  /** Whether it goes to a terminal, where articles are kept apart from what stands beside them. */
  readonly terminal: boolean;
  readonly colour: boolean;
}

/** The entries of a report for one article; an article by itself, so that threads can make them. */
export type Entries = (judged: Judged) => Iterable<string>;

/** What stands around a report’s entries. */
export interface Frame {
  readonly begin: string;
  /** What stands between two entries. */
  readonly between: string;
  readonly end: string;
}

export const plainFrame: Frame = { begin: '', between: '', end: '' };

/** Makes the objects that programs get of an article. */
export type ObjectsOf = (judged: Judged) => Iterable<unknown>;

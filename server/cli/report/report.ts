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

export const formats = [
  'text',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'checkstyle',
  'junit',
  'markdown',
  'html',
] as const;
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
  readonly end: (this: void, totals: Totals) => string;
}

/** What a run came to, for a report that ends with it. */
export interface Totals {
  readonly articles: number;
  readonly findings: number;
  readonly whatStands: string;
  readonly cleanSentence: string;
  /** How often each rule spoke, the most first. */
  readonly byRule: readonly (readonly [string, number])[];
  readonly byLanguage: readonly (readonly [string, number])[];
  /** By the folder that articles stand in. */
  readonly byFolder: readonly (readonly [string, number])[];
  /** Articles by how many findings they have: none, one, two … the last for that many or more. */
  readonly spread: readonly number[];
  /** Those with the most findings. */
  readonly worst: readonly (readonly [string, number])[];
}

export const plainFrame: Frame = { begin: '', between: '', end: () => '' };

/** Makes the objects that programs get of an article. */
export type ObjectsOf = (judged: Judged) => Iterable<unknown>;

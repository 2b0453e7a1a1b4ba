import type { Edit, Finding, LineIndex, Quotation, Span } from '../../index.ts';
import type { About } from '../../formats/record.ts';
import type { Place } from '../../core/text/line-index.ts';

/** An article that was judged, ready to be told of. */
export interface Judged {
  /** The name of its file as the user gave it. */
  readonly name: string;
  /** Which of its file's records it is, from 1, if there are several. */
  readonly record?: number;
  /** Who wrote it and when, as its file says it. */
  readonly about?: Pick<About, 'author' | 'date'>;
  /** The article; findings and quotations are in its offsets, and a file may hold it otherwise. */
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly quotations: readonly Quotation[];
  /** The lines of the text, found when first asked for: most articles have nothing to tell. */
  lines(this: void): LineIndex;
  /** A span of the article as one of the file's decoded text. */
  inFile(this: void, span: Span): Span;
  /** The place in the file of an offset of the article. */
  placeAt(this: void, offset: number): Place;
  /** The place of an offset of the file's decoded text. */
  placeInFile(this: void, offset: number): Place;
  /** Edits of the article as edits of the file's decoded text. */
  editsInFile(this: void, edits: readonly Edit[]): readonly Edit[] | undefined;
}

/** The name of an article for people: that of its file and, where there are several in it, its record. */
export function titleOfArticle({ name, record }: Pick<Judged, 'name' | 'record'>): string {
  return record === undefined ? name : `${name}, record ${String(record)}`;
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

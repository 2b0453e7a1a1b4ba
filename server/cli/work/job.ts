import type { RuleId, Safety, Settings, Severity } from '../../index.ts';
import type { KeptFile } from '../../formats/corpus-node.ts';
import type { Pieces } from '../../formats/cut/record-cutter.ts';
import type { Format as FileFormat } from '../../formats/format-name.ts';
import type { FieldNames } from '../../formats/field-names.ts';
import type { Position } from '../position.ts';
import type { Format, Style } from '../report/report.ts';

/** What a run does with every article. Plain data, so that a thread can be told. */
export interface Job {
  readonly command: 'check' | 'fix' | 'quotes' | 'baseline';
  /** How articles are told of; `none`: not at all. */
  readonly format: Format | 'none';
  readonly style: Style;
  /** Which fixes `fix` makes. */
  readonly safeties: readonly Safety[];
  /** Whether `fix` is to show what would change instead of changing it. */
  readonly diff: boolean;
  /** Whether `fix` may write a file that is compressed, compressed again. */
  readonly compressed?: boolean;
}

/** How some of a run’s articles are judged. */
export interface Mandate {
  readonly settings: Settings;
  /** Whether the configuration has mistakes, so that its author meant other settings than these. */
  readonly faulty: boolean;
  /** Which fields of records hold what, as far as the configuration says it. */
  readonly fields: FieldNames;
  /** The encoding that they are in if no byte order mark says another; UTF-8 where nobody said. */
  readonly encoding?: string | undefined;
  /** The exceptions that hold. */
  readonly kept?: KeptFile | undefined;
}

/** A part of a file: where it begins, how many records go before it, and what it is made of. */
export interface Part extends Position, Omit<Pieces, 'bytes'> {
  readonly record: number;
  /** Whether it is the last one of a file that was read whole, part by part, and did not change meanwhile. */
  readonly last?: true;
}

/** One file, or one part of a file, to be read and judged. */
export interface Task {
  /** The file’s name as the user would write it, `-` or what --stdin-path says for standard input. */
  readonly name: string;
  /** Absolute path; undefined where the content is given. */
  readonly path: string | undefined;
  /** The content, where it does not stand in a file. */
  readonly bytes?: Uint8Array;
  /** What the file is, where that was found out before it was read. */
  readonly fileFormat?: FileFormat;
  /** Of which part of its file the content is, if it is not all of it: whole records. */
  readonly part?: Part;
  /** The content's place in git's index, if it was read from there. */
  readonly staged?: { readonly place: string; readonly mode: string };
  /** Only what is found on these lines counts (from 1, both ends included). */
  readonly lines?: readonly (readonly [number, number])[];
  /** Whether somebody named the file itself, so that it is judged whatever is in it. */
  readonly named: boolean;
  /** Number of the mandate. */
  readonly mandate: number;
  /** So many bytes the file is said to have. */
  readonly size: number;
  /** Hash of the content for which the outcome is known. */
  readonly known?: string | undefined;
}

/** What an article comes to, in numbers. */
export interface Sum {
  /** Which of its file's records it is, from 1, if there are several. */
  readonly record?: number;
  readonly findings: number;
  readonly severities: Readonly<Partial<Record<Severity, number>>>;
  /** Findings by the safety of their first fix. */
  readonly fixable: Readonly<Partial<Record<Safety, number>>>;
  readonly rules: Readonly<Partial<Record<RuleId, number>>>;
  readonly language: string;
  readonly quotations: number;
  /** Marks of the findings that are kept and therefore not told of. */
  readonly kept: readonly string[];
}

/** A change that is to be written. */
export interface Change {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** A record that can’t be read: the line it is on (from 1), which one it is, and why, for a person. */
export interface Trouble {
  readonly line: number;
  readonly record?: number;
  readonly why: string;
}

/** A file that was judged, or a part of one. */
export interface Told {
  readonly kind: 'told';
  /** The report’s entries for its articles. */
  readonly pieces: readonly string[];
  /** One for each of its articles. */
  readonly sums: readonly Sum[];
  /** Its records that can’t be read; they stay as they are. */
  readonly troubles?: readonly Trouble[];
  /** How its fields were understood, where that was guessed. */
  readonly reading?: string;
  /** Whether the file has no byte. */
  readonly empty: boolean;
  /** What a person should know about it besides. */
  readonly note?: string;
  /** Why its fixes are not made though that was asked for, where they are not. */
  readonly refused?: string;
  /** How many findings were or would be fixed. */
  readonly fixed: number;
  /** How many articles changed or would change. */
  readonly changed: number;
  readonly change?: Change;
}

export type Outcome =
  | Told
  /** The file is no article. */
  | { readonly kind: 'other' }
  /** The content is that of `Task.known`. */
  | { readonly kind: 'same' }
  /** It can’t be read, or the program failed on it: why, for a person. */
  | { readonly kind: 'unread'; readonly sentence: string };

/** An outcome with what identifies the file it is of, where there is one. */
export interface Done {
  readonly outcome: Outcome;
  readonly identity?: string | undefined;
  readonly hash?: string | undefined;
}

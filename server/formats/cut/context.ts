import type { FieldRole } from '../field-names.ts';
import type { Guess } from '../record.ts';

/** What the first row of a table says of those that follow. */
export interface TableContext {
  readonly kind: 'table';
  readonly delimiter: string;
  /** The places of the columns, from 0; -1 for one that there is not. */
  readonly columns: Readonly<Record<FieldRole, number>>;
  /** How many cells a row has. */
  readonly width: number;
  readonly guessed?: Guess;
}

/** What an XML file says around its records. */
export interface MarkupContext {
  readonly kind: 'markup';
  /** Elements of no known name that have text beside them. */
  readonly beside: readonly string[];
  /** Entities that the file declares. */
  readonly declared: readonly string[];
  /** Whether the file holds no character beyond ASCII though it could. */
  readonly ascii: boolean;
  readonly language?: string;
}

/** That what follows are the elements of a list in JSON. */
export interface ListContext {
  readonly kind: 'list';
}

/** What it takes to read a record that stands by itself. Plain data, so that a thread can be told. */
export type Context = TableContext | MarkupContext | ListContext;

/** What the extension and the page of the proof view say to each other. Types alone. */

/** What a part of the text is; nothing where the reporter speaks. */
export type PieceKind = 'speech' | 'cue' | 'speaker' | 'residue';

/** A run of letters that look alike. */
export interface Piece {
  readonly text: string;
  readonly kind?: PieceKind;
  /** Which of the line’s problems it belongs to, by their index; the innermost last. */
  readonly problems?: readonly number[];
}

/** A problem as far as it stands in one line; offsets are UTF-16 units of the line. */
export interface LineProblem {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
}

/** A line of the file: a headline, a paragraph, or nothing between two of them. */
export interface ProofLine {
  readonly direction: 'rtl' | 'ltr';
  readonly kind: 'headline' | 'paragraph' | 'empty';
  readonly pieces: readonly Piece[];
  readonly problems: readonly LineProblem[];
}

/** Where a problem is: its line, counted from 0, and its index in the line. */
export interface ProblemPlace {
  readonly line: number;
  readonly index: number;
}

export interface Position {
  readonly line: number;
  /** UTF-16 units from the beginning of the line. */
  readonly character: number;
}

/** The words of the page, in the language of the interface. */
export interface Words {
  readonly noProblems: string;
  readonly problems: string;
  readonly close: string;
  readonly explain: string;
  readonly noFixes: string;
  readonly headline: string;
  readonly help: string;
  readonly nothing: string;
}

export type ToPage =
  | { readonly type: 'words'; readonly words: Words }
  /** Lines `from` up to `from + remove` are replaced; all lines when another article is shown. */
  | {
      readonly type: 'lines';
      readonly article: string;
      readonly language: string;
      readonly direction: 'rtl' | 'ltr';
      readonly anew: boolean;
      readonly from: number;
      readonly remove: number;
      readonly lines: readonly ProofLine[];
      readonly count: number;
    }
  | { readonly type: 'nothing' }
  | ({ readonly type: 'cursor' } & Position)
  | {
      readonly type: 'fixes';
      readonly place: ProblemPlace;
      readonly fixes: readonly { readonly title: string; readonly preferred: boolean }[];
    };

export type FromPage =
  | { readonly type: 'ready' }
  | ({ readonly type: 'goTo'; readonly focus: boolean } & Position)
  | { readonly type: 'fixesOf'; readonly place: ProblemPlace }
  | { readonly type: 'fix'; readonly place: ProblemPlace; readonly title: string }
  | { readonly type: 'explain'; readonly place: ProblemPlace };

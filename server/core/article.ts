import type { Edit } from './text/edit.ts';
import type { Span } from './text/span.ts';

/** What a paragraph is to a reader of the article. */
export type ParagraphKind = 'headline' | 'body' | 'residue';

/** A line with something on it. Its span leaves out the line break and the white space at both ends. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
}

/** A line that a scraper left, and the rule that knows it. */
export interface Residue extends Span {
  readonly rule: string;
  /** Which of the rule's patterns matched. */
  readonly pattern: string;
  /** Whether the line may go at once, or somebody should look first. */
  readonly safety: 'safe' | 'review';
}

/**
 * What the marks hold. Only `direct` speech needs a speaker; all else belongs to the sentence around it.
 * docs/attribution.md says what each kind is and by what it is told.
 */
export type QuotationKind =
  'direct' | 'partial' | 'within' | 'title' | 'nickname' | 'slogan' | 'term' | 'foreign' | 'scare';

/**
 * Who says a quotation. `named`: somebody in the article's words; `carried`: a cue without a subject or
 * with a pronoun, so that the speaker is the one of the sentences before; `anonymous`: a source without a
 * name; `none`: nobody; `not-needed`: it is no speech.
 */
export type AttributionStatus = 'named' | 'carried' | 'anonymous' | 'none' | 'not-needed';

/** Where the cue stands to its quotation. `shared` is the cue of another quotation of the same speech. */
export type CuePosition = 'before' | 'after' | 'inside' | 'shared';

/** The words that say who speaks. */
export interface Attribution {
  readonly status: AttributionStatus;
  /** The reporting verb or phrase, without its clitics' neighbours; null where there is none. */
  readonly cue: Span | null;
  readonly position: CuePosition | null;
  /** The speaker's words beside the cue (a name, an office, a pronoun); null where there are none. */
  readonly speaker: Span | null;
  /** Where the speaker of a carried attribution was named last. */
  readonly carriedFrom: Span | null;
}

/** A quotation: its marks, either of which may be missing, and what stands between them. */
export interface Quotation extends Span {
  /** The opening mark; null where it is missing. */
  readonly open: Span | null;
  /** The closing mark; null where it is missing. */
  readonly close: Span | null;
  /** 0 for a quotation in the text, 1 for one within it. */
  readonly depth: number;
  readonly kind: QuotationKind;
  /** Whether it goes on with the speech of the paragraph before. */
  readonly continues: boolean;
  /** Whether the speech goes on in the next paragraph, so that it needs no closing mark here. */
  readonly continued: boolean;
  readonly attribution: Attribution;
}

/** What is wrong with a mark, as the cheapest reading of the paragraph has it. */
export type DefectKind =
  'never-closed' | 'never-opened' | 'turned' | 'mixed-pair' | 'doubled' | 'closed-late' | 'nesting';

/** One way to mend a defect. */
export interface Repair {
  readonly edits: readonly Edit[];
  /** The mark that is put in, or that stays. */
  readonly mark: string;
}

/** A mark to blame, and what puts it right, the likeliest repair first. */
export interface Defect extends Span {
  readonly kind: DefectKind;
  readonly mark: string;
  /** The mark it belongs with, where there is one. */
  readonly partner: Span | null;
  readonly repairs: readonly Repair[];
  /** Whether nothing tells its first two repairs apart, so that a person has to choose. */
  readonly undecided: boolean;
}

/** An article as the rules see it: every character of `text` is in a paragraph or between two. */
export interface Article {
  readonly text: string;
  /** BCP 47 tag of the language it is judged by; `und` where it could not be told. */
  readonly language: string;
  readonly paragraphs: readonly Paragraph[];
  /** Whether any two of its paragraphs have the same words. */
  readonly repeats: boolean;
  readonly residue: readonly Residue[];
  /** Where the last paragraph ends that is no residue; 0 if all are. */
  readonly bodyEnd: number;
  readonly quotations: readonly Quotation[];
  /** Full stops that cut a quotation off from its attribution, by the index of the quotation. */
  readonly detached: readonly { readonly quotation: number; readonly span: Span }[];
  /** Speech with a reporting clause on either side, by the index of the quotation: the words of each clause. */
  readonly doubled: readonly { readonly quotation: number; readonly before: Span; readonly after: Span }[];
  readonly defects: readonly Defect[];
}

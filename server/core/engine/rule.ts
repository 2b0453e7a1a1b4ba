import type { Article } from '../article.ts';
import type { LanguageData } from '../language.ts';
import type { ResiduePattern } from '../parse/residue.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export type Family = 'residue' | 'structure' | 'quotes' | 'attribution' | 'text';
export type RuleId = `${Family}/${string}`;

/**
 * How far a fix may be trusted. `safe`: certain, and changes no word of the article proper (fix-all and
 * fix-on-save apply it). `review`: likely, applied one by one or with an explicit flag. `choice`: one of
 * several that only a person can choose.
 */
export type Safety = 'safe' | 'review' | 'choice';

/** What fills the `{names}` of a message. */
export type MessageData = Readonly<Record<string, string>>;

export interface Fix {
  /** Key into the rule's `titles`. */
  readonly title: string;
  readonly data: MessageData;
  readonly safety: Safety;
  readonly edits: readonly Edit[];
}

/** A second place that explains a finding: the partner of a mark, the first copy of a headline. */
export interface Related extends Span {
  /** Key into the rule's `messages`. */
  readonly message: string;
}

/** One problem in one place. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Key into the rule's `messages`. */
  readonly message: string;
  readonly data: MessageData;
  readonly related: readonly Related[];
  /** The likeliest first; that one is the preferred fix unless it is a `choice`. */
  readonly fixes: readonly Fix[];
}

/** A finding as a rule reports it; the engine adds the rule's name and its severity. */
export interface Report extends Span {
  readonly message: string;
  readonly data?: MessageData;
  readonly related?: readonly Related[];
  readonly fixes?: readonly (Omit<Fix, 'data'> & { readonly data?: MessageData })[];
  /** Where one finding is less grave than the rule's others. */
  readonly severity?: Severity;
}

/** Option values by name, as the configuration gives them, the rule's defaults filled in. */
export type OptionValues = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A rule's option as JSON Schema, so that the configuration's schema is put together from the rules. */
export interface OptionSchema {
  readonly type: 'boolean' | 'integer' | 'string' | 'array';
  readonly description: string;
  readonly default: string | number | boolean | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly items?: { readonly type: 'string' };
}

export interface RuleContext {
  readonly article: Article;
  readonly language: LanguageData;
  readonly options: OptionValues;
  /**
   * What a rule reads off a paragraph, remembered until its words change, so that a keystroke costs one paragraph
   * alone. A rule reads one thing, which may depend on nothing but the words and the language. The paragraph is told
   * by its index in the article.
   */
  ofParagraph<T>(this: void, index: number, read: (words: string) => T): T;
  report(this: void, report: Report): void;
}

/**
 * A rule: one thing that can be wrong with an article. It reads the article and reports; it never changes
 * anything, never reads another rule, and knows neither files nor editors.
 */
export interface Rule {
  readonly id: RuleId;
  /** One sentence for the tables: what it finds. */
  readonly summary: string;
  /** One or two sentences for the hover: why it matters. */
  readonly why: string;
  readonly severity: Severity | 'off';
  /** The safeties its fixes may have, safest first; empty if it offers none. */
  readonly fixes: readonly Safety[];
  /** Whether what it finds is no part of the article, so that an editor may fade it. */
  readonly unnecessary?: boolean;
  readonly messages: Readonly<Record<string, string>>;
  readonly titles: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, OptionSchema>>;
  /** Lines that this rule knows as residue; the parser looks for those of all rules at once. */
  readonly residue?: readonly ResiduePattern[];
  check(this: void, context: RuleContext): void;
}

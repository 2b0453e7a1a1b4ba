import { aboutRoles, type AboutRole } from './field-names.ts';
import type { SourceMap } from './source-map.ts';

/** What a file says about an article, as it says it. */
export type About = Readonly<Partial<Record<AboutRole, string>>>;

/** An article that was found in a file. */
export interface SourceArticle extends About {
  readonly map: SourceMap;
}

/** What one place of a file came to. */
export type SourceRecord =
  | ({ readonly kind: 'article' } & SourceArticle)
  /** Something that is no article, and why, in sentences for a person; `at` is its offset in the file. */
  | {
      readonly kind: 'bad';
      readonly at: number;
      readonly why: string;
      /** Whether it stands between records, and is none itself. */
      readonly between?: true;
    };

/** What was read, and how its fields were understood. */
export interface SourceRecords {
  /** In the order of the file. */
  readonly records: readonly SourceRecord[];
  /** Fields that were chosen by common names and not by the configuration: for a person to look at. */
  readonly guessed?: Guess;
}

/** Which fields were taken for what. */
export interface Guess {
  readonly headline?: string;
  readonly body?: string;
  readonly language?: string;
  readonly author?: string;
  readonly date?: string;
}

/** What is said about an article, without what is said with no word. */
export function aboutOf(said: Readonly<Partial<Record<AboutRole, string | undefined>>>): About {
  return Object.fromEntries(
    aboutRoles.flatMap((role) => {
      const words = said[role]?.replace(/\s+/g, ' ').trim() ?? '';
      return words === '' ? [] : [[role, words]];
    }),
  );
}

/** Names in quotation marks for a sentence, a few of them. */
export function listedNames(names: readonly string[]): string {
  const shown = names.slice(0, 6).map((name) => `“${name.length > 40 ? `${name.slice(0, 40)}…` : name}”`);
  return names.length > 6 ? `${shown.join(', ')} …` : shown.join(', ');
}

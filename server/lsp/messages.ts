/**
 * What the server and the extension say to each other beyond the Language Server Protocol. Another editor
 * may do without: nothing but the status item depends on it. Types and names alone, so that the extension
 * imports nothing of the server's code.
 */

/** Notification, server to client: what is known of an open article. Sent after each judgement. */
export const articleStatusMethod = 'copydesk/articleStatus';

export interface ArticleStatus {
  readonly uri: string;
  /** The document's version that was judged. */
  readonly version: number;
  /** Whether the file is judged at all; a program's file (`requirements.txt`, a log) is left alone. */
  readonly article: boolean;
  /** BCP 47 tag of the language it was judged by; `und` where none could be told. */
  readonly language: string;
  /** The language's name in English, the tag where it has no data of its own. */
  readonly languageName: string;
  /** Whether the language is set by a setting or by a `copydesk.json`, rather than found. */
  readonly languageFrom: 'found' | 'setting' | 'file';
  readonly findings: number;
  /** How many of them a safe fix puts right. */
  readonly safe: number;
}

/** Request, client to server, without parameters: the languages that have data of their own, by name. */
export const languagesMethod = 'copydesk/languages';

export interface KnownLanguage {
  /** BCP 47 tag. */
  readonly language: string;
  readonly name: string;
}

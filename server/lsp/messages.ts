import type { Location, Position, Range, WorkDoneProgressParams } from 'vscode-languageserver';
import type { OwnPattern } from '../core/parse/own-patterns.ts';

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
  /** How many records a file of records holds, and how many of them are not judged yet; of articles nothing. */
  readonly records?: { readonly count: number; readonly pending: number };
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

/** Request, client to server: the lines that many articles of the open folders share. It can take a while. */
export const repeatedLinesMethod = 'copydesk/repeatedLines';

export interface RepeatedLinesParams extends WorkDoneProgressParams {
  /** In how many articles a line must stand, from 2 on. */
  readonly least: number;
}

export interface RepeatedLines {
  /** How many articles were read. */
  readonly articles: number;
  /** The most frequent first. */
  readonly lines: readonly RepeatedLine[];
}

/** A line, or a beginning of lines, that no pattern knows yet. */
export interface RepeatedLine {
  /** In how many articles it stands. */
  readonly articles: number;
  /** In how many of them above the text, within it and below it. */
  readonly places: { readonly above: number; readonly within: number; readonly below: number };
  /** One of the lines as it is written. */
  readonly example: string;
  /** Where the first of them stand. */
  readonly examples: readonly Location[];
  /** What would find it. */
  readonly pattern: OwnPattern;
}

/**
 * Request, client to server: the edit, a `WorkspaceEdit`, that adds patterns to the configurations that hold for
 * the articles of their examples. Answered with an error that says why where a pattern or a configuration is bad.
 */
export const residueEditMethod = 'copydesk/residueEdit';

export interface ResidueEditParams {
  readonly accepted: readonly Pick<RepeatedLine, 'examples' | 'pattern'>[];
}

/**
 * A client's command that opens a record as an article; code lenses and code actions name it for a client that
 * says `{ "openRecords": true }` in its `initializationOptions`. Its argument is a `RecordPlace`.
 */
export const openRecordCommand = 'copydesk.openRecord';

export interface RecordPlace {
  /** The document that holds the record. */
  readonly uri: string;
  /** Which of its records it is, from 1. */
  readonly record: number;
}

/**
 * The scheme of the documents in which a client shows records as articles. Such a document is judged as what it
 * is part of. Its URI has, as its query, `file` (the URI of the document that holds the record) and, where the
 * record says one, `language` (a BCP 47 tag), put together as in an HTML form.
 */
export const articleScheme = 'copydesk-article';

/** Request, client to server: a record of an open document as an article. Answered with null where there is none. */
export const recordMethod = 'copydesk/record';

/** Which record: the one at a place; the one of a key; one that reads so; the one of a number. The first that is given counts. */
export interface RecordParams {
  readonly uri: string;
  readonly position?: Position;
  readonly key?: string;
  readonly text?: string;
  /** From 1. */
  readonly record?: number;
}

export interface OpenedRecord {
  /** Which record of its document it is, from 1. */
  readonly record: number;
  /** Names it for as long as the document is open, wherever it moves. */
  readonly key: string;
  /** The beginning of the article. */
  readonly name: string;
  /** The article, its line breaks LF. */
  readonly text: string;
  /** Where it stands in its document. */
  readonly range: Range;
  /** What the record says its language is. */
  readonly language?: string;
}

/**
 * Request, client to server: the edit, a `WorkspaceEdit`, of the document that makes a record's article another.
 * Answered with the error *content modified* where the article is not `before` any more, and with one that says
 * why where the document can't hold it.
 */
export const recordEditMethod = 'copydesk/recordEdit';

export interface RecordEditParams {
  readonly uri: string;
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Requests, server to client, about files that only the editor reaches: those of a virtual folder, and all of
 * them where the server runs in a browser. Asked only where `initializationOptions` say `{ "files": true }`.
 */

/** `{ uri }` → the file's bytes in Base64; null where there is none. */
export const readFileMethod = 'copydesk/readFile';

/** `{ uri }` → what is in the folder itself, as `FolderEntry[]`; null where there is none. */
export const readFolderMethod = 'copydesk/readFolder';

/** `{ uri }` → what changes whenever the file does, such as its size and time; null where there is none. */
export const fileStampMethod = 'copydesk/fileStamp';

/** `{ uri, text }` → null: text put at the end of a file in UTF-8, which is made with its folders if need be. */
export const appendToFileMethod = 'copydesk/appendToFile';

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** What a full report of `workspace/diagnostic` says besides. */
export interface CorpusLanguage {
  /** BCP 47 tag of the language it was judged by, `und` where none could be told; nothing where it is no article. */
  readonly language?: string;
}

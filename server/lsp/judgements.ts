import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isArticleFile } from '../formats/article-file.ts';
import { analyse, createMemory, type Analysis, type ParseMemory } from '../index.ts';
import type { Configurations, Judging } from './configurations.ts';
import { RecordsTables } from './records/records-tables.ts';
import type { RecordsTable } from './records/records-table.ts';
import { isOwnText, pathOfUri } from './uris.ts';

/** The user's own word that a document is an article, whatever it is called and holds. */
export const articleLanguageId = 'news-article';

/** What is known of one version of a document under one configuration. */
export interface Judgement {
  /** Never used twice, so that it tells versions of a document apart that was closed between. */
  readonly id: string;
  /** The document, which is at `version` for as long as this judgement is handed out. */
  readonly document: TextDocument;
  readonly version: number;
  readonly judging: Judging;
  /** Null where the document is no article, is left out, or could not be judged. */
  readonly analysis: Analysis | null;
  /** The records of a document that holds articles as such, and how far they were judged when this was said. */
  readonly records?: RecordsTable;
  readonly revision?: number;
  /** What reading it again after a change costs less with. */
  readonly memory: ParseMemory | undefined;
  /** How long judging took, in milliseconds. */
  readonly took: number;
}

/** A judgement of an article. */
export interface JudgedArticle extends Judgement {
  readonly analysis: Analysis;
}

/** Judges open documents: each version once, paragraphs that have not changed not again. */
export class Judgements {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #configurations: Configurations;
  readonly #memories = new Map<string, ParseMemory>();
  readonly #latest = new Map<string, Judgement>();
  readonly #listeners: ((judgement: Judgement) => void)[] = [];
  readonly #tables: RecordsTables;
  #count = 0;

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    configurations: Configurations,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#configurations = configurations;
    this.#tables = new RecordsTables((what, error) => {
      connection.console.error(
        `Copydesk failed on ${what} (${describe(error)}). It shows no problems of it; please report this.`,
      );
    });
  }

  /** Calls back when more of a document's records are judged than was said of it last. */
  onProgress(listener: (uri: string) => void): void {
    this.#tables.onProgress(listener);
  }

  /** Calls back after each judgement that was made anew. */
  onJudged(listener: (judgement: Judgement) => void): void {
    this.#listeners.push(listener);
  }

  /** What is known of an open document as it is now; undefined if it is not open. */
  async of(uri: string, token?: CancellationToken): Promise<Judgement | undefined> {
    // Whatever was asked for in one go is there after a turn: a cancellation, a newer version.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token?.isCancellationRequested || !this.#documents.get(uri)) return undefined;
    const judging = await this.#configurations.of(uri);
    const document = this.#documents.get(uri);
    if (!document) return undefined;
    const judgement = this.#known(uri, judging) ?? this.#judge(document, judging);
    const { records, version } = judgement;
    if (!records) return judgement;
    await records.settled;
    return document.version === version ? this.#brought(judgement, records) : this.of(uri, token);
  }

  /** The same where it is an article, else undefined. */
  async article(uri: string, token?: CancellationToken): Promise<JudgedArticle | undefined> {
    const judgement = await this.of(uri, token);
    return judgement?.analysis ? (judgement as JudgedArticle) : undefined;
  }

  /** The article that was judged under an id: a document, or a record of one. Undefined where it has changed. */
  async articleOf(uri: string, id: string): Promise<JudgedArticle | undefined> {
    const judgement = await this.of(uri);
    if (judgement?.records) {
      const entry = judgement.records.find({ id });
      return entry && judgement.records.article(entry);
    }
    return judgement?.analysis && judgement.id === id ? (judgement as JudgedArticle) : undefined;
  }

  /** What makes reading an open document again cheaper. */
  memoryOf(uri: string): ParseMemory | undefined {
    return this.#memories.get(uri);
  }

  forget(uri: string): void {
    this.#memories.delete(uri);
    this.#latest.delete(uri);
    this.#tables.forget(uri);
  }

  #known(uri: string, judging: Judging): Judgement | undefined {
    const latest = this.#latest.get(uri);
    const current = this.#documents.get(uri);
    const same = latest?.document === current && latest?.version === current?.version;
    return same && latest?.judging === judging ? latest : undefined;
  }

  #judge(document: TextDocument, judging: Judging): Judgement {
    const { uri, version } = document;
    const began = performance.now();
    const records = this.#tables.take(document, judging);
    const analysis = records ? null : this.#analysisOf(document, judging);
    const took = performance.now() - began;
    const memory = this.#memories.get(uri);
    const id = String(++this.#count);
    const judgement = { id, document, version, judging, analysis, memory, took, ...(records && { records }) };
    this.#latest.set(uri, judgement);
    if (!records) for (const listener of this.#listeners) listener(judgement);
    return judgement;
  }

  /** The judgement with what is known by now. */
  #brought(judgement: Judgement, records: RecordsTable): Judgement {
    const { uri } = judgement.document;
    const latest = this.#latest.get(uri);
    const { revision } = records;
    records.told = revision;
    if (latest?.records === records && latest.revision === revision) return latest;
    const current = { ...judgement, id: String(++this.#count), revision };
    this.#latest.set(uri, current);
    for (const listener of this.#listeners) listener(current);
    return current;
  }

  #analysisOf(document: TextDocument, judging: Judging): Analysis | null {
    const { uri } = document;
    const text = document.getText();
    try {
      if (!isArticle(document, judging)) return null;
      const memory = this.#memories.get(uri) ?? createMemory();
      this.#memories.set(uri, memory);
      return look(text, judging, memory);
    } catch (error) {
      // The memory may be half of one version and half of another.
      this.#memories.delete(uri);
      this.#connection.console.error(
        `Copydesk failed on ${uri} (${describe(error)}). It shows no problems of this article; please report this.`,
      );
      return null;
    }
  }
}

/** What an article holds, and what is wrong with it but for what is to stay as it is. */
export function look(text: string, { settings, kept }: Judging, memory?: ParseMemory): Analysis {
  const { article, findings } = analyse(text, settings, memory);
  return { article, findings: kept ? kept.part(text, findings).open : findings };
}

export function isArticle(document: TextDocument, { excluded }: Judging): boolean {
  const { uri, languageId } = document;
  if (excluded || !isOwnText(uri)) return false;
  return languageId === articleLanguageId || isArticleFile(pathOfUri(uri), document.getText());
}

/** Judges a text that no editor holds, once. @throws Whatever the engine throws. */
export function judgeOnce(document: TextDocument, judging: Judging, id: string): Judgement {
  const began = performance.now();
  const analysis = isArticle(document, judging) ? look(document.getText(), judging) : null;
  const took = performance.now() - began;
  return { id, document, version: document.version, judging, analysis, memory: undefined, took };
}

/** An error with where it came from, for a log. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

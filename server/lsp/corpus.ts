import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isArticleName } from '../formats/article-name.ts';
import { UnreadableText } from '../formats/decode.ts';
import type { Judging } from './configurations.ts';
import { closedTexts, openTexts, type CorpusText, type Reader } from './corpus-texts.ts';
import { diagnosticsOf, unreadable } from './diagnostics.ts';
import type { HostFile } from './host.ts';
import { describe, judgeOnce } from './judgements.ts';
import type { CorpusLanguage } from './messages.ts';
import { fileDiagnostics, formatToCheck } from './records/corpus-file.ts';
import type { RecordsFormat } from './records/records-format.ts';
import type { Session } from './session.ts';
import { pathOfUri, plain } from './uris.ts';
import { version } from './version.ts';

/** Reports on files one by one as they are judged. */
interface Reporter {
  readonly token: CancellationToken;
  /** Of so many files, so many are done. */
  progress(this: void, done: number, all: number): void;
  report(this: void, items: WorkspaceDocumentDiagnosticReport[]): void;
}

/** As much of a session as a corpus needs. */
type Surroundings = Pick<Session, 'connection' | 'host' | 'documents' | 'abilities' | 'configurations'>;

/** What is wrong in a file; the language only where it is an article. */
interface Judged extends CorpusLanguage {
  readonly items: Diagnostic[];
}

/** A file that is not open, and the format of its records where it is to be looked into for them. */
export interface CorpusFile {
  readonly file: HostFile;
  readonly judging: Judging;
  readonly records: RecordsFormat | undefined;
}

/** So many files are reported on at once. */
const batch = 50;

/**
 * What is wrong in all articles of the open folders. A file that has not changed since the report the client
 * still has is not read again. Files that are open are left out: of those the client is told as they change.
 */
export class Corpus {
  readonly #session: Surroundings;
  constructor(session: Surroundings) {
    this.#session = session;
  }

  /** Looks at all files. What is left to report at the end is returned; stops early where it is cancelled. */
  async check(params: WorkspaceDiagnosticParams, reporter: Reporter): Promise<WorkspaceDiagnosticReport> {
    const before = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    const isCancelled = (): boolean => reporter.token.isCancellationRequested;
    const files = await this.#files(reporter.token);
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const [index, one] of files.entries()) {
      const { file } = one;
      if (isCancelled()) return { items: [] };
      const report = await this.#reportOn(one, before.get(file.uri), reporter.token);
      // Of what was only begun nothing is said.
      if (isCancelled()) return { items: [] };
      before.delete(file.uri);
      items.push(report);
      if ((index + 1) % batch !== 0) continue;
      reporter.report(items);
      reporter.progress(index + 1, files.length);
      items = [];
      // Between the files an editor that is typed in gets its answers.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    // What was reported before and is gone, or is open now, has nothing wrong that belongs in this report.
    for (const uri of before.keys()) items.push(emptyReport(uri));
    return { items };
  }

  /** All texts that can be read, those that are open as they stand in the editor. */
  async *texts(reader: Reader): AsyncGenerator<CorpusText> {
    yield* openTexts(this.#session, reader);
    yield* closedTexts(await this.#files(reader.token), reader);
  }

  async #files(token: CancellationToken): Promise<CorpusFile[]> {
    const { configurations, documents, host } = this.#session;
    const open = new Set(documents.keys().map((uri) => plain(uri)));
    const found = new Map<string, CorpusFile>();
    for (const folder of configurations.folders) {
      const judgingOf = await configurations.ofFilesIn(folder);
      for await (const file of host.filesOf(folder)) {
        if (token.isCancellationRequested) return [];
        const judging = await judgingOf(file.uri);
        if (judging.excluded || open.has(plain(file.uri))) continue;
        const records = formatToCheck(file.uri, judging);
        if (records || isArticleName(pathOfUri(file.uri))) found.set(file.uri, { file, judging, records });
      }
    }
    return [...found.values()];
  }

  /**
   * The report on a file. Its result holds for the same file under the same configuration and the same version, in
   * any session, so that a client may remember it.
   */
  async #reportOn(
    one: CorpusFile,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport> {
    const { file, judging } = one;
    const { uri, stamp } = file;
    const { locale } = this.#session.abilities;
    const resultId = [version, locale, judging.identity, judging.kept?.identity ?? '', stamp].join('/');
    if (previous === resultId) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId };
    }
    const report = await this.#judged(one, token);
    return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, ...report };
  }

  async #judged({ file, judging, records }: CorpusFile, token: CancellationToken): Promise<Judged> {
    const { abilities, connection } = this.#session;
    try {
      if (records) {
        const failed = (what: string, error: unknown): void => {
          connection.console.error(`Copydesk failed on ${what} of ${file.uri} (${describe(error)}).`);
        };
        return { items: await fileDiagnostics({ file, format: records, judging, abilities, token, failed }) };
      }
      const document = TextDocument.create(file.uri, 'plaintext', 0, await file.read());
      const judgement = judgeOnce(document, judging, '');
      const language = judgement.analysis?.article.language;
      const items = diagnosticsOf(judgement, abilities);
      return { items, ...(language !== undefined && { language }) };
    } catch (error) {
      if (error instanceof UnreadableText)
        return { items: [unreadable(abilities.retell(error.message), error.line)] };
      this.#session.connection.console.error(
        `Copydesk could not check ${file.uri} (${describe(error)}). It went on with the other articles.`,
      );
      return { items: [] };
    }
  }
}

function emptyReport(uri: string): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

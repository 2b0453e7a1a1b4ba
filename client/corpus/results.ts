import * as vscode from 'vscode';
import type { Diagnostic, FullDocumentDiagnosticReport } from 'vscode-languageclient';
import type { CorpusLanguage } from '../../server/lsp/messages.ts';

/** What the server reported of a file that is not open. */
export interface CorpusResult extends CorpusLanguage {
  /** The server’s name for it, by which it knows what need not be read again, in this session or another. */
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** A full report of the server’s with what it says besides. */
export type CorpusReport = FullDocumentDiagnosticReport & CorpusLanguage;

/** As it stands in the file; what all problems of a rule share stands there once. */
interface Stored {
  /** By what these results were made. Another one’s are thrown away. */
  readonly program: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly results: readonly (readonly [string, string, string | null, readonly Diagnostic[]])[];
}

const source = 'copydesk';

/**
 * What is known of the corpus, by the URI that the server uses. It is kept in the folder that the editor gives the
 * extension for the workspace, so that a corpus that is opened again is not judged anew.
 */
export class CorpusResults {
  readonly #file: vscode.Uri | undefined;
  readonly #program: () => Promise<string>;
  readonly #results = new Map<string, CorpusResult>();
  #loading: Promise<boolean> | undefined;

  /** `program` names the server that judges; a changed one may judge otherwise. */
  constructor(folder: vscode.Uri | undefined, program: () => Promise<string>) {
    this.#file = folder && vscode.Uri.joinPath(folder, 'corpus.json');
    this.#program = program;
  }

  /** Reads what was kept, once. Says whether there was anything. */
  load(): Promise<boolean> {
    return (this.#loading ??= this.#load());
  }

  get(uri: string): CorpusResult | undefined {
    return this.#results.get(uri);
  }

  /** Takes in a report; one without a name is of a file that is gone or open. */
  set(uri: string, { resultId, items, language }: CorpusReport): void {
    if (resultId === undefined) this.#results.delete(uri);
    else this.#results.set(uri, { resultId, items, ...(language !== undefined && { language }) });
  }

  delete(uri: string): void {
    this.#results.delete(uri);
  }

  entries(): [string, CorpusResult][] {
    return [...this.#results];
  }

  /** Writes all of it down. */
  async save(): Promise<void> {
    if (!this.#file) return;
    const pages: Record<string, string> = {};
    const results = this.entries().map(([uri, { resultId, language, items }]) => {
      const short = items.map((item) => {
        const { codeDescription, source: ours, ...rest } = item;
        if (codeDescription) pages[String(item.code)] = codeDescription.href;
        return ours === source ? rest : item;
      });
      return [uri, resultId, language ?? null, short] as const;
    });
    const stored: Stored = { program: await this.#program(), pages, results };
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(this.#file, '..'));
    await vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(JSON.stringify(stored)));
  }

  async #load(): Promise<boolean> {
    if (!this.#file) return false;
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file));
      const { program, pages, results } = JSON.parse(text) as Stored;
      if (program !== (await this.#program())) return false;
      for (const [uri, resultId, language, short] of results) {
        const items = short.map((item) => {
          const href = pages[String(item.code)];
          return { source, ...item, ...(href !== undefined && { codeDescription: { href } }) };
        });
        this.#results.set(uri, { resultId, items, ...(language !== null && { language }) });
      }
      return results.length > 0;
    } catch {
      // Nothing was kept yet, or what was is damaged: the corpus is judged anew.
      this.#results.clear();
      return false;
    }
  }
}

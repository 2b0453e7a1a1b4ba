import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Judging } from '../configurations.ts';
import { articleLanguageId } from '../judgements.ts';
import { isConfigurationUri, isOwnText } from '../uris.ts';
import { holdsArticles } from './plausible.ts';
import { recordsFormatOf, type RecordsFormat } from './records-format.ts';
import { RecordsTable } from './records-table.ts';

/** So long, in milliseconds, until more is shown of a large document; each time twice as long, up to the longest. */
const firstPause = 300;
const longestPause = 5_000;

/** So much of a document, in UTF-16 units, is enough to know its format by. */
const beginning = 65_536;

/** A table, and by which configuration its document was found to hold articles. */
interface Known {
  readonly table: RecordsTable;
  readonly judging: Judging;
}

/** The open documents that hold articles as records. */
export class RecordsTables {
  readonly #failed: (what: string, error: unknown) => void;
  readonly #known = new Map<string, Known>();
  readonly #running = new Set<RecordsTable>();
  readonly #listeners: ((uri: string) => void)[] = [];

  constructor(failed: (what: string, error: unknown) => void) {
    this.#failed = failed;
  }

  /** Calls back while the records of a document are judged, and when all are. */
  onProgress(listener: (uri: string) => void): void {
    this.#listeners.push(listener);
  }

  /** The records of a document as it is now; undefined where it holds no articles as such. */
  take(document: TextDocument, judging: Judging): RecordsTable | undefined {
    const { uri } = document;
    const format = formatFor(document, judging);
    try {
      const known = format && this.#tableOf(document, judging, format);
      if (!known) {
        this.#known.delete(uri);
        return undefined;
      }
      known.table.update(document, judging);
      this.#known.set(uri, known);
      void this.#goOn(uri, known.table);
      return known.table;
    } catch (error) {
      this.#known.delete(uri);
      this.#failed(uri, error);
      return undefined;
    }
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }

  /** What was found to hold articles does so while it is changed, whatever it looks like in between. */
  #tableOf(document: TextDocument, judging: Judging, format: RecordsFormat): Known | undefined {
    const known = this.#known.get(document.uri);
    const same = known?.table.format === format ? known.table : undefined;
    if (same && known?.judging === judging) return known;
    const { listed, fields } = judging;
    if (!holdsArticles({ text: document.getText(), format, fields, listed })) return undefined;
    return { table: same ?? new RecordsTable(format, this.#failed), judging };
  }

  async #goOn(uri: string, table: RecordsTable): Promise<void> {
    if (this.#running.has(table)) return;
    this.#running.add(table);
    let [pause, told] = [firstPause, performance.now()];
    const tell = (): void => {
      [pause, told] = [Math.min(2 * pause, longestPause), performance.now()];
      for (const listener of this.#listeners) listener(uri);
    };
    await table.settled;
    while (table.pending > 0 && this.#known.get(uri)?.table === table) {
      table.judgeSome();
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (table.pending > 0 && performance.now() - told > pause) tell();
    }
    this.#running.delete(table);
    // What was asked for as soon as it was settled need not be asked for again.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (table.told !== table.revision && this.#known.get(uri)?.table === table) tell();
  }
}

function formatFor(document: TextDocument, { excluded, fields }: Judging): RecordsFormat | undefined {
  const { uri, languageId } = document;
  if (excluded || languageId === articleLanguageId || !isOwnText(uri) || isConfigurationUri(uri))
    return undefined;
  return recordsFormatOf(uri, languageId, fields.format, document.getText().slice(0, beginning));
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CancellationToken, Position } from 'vscode-languageserver';
import type { SourceArticle, SourceRecord } from '../../formats/record.ts';
import { applyEdits, type Analysis, type Edit, type Span } from '../../index.ts';
import type { Judging } from '../configurations.ts';
import { look, type JudgedArticle } from '../judgements.ts';
import { follow, type Entry, type Seen } from './entry.ts';
import { judgingOf, nameOf, seen, unknown } from './judge-record.ts';
import { readLineBack, RecordDocument } from './record-document.ts';
import type { RecordsFormat } from './records-format.ts';
import { placesOf, recordIn } from './split.ts';

/** So long, in milliseconds, records are judged before whatever else was asked gets its turn. */
const slice = 12;

/** So long, in milliseconds, an editor waits for the first problems of a document; the others follow. */
const patience = 200;

/** However long they take, so many records of a document are judged before anything is shown of it. */
const fewest = 20;

/** Of a change of more records than these the others wait like those of a document that was just opened. */
const mostUrgent = 50;

/** So many articles are kept as they were read; more are read again when they are looked at. */
const mostKept = 64;

/** Edits of the file that change a record, and what its article is to be then. */
export interface MadeEdits {
  readonly edits: readonly Edit[];
  readonly text: string;
}

/** The records of one open document: each is judged once, and again when it has changed. */
export class RecordsTable {
  readonly format: RecordsFormat;
  readonly #failed: (what: string, error: unknown) => void;
  #document: TextDocument | undefined;
  #text = '';
  #judging: Judging | undefined;
  #entries: readonly Entry[] = [];
  /** Records that have just been changed go before all others. */
  #urgent: Entry[] = [];
  #next = 0;
  #left = 0;
  #count = 0;
  /** Goes up whenever more is known. */
  revision = 0;
  /** The revision that was told of last. */
  told = 0;
  /** Done when what was changed last is judged. */
  settled: Promise<void> = Promise.resolve();
  readonly #articles = new Map<string, Analysis>();

  constructor(format: RecordsFormat, failed: (what: string, error: unknown) => void) {
    this.format = format;
    this.#failed = failed;
  }

  /** Takes in the document as it is now. */
  update(document: TextDocument, judging: Judging): void {
    const text = document.getText();
    const anew = judging !== this.#judging;
    const places = placesOf(text, this.format, judging.fields);
    const before = { entries: this.#entries, text: this.#text };
    const waiting = new Set(before.entries.flatMap(({ key, seen }) => (seen ? [] : [key])));
    this.#entries = follow(before, { places, text }, () => String(++this.#count));
    if (anew) for (const entry of this.#entries) entry.seen = undefined;
    const isFirst = this.#judging === undefined || anew;
    [this.#document, this.#text, this.#judging] = [document, text, judging];
    const unseen = this.#entries.filter(({ seen }) => !seen);
    this.#left = unseen.length;
    // While the others wait to be judged for the first time, what is typed is judged at once.
    this.#urgent = isFirst ? [] : unseen.filter(({ key }) => !waiting.has(key)).slice(0, mostUrgent);
    this.#next = 0;
    this.revision++;
    this.settled = this.#settle();
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** The language of most records; `und` where there is none yet. */
  get language(): string {
    const counts = new Map<string, number>();
    for (const { seen } of this.#entries)
      if (seen) counts.set(seen.language, (counts.get(seen.language) ?? 0) + 1);
    const [most] = [...counts].sort(([, one], [, other]) => other - one);
    return most?.[0] ?? 'und';
  }

  /** How many records are yet to be judged. */
  get pending(): number {
    return this.#left;
  }

  get file(): TextDocument {
    if (!this.#document) throw new Error('No document was taken in yet.');
    return this.#document;
  }

  get judging(): Judging {
    if (!this.#judging) throw new Error('No document was taken in yet.');
    return this.#judging;
  }

  /** Judges until what was changed last is done, and of a document that was just opened for a moment. */
  async #settle(): Promise<void> {
    const end = performance.now() + patience;
    const document = this.#document;
    const typed = this.#urgent.length > 0;
    const few = Math.max(0, this.#left - fewest);
    const isDone = (): boolean =>
      typed ? this.#urgent.length === 0 : this.#left <= few && performance.now() > end;
    while (this.#left > 0 && !isDone()) {
      this.judgeSome();
      await turn();
      if (this.#document !== document) return;
    }
  }

  /** Judges all that is left. */
  async finish(token?: CancellationToken): Promise<void> {
    while (this.#left > 0 && token?.isCancellationRequested !== true) {
      this.judgeSome();
      await turn();
    }
  }

  /** Judges for a moment. */
  judgeSome(): void {
    const end = performance.now() + slice;
    do {
      const entry = this.#nextUnseen();
      if (!entry) break;
      entry.seen = this.#look(entry);
      this.#left--;
      this.revision++;
    } while (performance.now() < end);
  }

  #nextUnseen(): Entry | undefined {
    for (let entry = this.#urgent.shift(); entry; entry = this.#urgent.shift()) if (!entry.seen) return entry;
    while (this.#next < this.#entries.length) {
      const entry = this.#entries[this.#next++];
      if (entry && !entry.seen) return entry;
    }
    return undefined;
  }

  #look(entry: Entry): Seen {
    const id = `record ${String(++this.#count)}`;
    try {
      const record = this.#read(entry);
      return seen(record, { id, judging: this.judging, isLine: !entry.source });
    } catch (error) {
      this.#failed(`a record at ${String(entry.start)}`, error);
      return unknown(id);
    }
  }

  /** A record as an article; undefined while it is not judged, and for what is none. */
  article(entry: Entry): JudgedArticle | undefined {
    const { seen } = entry;
    if (!seen || seen.bad) return undefined;
    const record = this.#read(entry);
    if (record.kind === 'bad') return undefined;
    const judging = judgingOf(record, this.judging);
    let analysis = this.#articles.get(seen.id);
    if (!analysis) {
      const { article } = look(record.map.text, judging);
      // The very same problems that were told, for they are known by their place in the list.
      analysis = { article, findings: seen.findings };
      this.#articles.set(seen.id, analysis);
      const [oldest] = this.#articles.keys();
      if (this.#articles.size > mostKept && oldest !== undefined) this.#articles.delete(oldest);
    }
    const document = this.document(entry);
    return {
      id: seen.id,
      document,
      version: document.version,
      judging,
      analysis,
      memory: undefined,
      took: 0,
    };
  }

  /** The document that a record is. */
  document(entry: Entry): RecordDocument {
    const { file, judging } = this;
    const text = this.#text;
    let read: SourceArticle | undefined;
    return new RecordDocument({
      file,
      base: entry.source ? 0 : entry.start,
      known: entry.seen?.spans,
      readsLine: !entry.source,
      map: () => {
        read ??= this.#read(entry) as SourceArticle;
        return read.map;
      },
      readBack: (edits: readonly Edit[]) => {
        if (!entry.source) return readLineBack(text.slice(entry.start, entry.end), judging.fields, edits);
        const places = placesOf(applyEdits(text, edits), this.format, judging.fields);
        const { source } = places[this.#entries.indexOf(entry)] ?? {};
        return source?.kind === 'article' ? source.map.text : undefined;
      },
    });
  }

  /**
   * Edits of several records as edits of the file. Where they are not read back by themselves, the result is
   * read, and what does not read as it was meant is left out.
   */
  readBack(made: ReadonlyMap<Entry, MadeEdits>): readonly Edit[] {
    const left = new Map(made);
    for (;;) {
      const edits = [...left.values()].flatMap((one) => one.edits);
      if (this.format === 'json-lines' || edits.length === 0) return edits;
      const places = placesOf(applyEdits(this.#text, edits), this.format, this.judging.fields);
      const wrong = [...left].filter(([entry, { text }]) => {
        const { source } = places[this.#entries.indexOf(entry)] ?? {};
        return source?.kind !== 'article' || source.map.text !== text;
      });
      if (wrong.length === 0) return edits;
      for (const [entry] of wrong) left.delete(entry);
    }
  }

  /** A record as it is read; undefined for what is no article. */
  source(entry: Entry): SourceArticle | undefined {
    const record = this.#read(entry);
    return record.kind === 'article' ? record : undefined;
  }

  /** The beginning of a record's article. */
  nameOf(entry: Entry): string {
    if (entry.seen) return entry.seen.name;
    return nameOf(this.source(entry)?.map.text ?? '');
  }

  /** The record of an id or of a key. */
  find(named: { readonly id: string } | { readonly key: string }): Entry | undefined {
    return this.#entries.find((entry) =>
      'id' in named ? entry.seen?.id === named.id : entry.key === named.key,
    );
  }

  /** The record at a place of the document; undefined between records. */
  at(position: Position): Entry | undefined {
    const offset = this.file.offsetAt(position);
    return this.within({ start: offset, end: offset })[0];
  }

  /** The records that a span of the document touches. */
  within({ start, end }: Span): Entry[] {
    return this.#entries.filter((entry) => entry.start <= end && start <= entry.end);
  }

  #read(entry: Entry): SourceRecord {
    return entry.source ?? recordIn(this.#text.slice(entry.start, entry.end), this.judging.fields);
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

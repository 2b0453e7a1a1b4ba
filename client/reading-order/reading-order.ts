import * as vscode from 'vscode';
import type { ArticleStatuses } from '../article-statuses.ts';
import { isForServer } from '../served-documents.ts';
import { mayHoldRecords } from '../records/records-document.ts';
import { LineDirections, type LineDirection } from './line-directions.ts';

/** A column after the end of any line; the editor takes the line’s own end for it. */
const beyondLine = 2 ** 30;

/**
 * Lays lines with letters from right to left out in the order in which they are read.
 *
 * VS Code draws each differently coloured part of such a line as a world of its own (`unicode-bidi: isolate`) in
 * a line from left to right, so that coloured speech, its cue and its speaker stand in the wrong order, and a full
 * stop on the wrong side. It offers extensions no setting for this (microsoft/vscode #11770). What it does offer
 * is a style for parts of the text, whose `textDecoration` it hands on to the style sheet as it is: there the
 * parts of a line are made one again, and embedded in their own direction where the line’s letters have it.
 * Neither a letter nor a column of the text is another for it.
 */
export class ReadingOrder implements vscode.Disposable {
  readonly #styles = directionStyles();
  readonly #directions = new WeakMap<vscode.TextDocument, LineDirections>();
  readonly #statuses: ArticleStatuses;
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(statuses: ArticleStatuses) {
    this.#statuses = statuses;
    this.#subscriptions = [
      ...Object.values(this.#styles),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        editors.forEach((editor) => {
          this.#show(editor);
        });
      }),
      vscode.workspace.onDidChangeTextDocument((change) => {
        this.#follow(change);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#directions.delete(document)),
      // A file that turns out to belong to a program is left alone.
      statuses.onDidChange((uri) => {
        if (statuses.of(uri)?.article === false) this.#showAll((document) => isSame(document.uri, uri));
      }),
    ];
    this.#showAll(() => true);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const directions = this.#directions.get(document);
    const [change, ...others] = contentChanges;
    if (!directions || !change) return;
    if (others.length > 0) this.#directions.delete(document);
    else {
      const { start, end } = change.range;
      const count = change.text.split(/\r\n|\r|\n/).length;
      // Within the lines they had the styles keep up by themselves.
      if (!directions.change({ first: start.line, last: end.line, count })) return;
    }
    this.#showAll((shown) => shown === document);
  }

  #showAll(of: (document: vscode.TextDocument) => boolean): void {
    for (const editor of vscode.window.visibleTextEditors) if (of(editor.document)) this.#show(editor);
  }

  #show(editor: vscode.TextEditor): void {
    const { document } = editor;
    const runs = this.#isForReading(document) ? this.#directionsOf(document).runs() : [];
    for (const direction of ['rtl', 'mixed'] as const) {
      const alike = runs.filter((run) => run.direction === direction);
      // A range for each line: with a key in one that is long the editor goes through all of its lines. It ends
      // where the line will end when it arrives there: somebody may have typed on meanwhile.
      const ranges = alike.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, index) => document.lineAt(first + index))
          .filter(({ text }) => text !== '')
          .map(({ lineNumber }) => new vscode.Range(lineNumber, 0, lineNumber, beyondLine)),
      );
      editor.setDecorations(this.#styles[direction], ranges);
    }
  }

  #isForReading(document: vscode.TextDocument): boolean {
    return (
      isForServer(document) &&
      !document.languageId.startsWith('json') &&
      !mayHoldRecords(document) &&
      this.#statuses.of(document.uri)?.article !== false
    );
  }

  #directionsOf(document: vscode.TextDocument): LineDirections {
    const known = this.#directions.get(document);
    if (known) return known;
    const directions = new LineDirections(document.lineCount, (line) => document.lineAt(line).text);
    this.#directions.set(document, directions);
    return directions;
  }
}

/** The styles that lay text out in its direction. */
export function directionStyles(): Readonly<
  Record<Exclude<LineDirection, 'ltr'>, vscode.TextEditorDecorationType>
> {
  return {
    // Embeddings side by side are one run: the whole row is ordered as one text from right to left.
    rtl: style('direction: rtl; unicode-bidi: embed !important'),
    mixed: style('unicode-bidi: normal !important'),
  };
}

/** A style that what is typed at its ends has too. */
function style(css: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    // An empty decoration of the text is none, and is passed over; what follows it holds.
    textDecoration: `; ${css}`,
    rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
  });
}

function isSame(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}

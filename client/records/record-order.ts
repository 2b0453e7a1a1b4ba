import * as vscode from 'vscode';
import type { ArticleStatuses } from '../article-statuses.ts';
import { directionStyles } from '../reading-order/reading-order.ts';
import { turnedRuns } from './text-runs.ts';

/** How long after a change or a move the lines that are seen are laid out, in milliseconds. */
const pause = 50;

/**
 * Lays texts from right to left out in the order in which they are read, in the raw lines of a file of records:
 * each paragraph by itself, so that the marks and names of the format stay where they are. Only in lines that are
 * seen, for such a file may be long.
 */
export class RecordOrder {
  readonly #styles = directionStyles();
  readonly #statuses: ArticleStatuses;
  readonly #subscriptions: readonly { dispose(): unknown }[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(statuses: ArticleStatuses) {
    this.#statuses = statuses;
    const soon = (): void => {
      this.#showSoon();
    };
    this.#subscriptions = [
      ...Object.values(this.#styles),
      statuses.onDidChange(soon),
      vscode.window.onDidChangeVisibleTextEditors(soon),
      vscode.window.onDidChangeTextEditorVisibleRanges(soon),
      vscode.workspace.onDidChangeTextDocument(soon),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #showSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const editor of vscode.window.visibleTextEditors) this.#show(editor);
    }, pause);
  }

  #show(editor: vscode.TextEditor): void {
    const { document, visibleRanges } = editor;
    if (!this.#statuses.of(document.uri)?.records) return;
    // Lines may have gone since it was told which are seen.
    const last = document.lineCount - 1;
    const ranges = visibleRanges.flatMap(({ start, end }) =>
      Array.from(
        { length: Math.max(0, Math.min(end.line, last) - start.line + 1) },
        (_, index) => start.line + index,
      ).flatMap((line) =>
        turnedRuns(document.lineAt(line).text).map((run) => new vscode.Range(line, run.start, line, run.end)),
      ),
    );
    editor.setDecorations(this.#styles.rtl, ranges);
  }
}

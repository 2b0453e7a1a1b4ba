import * as vscode from 'vscode';
import type { RepeatedLine, RepeatedLines } from '../../server/lsp/messages.ts';
import { kindWords, patternWords, placeWords, shapeOf } from './pattern-words.ts';

/** A row below a line: what would find it, or where it stands. */
interface Detail {
  readonly line: RepeatedLine;
  /** The place; none for the row of the pattern. */
  readonly place?: RepeatedLine['examples'][number];
}

type Node = RepeatedLine | Detail;

/** The lines that many articles share, until somebody has decided about each. */
export class RepeatedLinesView implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Node>;
  #lines: readonly RepeatedLine[] = [];

  constructor() {
    this.#view = vscode.window.createTreeView<Node>('copydesk.repeatedLines', {
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getChildren: (node) =>
          node === undefined ? [...this.#lines] : 'example' in node ? detailsOf(node) : [],
        getParent: (node) => ('example' in node ? undefined : node.line),
        getTreeItem: (node) => ('example' in node ? lineItem(node) : detailItem(node)),
      },
      canSelectMany: true,
      showCollapseAll: true,
    });
  }

  /** The lines that are not decided yet, the most frequent first. */
  get lines(): readonly RepeatedLine[] {
    return this.#lines;
  }

  /** What is selected of them, whichever of their rows it is. */
  get selected(): readonly RepeatedLine[] {
    return linesOf(this.#view.selection);
  }

  /** Shows what is left of what was found, and goes to the first of it. */
  async show(
    { articles }: Pick<RepeatedLines, 'articles'>,
    lines: readonly RepeatedLine[],
    least: number,
  ): Promise<void> {
    this.#lines = lines;
    this.#view.message =
      lines.length > 0
        ? ''
        : vscode.l10n.t(
            'No line stands in {0} or more of {1} articles, but those that are known or dismissed.',
            least,
            articles,
          );
    this.#changed.fire();
    await this.#goTo(0);
  }

  /** Takes away what is decided, and goes to what follows it. */
  async drop(decided: readonly RepeatedLine[]): Promise<void> {
    const last = this.#lines.findLastIndex((line) => decided.includes(line));
    const next = this.#lines.slice(0, last + 1).filter((line) => !decided.includes(line)).length;
    this.#lines = this.#lines.filter((line) => !decided.includes(line));
    if (this.#lines.length === 0) this.#view.message = vscode.l10n.t('All lines are decided.');
    this.#changed.fire();
    await this.#goTo(next);
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }

  /** Goes to a row, the last one if there are fewer, so that the next decision needs no mouse. */
  async #goTo(index: number): Promise<void> {
    const line = this.#lines[Math.min(index, this.#lines.length - 1)];
    if (line) await this.#view.reveal(line, { select: true, focus: true });
    else await vscode.commands.executeCommand('copydesk.repeatedLines.focus');
  }
}

/** The lines whose rows, or the rows below whose, these are, each once. */
export function linesOf(nodes: readonly unknown[]): RepeatedLine[] {
  return [...new Set((nodes as readonly Node[]).map((node) => ('example' in node ? node : node.line)))];
}

function detailsOf(line: RepeatedLine): Detail[] {
  return [{ line }, ...line.examples.map((place) => ({ line, place }))];
}

function lineItem(line: RepeatedLine): vscode.TreeItem {
  const { articles, example, pattern, places } = line;
  const item = new vscode.TreeItem(apart(example), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = JSON.stringify(pattern);
  item.description = String(articles);
  const counts = vscode.l10n.t(
    'Articles: {0}. Above the text: {1}, within it: {2}, below it: {3}.',
    articles,
    ...[places.above, places.within, places.below],
  );
  item.tooltip = `${example}\n\n${counts}\n${patternWords(pattern)}`;
  item.iconPath = new vscode.ThemeIcon('list-flat');
  item.contextValue = 'repeatedLine';
  item.accessibilityInformation = { label: `${example}. ${counts} ${patternWords(pattern)}` };
  return item;
}

function detailItem({ line, place }: Detail): vscode.TreeItem {
  if (!place) {
    const { kind, text } = shapeOf(line.pattern);
    const item = new vscode.TreeItem(`${kindWords(kind)}, ${placeWords(line.pattern.place ?? 'anywhere')}`);
    item.description = apart(text);
    item.iconPath = new vscode.ThemeIcon('regex');
    item.tooltip = JSON.stringify(line.pattern, null, 2);
    item.contextValue = 'repeatedPattern';
    return item;
  }
  const uri = vscode.Uri.parse(place.uri);
  const path = vscode.workspace.asRelativePath(uri);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const item = new vscode.TreeItem(`${name}:${String(place.range.start.line + 1)}`);
  item.description = path.slice(0, -name.length - 1);
  item.iconPath = new vscode.ThemeIcon('go-to-file');
  const { start, end } = place.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to this place'),
    arguments: [uri, { selection } satisfies vscode.TextDocumentShowOptions],
  };
  return item;
}

/** A text between marks by which it runs in its own direction and pulls nothing beside it along. */
function apart(text: string): string {
  return `\u2068${text}\u2069`;
}

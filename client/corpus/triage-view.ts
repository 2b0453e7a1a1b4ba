import * as vscode from 'vscode';
import { filtered, grouped, type Group, type Grouping, type Listed } from './grouping.ts';
import { allProblems, ruleOf, type Problem } from './problems.ts';

/** A problem as it stands in the list. */
interface Entry extends Problem, Listed {}

type Node = Group<Entry> | Entry;

/** How long after a change the list is made anew, in milliseconds: a check of the corpus brings many. */
const pause = 150;

/** The list of all problems that are known, by rule, folder or article. */
export class TriageView implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: readonly { dispose(): unknown }[];
  #grouping: Grouping = 'rule';
  #words = '';
  #timer: NodeJS.Timeout | undefined;

  /** `shown` is told when somebody looks at the list. */
  constructor(shown: () => void) {
    this.#view = vscode.window.createTreeView<Node>('copydesk.triage', {
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getChildren: (node) =>
          node === undefined ? this.groups() : 'problems' in node ? [...node.problems] : [],
        getTreeItem: (node) => ('problems' in node ? this.#groupItem(node) : this.#problemItem(node)),
      },
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) shown();
      }),
      vscode.languages.onDidChangeDiagnostics(() => {
        this.#refreshSoon();
      }),
    ];
    this.#refresh();
  }

  /** The list as it is shown. */
  groups(): Group<Entry>[] {
    return grouped(filtered(entries(), this.#words), this.#grouping);
  }

  groupBy(grouping: Grouping): void {
    this.#grouping = grouping;
    this.#refresh();
  }

  /** Asks for words, and shows only the problems whose rule, article or message holds them. */
  async askFilter(): Promise<void> {
    const words = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter the problems'),
      prompt: vscode.l10n.t('Words of the rule, the article’s path or the message. Nothing shows all.'),
      value: this.#words,
    });
    if (words !== undefined) this.filter(words);
  }

  filter(words: string): void {
    this.#words = words.trim();
    void vscode.commands.executeCommand('setContext', 'copydesk.triageFiltered', this.#words !== '');
    this.#refresh();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #refreshSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#refresh();
    }, pause);
  }

  #refresh(): void {
    const all = filtered(entries(), this.#words);
    const files = new Set(all.map(({ path }) => path)).size;
    this.#view.badge =
      all.length === 0
        ? undefined
        : { value: all.length, tooltip: vscode.l10n.t('Problems: {0}. Articles: {1}.', all.length, files) };
    this.#view.description = this.#words === '' ? '' : vscode.l10n.t('filtered by “{0}”', this.#words);
    this.#view.message =
      this.#words !== '' && all.length === 0 ? vscode.l10n.t('No problem fits the filter.') : '';
    this.#changed.fire();
  }

  #groupItem({ name, problems }: Group<Entry>): vscode.TreeItem {
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `${this.#grouping}:${name}`;
    item.description = String(problems.length);
    const [first] = problems;
    if (this.#grouping === 'file' && first) {
      item.resourceUri = first.uri;
      item.iconPath = vscode.ThemeIcon.File;
    } else
      item.iconPath = this.#grouping === 'folder' ? vscode.ThemeIcon.Folder : new vscode.ThemeIcon('law');
    item.accessibilityInformation = { label: vscode.l10n.t('{0}: problems: {1}', name, problems.length) };
    return item;
  }

  #problemItem({ uri, diagnostic, path, rule, message }: Entry): vscode.TreeItem {
    const line = String(diagnostic.range.start.line + 1);
    const name = path.slice(path.lastIndexOf('/') + 1);
    // In a group of one rule all say the same: the place tells them apart.
    const item = new vscode.TreeItem(this.#grouping === 'rule' ? `${name}:${line}` : message);
    item.description =
      this.#grouping === 'rule' ? path.slice(0, -name.length - 1) : `${name}:${line} · ${rule}`;
    item.tooltip = `${message}\n\n${path}:${line} · ${rule}`;
    item.contextValue = 'problem';
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Go to the problem'),
      arguments: [uri, { selection: diagnostic.range } satisfies vscode.TextDocumentShowOptions],
    };
    return item;
  }
}

function entries(): Entry[] {
  return allProblems().map(({ uri, diagnostic }) => ({
    uri,
    diagnostic,
    rule: ruleOf(diagnostic) ?? '',
    path: vscode.workspace.asRelativePath(uri, (vscode.workspace.workspaceFolders?.length ?? 0) > 1),
    message: diagnostic.message,
  }));
}

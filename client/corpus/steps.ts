import * as vscode from 'vscode';
import type { ArticleStatuses } from '../article-statuses.ts';
import { fixesOf, makeFix } from '../fixes.ts';
import type { Server } from '../server.ts';
import { allProblems, problemsIn } from './problems.ts';

/** How long a fix waits for the article to be judged anew before it goes on, in milliseconds. */
const patience = 3_000;

/** The problem at the cursor of an editor, else the next one in the article. */
function problemAt({ document, selection }: vscode.TextEditor): vscode.Diagnostic | undefined {
  const all = problemsIn(document.uri);
  const { active } = selection;
  return (
    all.find(({ range }) => range.contains(active)) ?? all.find(({ range }) => range.start.isAfter(active))
  );
}

/** Makes the likeliest fix of the problem at the cursor and goes to the next one. */
export async function fixAndGoOn(server: Server, statuses: ArticleStatuses): Promise<void> {
  await settleAndGoOn(server, statuses, ({ isPreferred }) => isPreferred === true, {
    none: vscode.l10n.t(
      'This problem has no fix that is likely enough to be made at once. Press Ctrl+. for what there is.',
    ),
  });
}

/** Notes that the problem at the cursor is to stay as it is, and goes to the next one. */
export async function keepAndGoOn(server: Server, statuses: ArticleStatuses): Promise<void> {
  await settleAndGoOn(
    server,
    statuses,
    ({ edit, data, command }) => edit === undefined && data === undefined && command !== undefined,
    {
      none: vscode.l10n.t('This problem cannot be kept: there is no folder in which it could be noted.'),
    },
  );
}

async function settleAndGoOn(
  server: Server,
  statuses: ArticleStatuses,
  wanted: (fix: Awaited<ReturnType<typeof fixesOf>>[number]) => boolean,
  { none }: { readonly none: string },
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const problem = editor && problemAt(editor);
  if (!editor || !problem) {
    await goToNextArticle();
    return;
  }
  const { document } = editor;
  const fix = (await fixesOf(server, document, problem)).find(wanted);
  if (!fix) {
    editor.selection = new vscode.Selection(problem.range.start, problem.range.start);
    editor.revealRange(problem.range);
    void vscode.window.showInformationMessage(none);
    return;
  }
  const before = problemsIn(document.uri).length;
  await makeFix(server, fix);
  await judgedAnew(document, statuses, before);
  const next = problemsIn(document.uri).find(({ range }) => !range.end.isBefore(problem.range.start));
  if (next) select(editor, next.range);
  else await goToNextArticle();
}

async function judgedAnew(
  document: vscode.TextDocument,
  statuses: ArticleStatuses,
  before: number,
): Promise<void> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const isFresh = statuses.of(document.uri)?.version === document.version;
    if (isFresh && problemsIn(document.uri).length !== before) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Opens the next article with problems, in the order of the folders, and goes to its first one. */
export async function goToNextArticle(): Promise<void> {
  const problems = allProblems();
  const current = vscode.window.activeTextEditor?.document.uri.path ?? '';
  const others = problems.filter(({ uri }) => uri.path !== current);
  const next = others.find(({ uri }) => uri.path > current) ?? others[0];
  if (!next) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'No other article with problems is known. “Check All Articles of the Folder” looks for them.',
      ),
    );
    return;
  }
  select(await vscode.window.showTextDocument(next.uri), next.diagnostic.range);
}

function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

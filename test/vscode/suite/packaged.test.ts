import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { defaultSettings, fix, rules, titleOf } from '../../../server/index.ts';
import {
  apply,
  closeAll,
  extension,
  findings,
  judged,
  open,
  quickFix,
  shown,
  undo,
  until,
} from './editor.ts';

/** Waits for a tab that shows a page of a kind. */
function page(kind: string): Promise<vscode.Tab> {
  return until(`a page of the kind ${kind} is open`, () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes(kind)),
  );
}

/** What fails when the package lacks a file or a word of its manifest; the rest is the development folder’s. */
describe('the package, installed', () => {
  after(closeAll);

  it('is not the development folder, and judges an article', async () => {
    assert.match(extension().extensionPath, /extensions[/\\]copydesk\.copydesk-[^/\\]+$/);
    const document = await open('ar/harbour.txt');
    await judged(document);
    assert.notDeepEqual(shown(document), []);
  });

  it('offers each command that it names', async () => {
    const { contributes } = extension().packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const there = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !there.has(command)),
      [],
    );
  });

  it('fixes a problem, and all that is safe', async () => {
    const document = await open('ar/harbour.txt');
    await judged(document);
    const text = document.getText();
    const [finding] = findings(text);
    const [first] = finding?.fixes ?? [];
    assert.ok(finding && first);
    await apply(await quickFix(document, finding, { title: titleOf(finding, first), edits: first.edits }));
    assert.notEqual(document.getText(), text);
    await undo();
    await judged(document);
    await vscode.commands.executeCommand('copydesk.fixAll');
    assert.equal(document.getText(), fix(text, defaultSettings, { safeties: ['safe'] }).text);
    await undo();
  });

  it('has the page of every rule, and shows that of a problem', async () => {
    const document = await open('ar/harbour.txt');
    await judged(document);
    const [problem] = shown(document);
    assert.ok(problem);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const at = document.positionAt(problem.from);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('copydesk.explainProblem');
    assert.equal((await page('markdown.preview')).label, 'Preview README.md');
    for (const { id } of rules) {
      const readme = vscode.Uri.joinPath(
        extension().extensionUri,
        'server',
        'rules',
        ...id.split('/'),
        'README.md',
      );
      assert.ok((await vscode.workspace.fs.stat(readme)).size > 0, id);
    }
  });

  it('opens the proof', async () => {
    await open('ar/harbour.txt');
    await vscode.commands.executeCommand('copydesk.openProof');
    await page('copydesk.proof');
    for (const file of ['dist/proof.js', 'media/proof.css']) {
      await vscode.workspace.fs.stat(vscode.Uri.joinPath(extension().extensionUri, file));
    }
  });

  it('knows the marks of articles', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'news-article', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    // VS Code reads a language's pairs of marks when the first document of it is opened, and types on meanwhile.
    await until('the mark that is typed gets its partner', async () => {
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      await editor.edit((edit) => {
        edit.delete(all);
      });
      await vscode.commands.executeCommand('type', { text: '«' });
      return document.getText() === '«»';
    });
  });
});

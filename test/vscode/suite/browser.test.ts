import * as vscode from 'vscode';
import type { Copydesk } from '../../../client/session.ts';
import {
  analyse,
  defaultSettings,
  fix,
  messageOf,
  preferredFix,
  titleOf,
  type Finding,
} from '../../../server/index.ts';

const path = 'ar/harbour.txt';

/** @throws Error that shows both where they differ. */
function same(actual: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (one !== other) throw new Error(`It is\n${one}\nand should be\n${other}`);
}

/** Waits until something holds. @throws What it said last if it never does. */
async function until(check: () => void): Promise<void> {
  const end = performance.now() + 30_000;
  for (;;) {
    try {
      check();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

async function open(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  await vscode.window.showTextDocument(document);
  return document;
}

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
}

async function read(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)));
}

function findings(document: vscode.TextDocument): readonly Finding[] {
  return analyse(document.getText(), defaultSettings).findings;
}

function diagnostics(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'copydesk');
}

function shown(document: vscode.TextDocument): string[] {
  return diagnostics(document).map(
    ({ range, message }) => `${String(document.offsetAt(range.start))} ${message}`,
  );
}

/** Waits until all that is wrong is shown. */
async function judged(document: vscode.TextDocument): Promise<void> {
  await until(() => {
    const expected = findings(document).map((finding) => `${String(finding.start)} ${messageOf(finding)}`);
    same(shown(document).toSorted(), expected.toSorted());
  });
}

async function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    100,
  );
}

function rangeOf(document: vscode.TextDocument, { start, end }: Finding): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

describe('the extension in a browser', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows what is wrong', async () => {
    const extension = vscode.extensions.getExtension<Copydesk>('copydesk.copydesk');
    same(vscode.env.uiKind, vscode.UIKind.Web);
    same(extension?.extensionKind, vscode.ExtensionKind.UI);
    const document = await open();
    await judged(document);
    same(findings(document).length > 0, true);
    same(extension?.exports.statusOf(document.uri)?.version, document.version);
  });

  it('makes a quick fix', async () => {
    const document = await open();
    await judged(document);
    const finding = findings(document).find((candidate) => preferredFix(candidate)?.safety === 'safe');
    const wanted = finding && preferredFix(finding);
    if (!wanted) throw new Error('The seed has nothing to fix.');
    const offered = await actions(document, rangeOf(document, finding));
    const action = offered.find(({ title, edit }) => title === titleOf(finding, wanted) && edit);
    if (!action?.edit) throw new Error(`Offered are: ${offered.map(({ title }) => title).join(', ')}`);
    const before = findings(document).length;
    same(await vscode.workspace.applyEdit(action.edit), true);
    same(findings(document).length < before, true);
    await judged(document);
  });

  it('fixes all that is safe, as one step of undoing', async () => {
    const document = await open();
    await judged(document);
    const before = document.getText();
    await vscode.commands.executeCommand('copydesk.fixAll');
    same(document.getText(), fix(before, defaultSettings, { safeties: ['safe'] }).text);
    await vscode.commands.executeCommand('undo');
    same(document.getText(), before);
    await judged(document);
  });

  it('goes by the folder’s configuration as soon as it is written', async () => {
    const document = await open();
    await judged(document);
    const rule = findings(document)[0]?.rule ?? '';
    await write('copydesk.json', `{ "rules": { "${rule}": "off" } }`);
    try {
      const left = findings(document).filter((finding) => finding.rule !== rule);
      await until(() => {
        same(shown(document).length, left.length);
      });
    } finally {
      await vscode.workspace.fs.delete(uriOf('copydesk.json'));
    }
    await judged(document);
  });

  it('keeps what is to stay, beside the corpus', async () => {
    const document = await open();
    await judged(document);
    const [problem] = diagnostics(document);
    if (!problem) throw new Error('The seed has no problem.');
    const keep = (await actions(document, problem.range)).find(({ title }) => title.startsWith('Keep'));
    if (!keep?.command) throw new Error('It can’t be kept.');
    await vscode.commands.executeCommand(keep.command.command, ...(keep.command.arguments as unknown[]));
    try {
      await until(() => {
        same(shown(document).length, findings(document).length - 1);
      });
      const entry = JSON.parse(await read('.copydesk/kept.jsonl')) as { file: string };
      same(entry.file, path);
    } finally {
      await vscode.workspace.fs.delete(uriOf('.copydesk'), { recursive: true });
    }
    await judged(document);
  });

  it('checks the whole corpus', async () => {
    const seeds = Object.keys(JSON.parse(await read('expected.json')) as object);
    const texts = await Promise.all(seeds.map(read));
    const wrong = texts.filter(
      (text) => analyse(text.replace(/^\uFEFF/, ''), defaultSettings).findings.length > 0,
    );
    await vscode.commands.executeCommand('copydesk.checkCorpus');
    await until(() => {
      const files = vscode.languages
        .getDiagnostics()
        .filter(([, found]) => found.some(({ source }) => source === 'copydesk'));
      same(files.length, wrong.length);
    });
  });
});

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { Copydesk } from '../../../client/session.ts';
import {
  analyse,
  defaultSettings,
  messageOf,
  type Edit,
  type Finding,
  type Settings,
} from '../../../server/index.ts';

/** What tests do in the editor, in the words of somebody who sits before it. */

/** How long anything that somebody waits for may take, in milliseconds; long, for machines are busy. */
const patience = 30_000;

export function extension(): vscode.Extension<Copydesk> {
  const found = vscode.extensions.getExtension<Copydesk>('copydesk.copydesk');
  assert.ok(found, 'The extension is not installed.');
  return found;
}

/** The folder that is open: a copy of the seeds, which tests may change. */
export function folder(): string {
  const path = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  assert.ok(path !== undefined, 'No folder is open.');
  return path;
}

/** A file’s text as an editor shows it: a byte order mark is no part of it. */
export function read(path: string): string {
  return readFileSync(join(folder(), path), 'utf8').replace(/^\uFEFF/, '');
}

export function write(path: string, text: string): void {
  writeFileSync(join(folder(), path), text);
}

/** Opens a file of the folder in an editor. */
export async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(join(folder(), path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Closes everything, without saving. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Waits until a question is answered by something. @throws with `what` if it never is. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) assert.fail(`It did not come to pass in time: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Waits until a value is the expected one, and shows the difference if it never is. */
export async function untilEqual<T>(current: () => T, expected: T): Promise<void> {
  const end = performance.now() + patience;
  while (!isDeepStrictEqual(current(), expected)) {
    if (performance.now() > end) assert.deepEqual(current(), expected);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A problem as a person sees it: the rule, what stands underlined, and what is said of it. */
export interface Shown {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** What the editor shows of a document, in the order of the text. */
export function shown(document: vscode.TextDocument): Shown[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'copydesk')
    .map(({ code, range, message }) => ({
      rule: String(typeof code === 'object' ? code.value : code),
      from: document.offsetAt(range.start),
      to: document.offsetAt(range.end),
      message,
    }))
    .sort(inText);
}

/** What is wrong in a text by the engine itself. */
export function findings(text: string, settings: Settings = defaultSettings): readonly Finding[] {
  return analyse(text, settings).findings;
}

/** What the editor should show of it. */
export function expected(text: string, settings?: Settings): Shown[] {
  return findings(text, settings)
    .map((finding) => ({
      rule: finding.rule,
      from: finding.start,
      to: finding.end,
      message: messageOf(finding),
    }))
    .sort(inText);
}

function inText(one: Shown, other: Shown): number {
  return one.from - other.from || one.to - other.to || (one.rule < other.rule ? -1 : 1);
}

/** Waits until what is shown is what is wrong with the document as it stands. */
export async function judged(document: vscode.TextDocument, settings?: Settings): Promise<void> {
  await untilEqual(() => shown(document), expected(document.getText(), settings));
  await until('the status is of this version', () => {
    return extension().exports.statusOf(document.uri)?.version === document.version;
  });
}

/** The code actions of a kind at a range, with their edits. */
export async function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    100,
  );
}

/** The quick fix of a title that makes these edits, such as the light bulb offers it at that place. */
export async function quickFix(
  document: vscode.TextDocument,
  finding: Finding,
  { title, edits }: { readonly title: string; readonly edits: readonly Edit[] },
): Promise<vscode.CodeAction> {
  const wanted = edits.map((edit) => new vscode.TextEdit(rangeOf(document, edit), edit.newText));
  const isWanted = (action: vscode.CodeAction): boolean =>
    action.title === title &&
    isDeepStrictEqual(action.edit?.get(document.uri).map(inWords), wanted.map(inWords));
  // What was offered has no edit any more where settings changed just then: somebody would press the keys again.
  let offered: readonly vscode.CodeAction[] = [];
  let found: vscode.CodeAction | undefined;
  for (let tries = 0; !found && tries < 5; tries++) {
    offered = await actions(document, rangeOf(document, finding), vscode.CodeActionKind.QuickFix);
    found = offered.find(isWanted);
  }
  assert.ok(
    found,
    `“${title}” is not offered with its edits. Offered are: ${offered.map((action) => `“${action.title}”`).join(', ')}.`,
  );
  return found;
}

/** An edit as plain values: the editor’s own objects differ where the edits do not. */
function inWords({ range: { start, end }, newText }: vscode.TextEdit): unknown {
  return [start.line, start.character, end.line, end.character, newText.replaceAll('\r\n', '\n')];
}

export async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit, `“${action.title}” has no edit.`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), `“${action.title}” was refused.`);
}

export async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}

/** The seeds: all articles of the folder, by their paths, with slashes. */
export function seedPaths(): string[] {
  return Object.keys(JSON.parse(read('expected.json')) as object);
}

function rangeOf(
  document: vscode.TextDocument,
  { start, end }: { start: number; end: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** A text in the way the editor counts it: with the document’s own line ends. */
export async function setText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

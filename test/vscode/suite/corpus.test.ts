import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { CorpusResults } from '../../../client/corpus/results.ts';
import { applyEdits, preferredFix } from '../../../server/index.ts';
import {
  closeAll,
  extension,
  findings,
  folder,
  judged,
  open,
  read,
  seedPaths,
  shown,
  undo,
  until,
  untilEqual,
} from './editor.ts';

/** How many problems each rule, or each article, has in all seeds, by the engine itself; none left out. */
function counted(by: 'rule' | 'path'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const path of seedPaths()) {
    for (const { rule } of findings(read(path))) {
      const name = by === 'rule' ? rule : path;
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

function listed(): Record<string, number> {
  return Object.fromEntries(extension().exports.triage());
}

describe('the corpus', () => {
  afterEach(closeAll);

  it('is checked when somebody asks for it, and its problems are listed by rule', async () => {
    await vscode.commands.executeCommand('copydesk.checkCorpus');
    await untilEqual(listed, counted('rule'));
    // The Problems panel is the work list.
    const files = vscode.languages
      .getDiagnostics()
      .filter(([, found]) => found.some(({ source }) => source === 'copydesk'));
    assert.equal(files.length, Object.keys(counted('path')).length);
  });

  it('is listed by article too, the ones with most problems first', async () => {
    await vscode.commands.executeCommand('copydesk.groupByFile');
    try {
      await untilEqual(listed, counted('path'));
      const counts = extension()
        .exports.triage()
        .map(([, count]) => count);
      assert.deepEqual(
        counts,
        [...counts].sort((one, other) => other - one),
      );
    } finally {
      await vscode.commands.executeCommand('copydesk.groupByRule');
    }
  });

  it('is remembered as it was found, for as long as the same program judges', async () => {
    const place = vscode.Uri.file(join(folder(), '.vscode', 'remembered'));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } };
    const item = {
      range,
      message: 'It is a marker.',
      code: 'residue/importer-marker',
      source: 'copydesk',
      codeDescription: { href: 'https://example.org/marker' },
    };
    const results = new CorpusResults(place, () => Promise.resolve('one'));
    results.set('file:///a.txt', { kind: 'full', resultId: '1', items: [item], language: 'ar' });
    results.set('file:///sound.txt', { kind: 'full', resultId: '2', items: [] });
    results.set('file:///gone.txt', { kind: 'full', resultId: '3', items: [] });
    results.set('file:///gone.txt', { kind: 'full', items: [] });
    await results.save();
    const later = new CorpusResults(place, () => Promise.resolve('one'));
    assert.equal(await later.load(), true);
    assert.deepEqual(later.entries(), [
      ['file:///a.txt', { resultId: '1', items: [item], language: 'ar' }],
      ['file:///sound.txt', { resultId: '2', items: [] }],
    ]);
    const other = new CorpusResults(place, () => Promise.resolve('two'));
    assert.equal(await other.load(), false);
    assert.deepEqual(other.entries(), []);
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(place, 'corpus.json'),
      new TextEncoder().encode('{"program":"one","res'),
    );
    assert.equal(await new CorpusResults(place, () => Promise.resolve('one')).load(), false);
    await vscode.workspace.fs.delete(place, { recursive: true });
  });

  it('counts an article once, be it open or closed', async () => {
    const document = await open('ar/harbour.txt');
    await judged(document);
    await untilEqual(listed, counted('rule'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // Longer than the editor holds its events back: what vanished would be seen.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await untilEqual(listed, counted('rule'));
  });

  it('is gone through article by article', async () => {
    await open('ar/football.txt');
    const dirty = seedPaths()
      .filter((path) => findings(read(path)).length > 0)
      .sort();
    const next = dirty.find((path) => path > 'ar/football.txt') ?? '';
    await vscode.commands.executeCommand('copydesk.nextArticle');
    const editor = await until('it is open', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith(next) === true && active;
    });
    const [first] = findings(read(next));
    assert.equal(editor.document.offsetAt(editor.selection.active), first?.start);
  });

  it('is gone through problem by problem: fixed, and on', async () => {
    const document = await open('ar/harbour.txt');
    await judged(document);
    const text = document.getText();
    const [first, second] = findings(text);
    assert.ok(first && second);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('copydesk.fixAndGoOn');
    assert.equal(document.getText(), applyEdits(text, preferredFix(first)?.edits ?? []));
    assert.equal(document.offsetAt(editor.selection.active), findings(document.getText())[0]?.start);
    await undo();
    assert.equal(document.getText(), text);
  });

  it('is gone through problem by problem: kept as it is, and on', async () => {
    const document = await open('ar/harbour.txt');
    await judged(document);
    const before = shown(document);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    try {
      await vscode.commands.executeCommand('copydesk.keepAndGoOn');
      await untilEqual(() => shown(document), before.slice(1));
      assert.ok(existsSync(join(folder(), '.copydesk', 'kept.jsonl')));
    } finally {
      // What is made and deleted at once the editor never tells of.
      await new Promise((resolve) => setTimeout(resolve, 500));
      rmSync(join(folder(), '.copydesk', 'kept.jsonl'));
    }
    await untilEqual(() => shown(document), before);
  });
});

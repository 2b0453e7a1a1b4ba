import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { applyEdits, defaultSettings, fix, preferredFix, titleOf } from '../../../server/index.ts';
import {
  apply,
  closeAll,
  findings,
  folder,
  judged,
  open,
  quickFix,
  read,
  seedPaths,
  setText,
  undo,
  untilEqual,
  write,
} from './editor.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('copydesk');

describe('fixing', () => {
  afterEach(closeAll);

  it('makes all that is safe by one command, and takes it back by one undo', async () => {
    const document = await open('ar/date-harvest.txt');
    await judged(document);
    const before = document.getText();
    await vscode.commands.executeCommand('copydesk.fixAll');
    assert.notEqual(document.getText(), before);
    assert.equal(document.getText(), fix(before, defaultSettings, { safeties: ['safe'] }).text);
    await undo();
    assert.equal(document.getText(), before);
    await judged(document);
  });

  it('makes each article its clean twin, preferred fix by preferred fix', async () => {
    const twins = seedPaths().filter((path) => existsSync(join(folder(), '.clean', path)));
    assert.ok(twins.length > 0);
    for (const path of twins) {
      const document = await open(path);
      for (;;) {
        await judged(document);
        const found = findings(document.getText()).flatMap((finding) => {
          const preferred = preferredFix(finding);
          return preferred && preferred.safety !== 'choice' ? [{ finding, preferred }] : [];
        });
        const [next] = found;
        if (!next) break;
        const { finding, preferred } = next;
        const title = titleOf(finding, preferred);
        const action = await quickFix(document, finding, { title, edits: preferred.edits });
        assert.equal(action.isPreferred, true, title);
        await apply(action);
      }
      assert.equal(document.getText(), read(`.clean/${path}`), path);
    }
  }).timeout(120_000);

  it('fixes on save what is safe, if the user wants it', async () => {
    const editor = vscode.workspace.getConfiguration('editor');
    const path = 'ar/fix-on-save.txt';
    write(path, read('ar/museum.txt'));
    await editor.update(
      'codeActionsOnSave',
      { [fixAllKind.value]: 'always' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const document = await open(path);
      await judged(document);
      await setText(document, `${document.getText()}\n`);
      const text = document.getText();
      await judged(document);
      assert.ok(await document.save());
      const fixed = fix(text, defaultSettings, { safeties: ['safe'] }).text;
      assert.equal(document.getText(), fixed);
      assert.equal(read(path), fixed);
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('keeps the line ends of a document that has them in the manner of Windows', async () => {
    const path = 'ar/windows.txt';
    write(path, read('ar/harbour.txt').replaceAll('\n', '\r\n'));
    const document = await open(path);
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await judged(document);
    const text = document.getText();
    for (const finding of findings(text)) {
      const [first] = finding.fixes;
      if (!first) continue;
      await apply(await quickFix(document, finding, { title: titleOf(finding, first), edits: first.edits }));
      assert.equal(document.getText(), applyEdits(text, first.edits));
      await undo();
      assert.equal(document.getText(), text);
    }
    await vscode.commands.executeCommand('copydesk.fixAll');
    assert.doesNotMatch(document.getText(), /[^\r]\n/);
    await untilEqual(() => document.getText(), fix(text, defaultSettings, { safeties: ['safe'] }).text);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension, judged, open } from './editor.ts';
import { note } from './report.ts';

describe('the extension', () => {
  after(closeAll);

  it('starts its server for the first text file, and then shows what is wrong', async () => {
    // The box of the editor’s chat is plain text too and may have woken the extension; the server sleeps on.
    const asleep = !extension().isActive;
    const started = performance.now();
    const { isServerStarted } = await extension().activate();
    const activated = performance.now();
    assert.equal(isServerStarted(), false);
    if (asleep)
      note(`activating the extension, its bundle read and run: ${(activated - started).toFixed(0)} ms`);
    await judged(await open('ar/harbour.txt'));
    assert.equal(isServerStarted(), true);
    note(
      `from opening the first article to its diagnostics: ${(performance.now() - activated).toFixed(0)} ms`,
    );
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

  it('leaves .txt files the language that they have', async () => {
    const document = await open('ar/harbour.txt');
    assert.equal(document.languageId, 'plaintext');
  });
});

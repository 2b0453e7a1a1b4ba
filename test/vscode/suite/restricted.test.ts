import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { defaultSettings, fix } from '../../../server/index.ts';
import { closeAll, judged, open, shown } from './editor.ts';

describe('in Restricted Mode', () => {
  after(closeAll);

  it('problems are shown and fixed as in any other', async () => {
    assert.equal(vscode.workspace.isTrusted, false, 'The folder is trusted, so this proves nothing.');
    const document = await open('ar/harbour.txt');
    await judged(document);
    assert.notDeepEqual(shown(document), []);
    const before = document.getText();
    await vscode.commands.executeCommand('copydesk.fixAll');
    assert.equal(document.getText(), fix(before, defaultSettings, { safeties: ['safe'] }).text);
  });
});

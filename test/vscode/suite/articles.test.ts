import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension, judged, open, read, shown, until, write } from './editor.ts';

describe('what is an article', () => {
  afterEach(closeAll);

  it('is not a file that belongs to a program', async () => {
    write('requirements.txt', 'requests==2.31.0\nnumpy>=1.26\n[ad_1]\nSource\n');
    const document = await open('requirements.txt');
    const status = await until('it is judged', () => extension().exports.statusOf(document.uri));
    assert.equal(status.article, false);
    assert.deepEqual(shown(document), []);
    assert.equal(extension().exports.statusText(), undefined);
  });

  it('is a text under any name for which the user says so', async () => {
    write('story.dat', read('en/ferry.txt'));
    const document = await open('story.dat');
    assert.deepEqual(shown(document), []);
    await judged(await vscode.languages.setTextDocumentLanguage(document, 'news-article'));
    assert.notDeepEqual(shown(document), []);
  });

  it('may be one that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'news-article',
      content: read('en/ferry.txt'),
    });
    await vscode.window.showTextDocument(document);
    await judged(document);
    assert.notDeepEqual(shown(document), []);
  });

  it('is shown in its colours for the whole folder when the user wants it', async () => {
    const files = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('files');
    await vscode.commands.executeCommand('copydesk.showAsArticles');
    try {
      const document = await open('en/ferry.txt');
      await until('it is a news article', () => document.languageId === 'news-article' || undefined);
      await judged(document);
    } finally {
      await files().update('associations', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('closes a mark by itself when one is typed', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'news-article', content: '' });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('type', { text: '«' });
    assert.equal(document.getText(), '«»');
    await vscode.commands.executeCommand('type', { text: 'نعم' });
    await vscode.commands.executeCommand('type', { text: '»' });
    assert.equal(document.getText(), '«نعم»');
  });
});

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  actions,
  closeAll,
  extension,
  folder,
  judged,
  open,
  shown,
  until,
  untilEqual,
  write,
} from './editor.ts';

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('copydesk');

describe('the language', () => {
  afterEach(closeAll);

  it('is found, and said in the status bar with the number of problems', async () => {
    const document = await open('ar/harbour.txt');
    await judged(document);
    assert.equal(extension().exports.statusOf(document.uri)?.language, 'ar');
    assert.equal(extension().exports.statusOf(document.uri)?.languageFrom, 'found');
    const text = await until('the item is shown', () => extension().exports.statusText());
    assert.match(text, new RegExp(`${String(shown(document).length)} · Arabic`));
    const german = await open('de/schleuse.txt');
    await judged(german);
    assert.match(await until('the item is shown', () => extension().exports.statusText()), /German/);
  });

  it('can be set, and is then said to be', async () => {
    const document = await open('de/schleuse.txt');
    await judged(document);
    await settings().update('language', 'fr', vscode.ConfigurationTarget.Workspace);
    try {
      await untilEqual(() => extension().exports.statusOf(document.uri)?.languageFrom, 'setting');
      assert.equal(extension().exports.statusOf(document.uri)?.language, 'fr');
    } finally {
      await settings().update('language', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await untilEqual(() => extension().exports.statusOf(document.uri)?.language, 'de');
  });
});

describe('the settings', () => {
  const path = 'ar/harbour.txt';

  afterEach(closeAll);

  it('take effect while the article is open', async () => {
    const document = await open(path);
    await judged(document);
    const all = shown(document);
    await settings().update(
      'rules',
      { 'residue/importer-marker': 'off' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      await untilEqual(
        () => shown(document),
        all.filter(({ rule }) => rule !== 'residue/importer-marker'),
      );
    } finally {
      await settings().update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await untilEqual(() => shown(document), all);
  });

  it('of a copydesk.json take effect when it is written, and end when it is gone', async () => {
    const document = await open(path);
    await judged(document);
    const all = shown(document);
    write('copydesk.json', JSON.stringify({ rules: { 'residue/importer-marker': 'off' } }));
    try {
      await untilEqual(
        () => shown(document),
        all.filter(({ rule }) => rule !== 'residue/importer-marker'),
      );
    } finally {
      rmSync(join(folder(), 'copydesk.json'));
    }
    await untilEqual(() => shown(document), all);
  });

  it('get a line that is always to be treated as residue, from the menu at the cursor', async () => {
    const document = await open(path);
    await judged(document);
    const all = shown(document);
    const { start } = document.lineAt(6).range;
    const range = new vscode.Range(start, start);
    const [action, ...others] = await actions(document, range, vscode.CodeActionKind.Refactor);
    assert.deepEqual(others, []);
    assert.match(
      action?.title ?? '',
      /^Always treat this line as residue: write it into a new copydesk\.json$/,
    );
    assert.ok(action?.edit);
    try {
      assert.ok(await vscode.workspace.applyEdit(action.edit));
      await vscode.workspace.saveAll();
      await until('the line is residue', () =>
        shown(document).some(
          ({ rule, from }) => rule === 'residue/own-line' && from === document.offsetAt(start),
        ),
      );
    } finally {
      await closeAll();
      rmSync(join(folder(), 'copydesk.json'), { force: true });
    }
    await judged(await open(path));
    assert.deepEqual(shown(document), all);
  });

  it('of a copydesk.json are told of their mistakes as they are written', async () => {
    write('copydesk.json', '{ "rules": { "residue/no-such-rule": "off" } }');
    try {
      const document = await open('copydesk.json');
      const [mistake] = await until('the mistake is shown', () => {
        const found = vscode.languages
          .getDiagnostics(document.uri)
          .filter(({ source }) => source === 'copydesk');
        return found.length > 0 && found;
      });
      assert.match(mistake?.message ?? '', /no-such-rule/);
      // By the time that VS Code offers what may stand there it knows the schema: it must not tell of the mistake, too.
      await until('the names of rules are offered', async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          document.positionAt(document.getText().indexOf('residue')),
        );
        return items.some(({ label }) => JSON.stringify(label).includes('residue/importer-marker'));
      });
      const sources = vscode.languages.getDiagnostics(document.uri).map(({ source }) => source);
      assert.deepEqual([...new Set(sources)], ['copydesk']);
    } finally {
      rmSync(join(folder(), 'copydesk.json'));
    }
  });
});

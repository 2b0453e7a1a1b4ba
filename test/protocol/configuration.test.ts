import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Diagnostic, PublishDiagnosticsParams, ShowMessageParams } from 'vscode-languageserver/node';
import { marked, marker, unmarked } from './articles.ts';
import { bare, pushed } from './capabilities.ts';
import { inEditor, type Editor } from './editor.ts';

const severities = { error: 1, warning: 2, information: 3, hint: 4 } as const;
const rule = 'residue/importer-marker';

async function severity(editor: Editor, uri: string): Promise<number | undefined> {
  return (await editor.pull(uri)).find(({ code }) => code === rule)?.severity;
}

/** Writes a file and tells the server, as the editor that watches it does. */
async function save(editor: Editor, name: string, text: string | null): Promise<void> {
  if (text === null) rmSync(join(editor.folder, name));
  else editor.write(name, text);
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri(name), type: 2 }] });
  await editor.refreshed();
}

describe('settings', () => {
  it('are asked of the client and take effect as they change', async () => {
    await inEditor({ settings: { rules: { [rule]: 'error' } } }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      assert.equal(await severity(editor, uri), severities.error);
      assert.ok(editor.registrations.some(({ method }) => method === 'workspace/didChangeConfiguration'));
      editor.settings = { rules: { [rule]: 'off' } };
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
      await editor.refreshed();
      assert.equal(await severity(editor, uri), undefined);
      assert.deepEqual(await editor.fixes(uri, editor.rangeOf(uri, marker)), []);
    });
  });

  it('are those of each document’s own folder', async () => {
    const settings = (scope?: string): unknown =>
      scope?.includes('/strict/') ? { rules: { [rule]: 'error' } } : null;
    await inEditor({ settings }, async (editor) => {
      const [strict, other] = [editor.uri('strict/news.txt'), editor.uri('other/news.txt')];
      await editor.open(strict, marked);
      await editor.open(other, marked);
      assert.equal(await severity(editor, strict), severities.error);
      assert.equal(await severity(editor, other), severities.warning);
    });
  });

  it('come with initialize and by notification to a client that answers no questions', async () => {
    const initializationOptions = { rules: { [rule]: 'information' } };
    await inEditor({ capabilities: bare, initializationOptions }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      assert.equal((await editor.published(uri)).diagnostics[0]?.severity, severities.information);
      const settings = { copydesk: { rules: { [rule]: 'error' } } };
      await editor.notify('workspace/didChangeConfiguration', { settings });
      assert.equal((await editor.published(uri)).diagnostics[0]?.severity, severities.error);
    });
  });

  it('of initialize hold as well where the client has none to answer', async () => {
    const initializationOptions = { rules: { [rule]: 'information' } };
    await inEditor({ settings: null, initializationOptions }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      assert.equal(await severity(editor, uri), severities.information);
    });
  });

  it('leave out what they exclude, in the folder that is open', async () => {
    await inEditor({ settings: { exclude: ['/drafts/', '*.raw.txt'] } }, async (editor) => {
      for (const [name, judged] of [
        ['news.txt', true],
        ['drafts/news.txt', false],
        ['in/drafts/news.txt', true],
        ['in/news.raw.txt', false],
      ] as const) {
        const uri = editor.uri(name);
        await editor.open(uri, marked);
        assert.equal((await editor.pull(uri)).length > 0, judged, name);
        assert.equal(editor.statuses.get(uri)?.article, judged, name);
      }
    });
  });

  it('say by which language an article is judged, and the status whose word that is', async () => {
    await inEditor({ settings: { language: 'auto' } }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      await editor.pull(uri);
      const { language, languageName, languageFrom } = editor.statuses.get(uri) ?? {};
      assert.deepEqual([language, languageName, languageFrom], ['ar', 'Arabic', 'found']);
      editor.settings = { language: 'de' };
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
      await editor.refreshed();
      await editor.pull(uri);
      const changed = editor.statuses.get(uri);
      assert.deepEqual(
        [changed?.language, changed?.languageName, changed?.languageFrom],
        ['de', 'German', 'setting'],
      );
      await save(editor, 'copydesk.json', '{ "language": "fr" }');
      await editor.pull(uri);
      assert.deepEqual(
        [editor.statuses.get(uri)?.language, editor.statuses.get(uri)?.languageFrom],
        ['fr', 'file'],
      );
    });
  });

  it('with a mistake are told of once; the rest of them holds', async () => {
    const settings = {
      rules: { [rule]: 'error', 'residue/importer-markr': 'off' },
      trace: { server: 'off' },
    };
    await inEditor({ settings }, async (editor) => {
      for (const name of ['one.txt', 'two.txt']) {
        await editor.open(editor.uri(name), marked);
        assert.equal(await severity(editor, editor.uri(name)), severities.error);
      }
      const { type, message } = await editor.next<ShowMessageParams>('window/showMessage');
      assert.equal(type, 2);
      assert.match(message, /settings: There is no rule “residue\/importer-markr”\. Did you mean/);
    });
  });
});

describe('copydesk.json', () => {
  it('goes before the settings, entry by entry, and takes effect as it changes', async () => {
    const settings = { rules: { [rule]: 'error', 'residue/source-stub': 'information' } };
    const files = { 'copydesk.json': `{ "rules": { "${rule}": "information" } }` };
    await inEditor({ settings, files }, async (editor) => {
      const uri = editor.uri('in/news.txt');
      await editor.open(uri, `${marked}\nالمصدر\n`);
      assert.deepEqual(
        (await editor.pull(uri)).map(({ code, severity: grave }) => [code, grave]),
        [
          [rule, severities.information],
          ['residue/source-stub', severities.information],
        ],
      );
      await save(editor, 'copydesk.json', `{ "rules": { "${rule}": "off" } }`);
      assert.equal(await severity(editor, uri), undefined);
      await save(editor, 'in/.copydesk.json', '{}');
      assert.equal(await severity(editor, uri), severities.error, 'The nearest file alone counts.');
      await save(editor, 'in/.copydesk.json', null);
      await save(editor, 'copydesk.json', null);
      assert.equal(await severity(editor, uri), severities.error);
    });
  });

  it('holds with all that it may say: preset, overrides and the corpus’s own residue', async () => {
    const settings = { language: 'ar', rules: { [rule]: 'hint' }, residue: { patterns: ['خط من الإعداد'] } };
    const file = {
      preset: 'mission',
      overrides: [{ files: ['wire/'], language: 'fa', rules: { [rule]: 'information' } }],
      residue: { patterns: ['خط من الملف'] },
    };
    const files = { 'in/copydesk.json': JSON.stringify(file) };
    await inEditor({ settings, files }, async (editor) => {
      const text = `${marked}\nخط من الإعداد\n\nخط من الملف\n`;
      const judged = async (name: string): Promise<unknown[]> => {
        const uri = editor.uri(name);
        await editor.open(uri, text);
        const found = (await editor.pull(uri)).map(({ code, severity: grave, range }) => [
          code,
          grave,
          range.start.line,
        ]);
        const { language, languageFrom } = editor.statuses.get(uri) ?? {};
        return [language, languageFrom, ...found];
      };
      const own = 'residue/own-line';
      assert.deepEqual(await judged('in/news.txt'), [
        'ar',
        'setting',
        [rule, severities.error, 2],
        [own, severities.error, 6],
        [own, severities.error, 8],
      ]);
      assert.deepEqual(await judged('in/wire/news.txt'), [
        'fa',
        'file',
        [own, severities.error, 6],
        [own, severities.error, 8],
        [rule, severities.information, 2],
      ]);
      assert.deepEqual(await judged('news.txt'), [
        'ar',
        'setting',
        [own, severities.warning, 6],
        [rule, severities.hint, 2],
      ]);
    });
  });

  it('is watched, by both its names, and the exceptions beside it', async () => {
    await inEditor({}, async (editor) => {
      await editor.request('copydesk/languages');
      const watched = editor.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles');
      const { watchers } = watched?.registerOptions as { watchers: { globPattern: string }[] };
      const patterns = watchers.map(({ globPattern }) => globPattern);
      assert.deepEqual(patterns, ['**/copydesk.json', '**/.copydesk.json', '**/.copydesk/kept.jsonl']);
    });
  });

  it('takes effect for clients that pull nothing, and for those that watch no files by saving it', async () => {
    const { workspace, ...rest } = pushed;
    const capabilities = { ...rest, workspace: { ...workspace, didChangeWatchedFiles: {} } };
    await inEditor({ capabilities }, async (editor) => {
      const [uri, file] = [editor.uri('news.txt'), editor.uri('copydesk.json')];
      await editor.open(uri, marked);
      assert.equal((await editor.published(uri)).diagnostics.length, 1);
      await editor.open(file, '{}', 'json');
      assert.deepEqual((await editor.published(file)).diagnostics, []);
      editor.write('copydesk.json', `{ "rules": { "${rule}": "off" } }`);
      await editor.notify('textDocument/didSave', { textDocument: { uri: file } });
      const method = 'textDocument/publishDiagnostics';
      const shown = [
        await editor.next<PublishDiagnosticsParams>(method),
        await editor.next<PublishDiagnosticsParams>(method),
      ];
      await editor.refreshedReading();
      // Which of the two documents is judged first does not matter.
      assert.deepEqual(new Set(shown.map((params) => params.uri)), new Set([uri, file]));
      assert.deepEqual(
        shown.flatMap(({ diagnostics }) => diagnostics),
        [],
      );
    });
  });

  it('leaves out what it excludes, from where it stands', async () => {
    const files = { 'in/copydesk.json': '{ "exclude": ["/drafts/"] }' };
    await inEditor({ files, settings: { exclude: ['news.txt'] } }, async (editor) => {
      for (const [name, judged] of [
        ['in/news.txt', true],
        ['in/drafts/other.txt', false],
        ['drafts/other.txt', true],
        ['news.txt', false],
      ] as const) {
        await editor.open(editor.uri(name), marked);
        assert.equal((await editor.pull(editor.uri(name))).length > 0, judged, name);
      }
    });
  });

  for (const [what, text, told, range] of [
    [
      'no JSON',
      `{\n  "rules": {\n    "${rule}": off\n  }\n}`,
      /copydesk\.json:3:32: This is no value/,
      { start: { line: 2, character: 31 }, end: { line: 2, character: 34 } },
    ],
    [
      'a rule that there is not',
      '{\n  "rules": { "residue/none": "off" }\n}',
      /copydesk\.json:2:14: There is no rule “residue\/none”/,
      { start: { line: 1, character: 13 }, end: { line: 1, character: 27 } },
    ],
  ] as const) {
    it(`with ${what}: told once with its place, and shown where it is open`, async () => {
      await inEditor({ files: { 'copydesk.json': text } }, async (editor) => {
        for (const name of ['one.txt', 'two.txt']) {
          await editor.open(editor.uri(name), marked);
          assert.equal(await severity(editor, editor.uri(name)), severities.warning);
        }
        const { type, message } = await editor.next<ShowMessageParams>('window/showMessage');
        assert.equal(type, 2);
        assert.match(message, told);
        const file = editor.uri('copydesk.json');
        await editor.open(file, text, 'json');
        const [mistake, ...others] = await editor.pull(file);
        assert.deepEqual(others, []);
        assert.deepEqual(mistake?.range, range);
        // As it is written, before it is saved.
        await editor.change(file, { start: 0, end: text.length, text: '{}' });
        assert.deepEqual(await editor.pull(file), []);
      });
    });
  }

  it('that can’t be read is told once and counts as none', async () => {
    await inEditor({ files: { 'copydesk.json/a folder': '' } }, async (editor) => {
      for (const name of ['one.txt', 'two.txt']) {
        await editor.open(editor.uri(name), marked);
        assert.equal(await severity(editor, editor.uri(name)), severities.warning);
      }
      const { message } = await editor.next<ShowMessageParams>('window/showMessage');
      assert.match(message, /copydesk\.json can’t be read: /);
    });
  });

  it('does not hold for a document that is no file', async () => {
    await inEditor({ files: { 'copydesk.json': `{ "rules": { "${rule}": "off" } }` } }, async (editor) => {
      const uri = 'untitled:news.txt';
      await editor.open(uri, marked);
      assert.equal(await severity(editor, uri), severities.warning);
    });
  });
});

describe('folders', () => {
  it('may come and go', async () => {
    await inEditor({ settings: { exclude: ['/drafts/'] } }, async (editor) => {
      const uri = editor.uri('in/drafts/news.txt');
      await editor.open(uri, marked);
      assert.equal((await editor.pull(uri)).length, 1);
      const added = [{ uri: editor.uri('in').replace(/\/$/, ''), name: 'in' }];
      await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
      await editor.refreshed();
      assert.deepEqual((await editor.pull(uri)) satisfies Diagnostic[], []);
      await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: added } });
      await editor.refreshed();
      assert.equal((await editor.pull(uri)).length, 1);
    });
  });
});

describe('a sound article', () => {
  it('has no problems under any settings', async () => {
    for (const settings of [null, {}, { language: 'ar' }, 7, [], { rules: null, exclude: null }]) {
      await inEditor({ settings }, async (editor) => {
        const uri = editor.uri('news.txt');
        await editor.open(uri, unmarked);
        assert.deepEqual(await editor.pull(uri), []);
      });
    }
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { CodeAction, ShowMessageParams, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { marked, marker, unmarked } from './articles.ts';
import { inEditor, type Editor } from './editor.ts';
import { applyTextEdits } from './text.ts';

const rule = 'residue/importer-marker';
const whole = { start: { line: 0, character: 0 }, end: { line: 1_000, character: 0 } };

async function keep(editor: Editor, uri: string): Promise<void> {
  const actions = await editor.codeActions(uri, editor.rangeOf(uri, marker), ['quickfix']);
  const action = actions.find(({ title }) => title.startsWith('Keep this'));
  assert.ok(action?.command);
  const { command, arguments: given } = action.command;
  await editor.request('workspace/executeCommand', { command, arguments: given });
  await editor.refreshed();
}

function exceptions(editor: Editor, folder = ''): Record<string, unknown>[] {
  return readFileSync(join(editor.folder, folder, '.copydesk/kept.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('an exception', () => {
  it('is noted beside the corpus, and the problem is told no more wherever it moves', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('in/news.txt');
      editor.write('in/news.txt', marked);
      await editor.open(uri, marked);
      assert.equal((await editor.pull(uri)).length, 1);
      await keep(editor, uri);
      const [exception, ...others] = exceptions(editor);
      assert.deepEqual(others, []);
      assert.equal(exception?.['rule'], rule);
      assert.equal(exception['passage'], marker);
      assert.equal(exception['file'], 'in/news.txt');
      assert.deepEqual(await editor.pull(uri), []);
      assert.equal(editor.statuses.get(uri)?.findings, 0);
      await editor.change(uri, { start: 0, end: 0, text: 'خبر عاجل\n\n' });
      assert.deepEqual(await editor.pull(uri), []);
    });
  });

  it('holds for fixing all, for the rest of the corpus, and until it is deleted', async () => {
    await inEditor({ files: { 'copydesk.json': '{}' } }, async (editor) => {
      const text = `${marked}\n[ad_2]\n`;
      const uri = editor.uri('news.txt');
      editor.write('news.txt', text);
      await editor.open(uri, text);
      await keep(editor, uri);
      const [all] = await editor.codeActions(uri, whole, ['source.fixAll']);
      assert.ok(all);
      const fixed = await editor.outcome(uri, all);
      assert.ok(fixed.includes(marker) && !fixed.includes('[ad_2]'), fixed);
      await editor.close(uri);
      const { items } = await editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
        previousResultIds: [],
      });
      assert.deepEqual(
        items.flatMap((report) =>
          report.kind === 'full' ? report.items.map(({ range }) => range.start.line) : [],
        ),
        [6],
      );
      editor.write('.copydesk/kept.jsonl', '');
      const changes = [{ uri: editor.uri('.copydesk/kept.jsonl'), type: 2 }];
      await editor.notify('workspace/didChangeWatchedFiles', { changes });
      await editor.refreshed();
      await editor.open(uri, text);
      assert.equal((await editor.pull(uri)).length, 2);
    });
  });

  it('is noted for nothing but the problem that was shown', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const actions = await editor.codeActions(uri, editor.rangeOf(uri, marker), ['quickfix']);
      const action = actions.find(({ title }) => title.startsWith('Keep this'));
      await editor.change(uri, { start: 0, end: 0, text: ' ' });
      const params = { command: action?.command?.command, arguments: action?.command?.arguments };
      await assert.rejects(editor.request('workspace/executeCommand', params), { code: -32801 });
      assert.equal(existsSync(join(editor.folder, '.copydesk')), false);
    });
  });

  it('can’t be noted beside what is no file, so it is not offered', async () => {
    await inEditor({}, async (editor) => {
      await editor.open('untitled:news.txt', marked);
      const actions = await editor.codeActions('untitled:news.txt', whole, ['quickfix']);
      assert.ok(actions.length > 0);
      assert.deepEqual(
        actions.filter(({ title }) => title.startsWith('Keep')),
        [],
      );
    });
  });

  it('that can’t be written is told of', async () => {
    await inEditor({ files: { '.copydesk': 'a file where a folder is needed' } }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const actions = await editor.codeActions(uri, editor.rangeOf(uri, marker), ['quickfix']);
      const command = actions.find(({ title }) => title.startsWith('Keep this'))?.command;
      const params = { command: command?.command, arguments: command?.arguments };
      await assert.rejects(editor.request('workspace/executeCommand', params), /could not be noted/);
      assert.equal((await editor.pull(uri)).length, 1);
    });
  });

  it('that is none is told of once, with its line', async () => {
    await inEditor({ files: { '.copydesk/kept.jsonl': '\nnonsense\n' } }, async (editor) => {
      for (const name of ['one.txt', 'two.txt']) {
        await editor.open(editor.uri(name), marked);
        assert.equal((await editor.pull(editor.uri(name))).length, 1);
      }
      const { message } = await editor.next<ShowMessageParams>('window/showMessage');
      assert.match(message, /kept\.jsonl:2: This line is no exception/);
    });
  });
});

describe('turning a rule off', () => {
  const offer = async (editor: Editor, uri: string): Promise<CodeAction> => {
    const actions = await editor.codeActions(uri, editor.rangeOf(uri, marker), ['quickfix']);
    const action = actions.find(({ title }) => title.startsWith(`Turn the rule ${rule} off in`));
    assert.ok(action);
    return action;
  };
  const resolve = async (editor: Editor, action: CodeAction): Promise<NonNullable<CodeAction['edit']>> => {
    const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
    assert.ok(edit);
    return edit;
  };

  it('makes a configuration in the folder that is open', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('in/news.txt');
      await editor.open(uri, marked);
      const action = await offer(editor, uri);
      assert.match(action.title, /off in a new copydesk\.json$/);
      const [create, change] = (await resolve(editor, action)).documentChanges ?? [];
      const file = editor.uri('copydesk.json');
      assert.deepEqual(create, { kind: 'create', uri: file, options: { ignoreIfExists: true } });
      assert.ok(change && 'edits' in change);
      assert.deepEqual(change.textDocument, { uri: file, version: null });
      const text = applyTextEdits('', change.edits as Parameters<typeof applyTextEdits>[1]);
      assert.equal(text, `{\n  "rules": {\n    "${rule}": "off"\n  }\n}\n`);
      editor.write('copydesk.json', text);
      await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 1 }] });
      await editor.refreshed();
      assert.deepEqual(await editor.pull(uri), []);
    });
  });

  for (const open of [false, true]) {
    it(`changes the one that holds, with its comments, ${open ? 'as it stands in the editor' : 'though it is not open'}`, async () => {
      const saved = `{\n  // why: the importer is ours\n  "rules": {\n    "${rule}": "hint"\n  },\n}\n`;
      await inEditor({ files: { 'in/.copydesk.json': saved } }, async (editor) => {
        const [uri, file] = [editor.uri('in/news.txt'), editor.uri('in/.copydesk.json')];
        await editor.open(uri, marked);
        if (open) {
          await editor.open(file, saved, 'jsonc');
          await editor.change(file, { start: 0, end: 0, text: '\r\n' });
        }
        const action = await offer(editor, uri);
        assert.match(action.title, /off in \.copydesk\.json$/);
        const [change, ...others] = (await resolve(editor, action)).documentChanges ?? [];
        assert.deepEqual(others, []);
        assert.ok(change && 'edits' in change);
        assert.deepEqual(change.textDocument, { uri: file, version: open ? 2 : null });
        const before = open ? editor.text(file) : saved;
        const text = applyTextEdits(before, change.edits as Parameters<typeof applyTextEdits>[1]);
        assert.equal(text, before.replace('"hint"', '"off"'));
      });
    });
  }

  it('is not offered where the configuration can’t be read', async () => {
    await inEditor({ files: { 'copydesk.json/a folder': '' } }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, unmarked.replace('وصل', `${marker}\n\nوصل`));
      const actions = await editor.codeActions(uri, editor.rangeOf(uri, marker), ['quickfix']);
      assert.ok(actions.length > 0);
      assert.equal(
        actions.some(({ title }) => title.startsWith('Turn')),
        false,
      );
      await editor.next('window/showMessage');
    });
  });

  it('is not offered where it would damage a configuration that is no JSON', async () => {
    await inEditor({ files: { 'copydesk.json': '{ "rules": ' } }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const actions = await editor.codeActions(uri, editor.rangeOf(uri, marker), ['quickfix']);
      assert.deepEqual(
        actions.map(({ title }) => title).filter((title) => title.startsWith('Turn')),
        [],
      );
      await editor.next('window/showMessage');
    });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction, Range, ShowMessageParams } from 'vscode-languageserver/node';
import { marked, marker, unmarked } from './articles.ts';
import { modern } from './capabilities.ts';
import { inEditor, type Editor } from './editor.ts';
import { applyTextEdits } from './text.ts';

const line = 'أخبار الضفة كل صباح';
const article = `${unmarked}\n– ${line} –\n`;
/** A line that a rule finds, and leaves to a person to delete. */
const button = 'اقرأ أيضا';
const withButton = `${unmarked}\n${button}\n`;
const title = 'Always treat this line as residue';

async function offers(editor: Editor, uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
  return (await editor.codeActions(uri, range, only)).filter((action) => action.title.startsWith(title));
}

async function offerAt(editor: Editor, uri: string, passage: string): Promise<CodeAction> {
  const [action, ...others] = await offers(editor, uri, editor.rangeOf(uri, passage));
  assert.deepEqual(others, []);
  assert.ok(action, `Nothing is offered for “${passage}”.`);
  return action;
}

type Edits = Parameters<typeof applyTextEdits>[1];

/** The text of the configuration that an action makes. */
async function outcome(editor: Editor, action: CodeAction, before: string): Promise<string> {
  const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
  const change = edit?.documentChanges?.at(-1);
  assert.ok(change && 'edits' in change);
  return applyTextEdits(before, change.edits as Edits);
}

describe('always treating a line as residue', () => {
  it('makes a configuration by which the line is found and deleted wherever it stands', async () => {
    await inEditor({}, async (editor) => {
      const [uri, file] = [editor.uri('in/news.txt'), editor.uri('copydesk.json')];
      await editor.open(uri, article);
      assert.deepEqual(await editor.pull(uri), []);
      const action = await offerAt(editor, uri, `– ${line} –`);
      assert.equal(action.title, `${title}: write it into a new copydesk.json`);
      assert.equal(action.edit, undefined, 'The edit is made when it is asked for.');
      const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
      const [create, change] = edit?.documentChanges ?? [];
      assert.deepEqual(create, { kind: 'create', uri: file, options: { ignoreIfExists: true } });
      assert.ok(change && 'edits' in change);
      const text = applyTextEdits('', change.edits as Edits);
      assert.deepEqual(JSON.parse(text), { residue: { patterns: [`– ${line} –`] } });
      editor.write('copydesk.json', text);
      await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 1 }] });
      await editor.refreshed();
      const other = editor.uri('other.txt');
      await editor.open(other, article.replace(`– ${line} –`, line));
      for (const judged of [uri, other]) {
        const [found, ...others] = await editor.pull(judged);
        assert.equal(found?.code, 'residue/own-line');
        assert.deepEqual(others, []);
        const [fix] = await editor.fixes(judged, found.range, ['quickfix']);
        assert.ok(fix);
        assert.equal(await editor.outcome(judged, fix), unmarked);
        assert.deepEqual(await offers(editor, judged, found.range), [], 'It is residue already.');
      }
    });
  });

  for (const open of [false, true]) {
    it(`adds to the one that holds, with its comments, ${open ? 'as it stands in the editor' : 'though it is not open'}`, async () => {
      const saved =
        '{\r\n\t// ours\r\n\t"residue": {\r\n\t\t"patterns": [\r\n\t\t\t// the ferry’s times\r\n\t\t\t"Tide tables", // daily\r\n\t\t],\r\n\t},\r\n}\r\n';
      await inEditor({ files: { 'in/.copydesk.json': saved } }, async (editor) => {
        const [uri, file] = [editor.uri('in/news.txt'), editor.uri('in/.copydesk.json')];
        await editor.open(uri, article);
        if (open) {
          await editor.open(file, saved, 'jsonc');
          await editor.change(file, { start: 0, end: 0, text: '\r\n' });
        }
        const action = await offerAt(editor, uri, `– ${line} –`);
        assert.equal(action.title, `${title}: write it into .copydesk.json`);
        const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
        const [change, ...others] = edit?.documentChanges ?? [];
        assert.deepEqual(others, []);
        assert.ok(change && 'edits' in change);
        assert.deepEqual(change.textDocument, { uri: file, version: open ? 2 : null });
        const before = open ? editor.text(file) : saved;
        const after = applyTextEdits(before, change.edits as Edits);
        assert.equal(after, before.replace('"Tide tables",', `"Tide tables",\r\n\t\t\t"– ${line} –",`));
      });
    });
  }

  it('is a quick fix where a rule finds the line but leaves it to a person, else a refactoring', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, `${marked}\n${button}\n\n${line}\n`);
      const found = await offerAt(editor, uri, button);
      assert.equal(found.kind, 'quickfix');
      assert.equal(found.isPreferred, undefined);
      assert.equal(found.diagnostics?.length, 1);
      for (const passage of [marker, line, 'عنوان الخبر الأول']) {
        assert.equal((await offerAt(editor, uri, passage)).kind, 'refactor', passage);
      }
      const range = editor.rangeOf(uri, line);
      assert.equal((await offers(editor, uri, range, ['refactor'])).length, 1);
      assert.deepEqual(await offers(editor, uri, range, ['quickfix']), []);
      assert.deepEqual(await offers(editor, uri, editor.rangeOf(uri, button), ['refactor']), []);
      // An editor that only looks what there is at the cursor shows no lamp for it.
      const context = { diagnostics: [], triggerKind: 2 };
      const params = { textDocument: { uri }, range, context };
      assert.deepEqual(await editor.request('textDocument/codeAction', params), []);
    });
  });

  it('is offered for the line of the cursor and for a whole line that is selected, for no other range', async () => {
    const long = 'كلمة '.repeat(70).trim();
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, `${unmarked}\n  ${line}\n\n* * *\n\n${long}\n`);
      const [whole, longer] = [editor.rangeOf(uri, line), editor.rangeOf(uri, long)];
      const { start, end } = whole;
      const next = { line: end.line + 1, character: 0 };
      for (const range of [
        whole,
        { start, end: start },
        { start: end, end },
        { start: { line: start.line, character: 0 }, end: next },
      ])
        assert.equal((await offers(editor, uri, range)).length, 1, JSON.stringify(range));
      for (const range of [
        { start: { ...start, character: start.character + 1 }, end },
        { start, end: { ...end, character: end.character - 1 } },
        { start: next, end: next },
        { start: { line: 0, character: 0 }, end },
        { start, end: longer.end },
        editor.rangeOf(uri, '* * *'),
        longer,
      ])
        assert.deepEqual(await offers(editor, uri, range), [], JSON.stringify(range));
    });
  });

  it('writes a line that looks like a pattern as the text that it is', async () => {
    const braces = '{"holds": "الوفد"}';
    await inEditor({}, async (editor) => {
      const [uri, file] = [editor.uri('news.txt'), editor.uri('copydesk.json')];
      await editor.open(uri, `${unmarked}\n${braces}\n`);
      const text = await outcome(editor, await offerAt(editor, uri, braces), '');
      editor.write('copydesk.json', text);
      await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 1 }] });
      await editor.refreshed();
      const found = (await editor.pull(uri)).filter(({ code }) => code === 'residue/own-line');
      assert.deepEqual(
        found.map(({ range }) => range),
        [editor.rangeOf(uri, braces)],
      );
    });
  });

  for (const [what, text] of [
    ['no JSON', '{ "residue": '],
    ['something else in that place', '{ "residue": { "patterns": "one" } }'],
    ['something else around it', '{ "residue": ["one"] }'],
  ] as const) {
    it(`is not offered where the configuration holds ${what}, of which people are told`, async () => {
      await inEditor({ files: { 'copydesk.json': text } }, async (editor) => {
        const uri = editor.uri('news.txt');
        await editor.open(uri, article);
        assert.deepEqual(await offers(editor, uri, editor.rangeOf(uri, `– ${line} –`)), []);
        const { message } = await editor.next<ShowMessageParams>('window/showMessage');
        assert.match(message, /copydesk\.json:1:\d+: /);
      });
    });
  }

  it('says so where the configuration was damaged after it was offered', async () => {
    await inEditor({ files: { 'copydesk.json': '{}' } }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, article);
      const action = await offerAt(editor, uri, `– ${line} –`);
      editor.write('copydesk.json', '{ "residue": ');
      await assert.rejects(
        editor.request('codeAction/resolve', action),
        /The configuration was not changed\. Line 1: /,
      );
    });
  });

  it('is offered for nothing that is no file, where the rule is off, and to no client that could not do it', async () => {
    const none = async (editor: Editor, uri: string): Promise<void> => {
      await editor.open(uri, withButton);
      assert.deepEqual(await offers(editor, uri, editor.rangeOf(uri, button)), []);
    };
    await inEditor({}, (editor) => none(editor, 'untitled:news.txt'));
    await inEditor({ settings: { rules: { 'residue/own-line': 'off' } } }, (editor) =>
      none(editor, editor.uri('news.txt')),
    );
    const workspace = { ...modern.workspace, workspaceEdit: { documentChanges: true } };
    await inEditor({ capabilities: { ...modern, workspace } }, (editor) =>
      none(editor, editor.uri('news.txt')),
    );
  });
});

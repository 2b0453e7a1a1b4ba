import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  CodeAction,
  Command,
} from 'vscode-languageserver/node';
import { analyse, applyEdits, defaultSettings, fix, titleOf } from '../../server/index.ts';
import { marked, marker, openSpeech, unmarked } from './articles.ts';
import { bare, modern } from './capabilities.ts';
import { inEditor } from './editor.ts';
import { positionAt } from './text.ts';

const seeds = new URL('../../seeds/', import.meta.url);
const whole = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
const contentModified = -32801;

/** The modern client without a part of what it says of code actions or edits. */
function without(
  part: 'resolve' | 'documentChanges' | 'preferred' | 'literals' | 'applyEdit',
): ClientCapabilities {
  const codeAction = {
    ...modern.textDocument.codeAction,
    ...(part === 'resolve' && { resolveSupport: undefined }),
    ...(part === 'preferred' && { isPreferredSupport: false }),
    ...(part === 'literals' && { codeActionLiteralSupport: undefined }),
  };
  const workspace = {
    ...modern.workspace,
    ...(part === 'documentChanges' && { workspaceEdit: {} }),
    ...(part === 'applyEdit' && { applyEdit: false }),
  };
  return { workspace, textDocument: { ...modern.textDocument, codeAction } } as unknown as ClientCapabilities;
}

const twoMarkers = marked.replace('وصل', `${marker}\n\nوصل`);

describe('quick fixes', () => {
  it('of every problem in the seeds make the text that the engine makes', async () => {
    await inEditor({}, async (editor) => {
      let made = 0;
      for (const name of readdirSync(seeds, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.txt')) continue;
        const text = readFileSync(new URL(name, seeds), 'utf8');
        const uri = editor.uri(name);
        await editor.open(uri, text);
        for (const finding of analyse(text, defaultSettings).findings) {
          const range = { start: positionAt(text, finding.start), end: positionAt(text, finding.end) };
          const actions = (await editor.fixes(uri, range, ['quickfix'])).filter(
            ({ diagnostics = [], title }) =>
              !title.startsWith('Fix all') &&
              diagnostics.some(
                (one) => one.code === finding.rule && JSON.stringify(one.range) === JSON.stringify(range),
              ),
          );
          assert.deepEqual(
            actions.map(({ title }) => title),
            finding.fixes.map((each) => titleOf(finding, each)),
            name,
          );
          for (const [index, each] of finding.fixes.entries()) {
            const action = actions[index];
            assert.ok(action);
            assert.equal(action.isPreferred ?? false, index === 0 && each.safety !== 'choice');
            assert.equal(action.edit, undefined, 'The edit is made when it is asked for.');
            assert.equal(await editor.outcome(uri, action), applyEdits(text, each.edits), name);
            made++;
          }
        }
        await editor.close(uri);
      }
      assert.ok(made > 20, 'The seeds have fixes to make.');
    });
  });

  it('are offered where the problem is, and beside it, but not elsewhere', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const { start, end } = editor.rangeOf(uri, marker);
      for (const place of [start, end]) {
        assert.equal((await editor.fixes(uri, { start: place, end: place }, ['quickfix'])).length, 1);
      }
      const elsewhere = { line: 0, character: 3 };
      assert.deepEqual(await editor.fixes(uri, { start: elsewhere, end: elsewhere }, ['quickfix']), []);
    });
  });

  it('leave the choice to the person where there is one', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      // The speech may end with either of its sentences.
      await editor.open(uri, openSpeech.replace('every hinge,', 'every hinge. It took us the winter,'));
      const actions = await editor.fixes(uri, editor.rangeOf(uri, '“We'), ['quickfix']);
      assert.ok(actions.length > 1);
      assert.deepEqual(
        actions.map(({ isPreferred = false }) => isPreferred),
        actions.map((_, index) => index === 0),
      );
      const outcomes = await Promise.all(actions.map((action) => editor.outcome(uri, action)));
      assert.equal(new Set(outcomes).size, outcomes.length);
      assert.match(outcomes[0] ?? '', /the winter,” said Anna Berg/);
    });
  });

  it('put right all problems of one rule in the article', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, twoMarkers);
      const actions = await editor.fixes(uri, editor.rangeOf(uri, marker), ['quickfix']);
      const all = actions.find(({ title }) => title.startsWith('Fix all 2 problems'));
      assert.ok(all);
      assert.equal(all.isPreferred, undefined);
      assert.equal(await editor.outcome(uri, all), unmarked);
      await editor.change(uri, { start: 0, end: twoMarkers.length, text: marked });
      const single = await editor.fixes(uri, editor.rangeOf(uri, marker), ['quickfix']);
      assert.deepEqual(
        single.map(({ title }) => title).filter((title) => title.startsWith('Fix all')),
        [],
      );
    });
  });
});

describe('source.fixAll.copydesk', () => {
  it('makes all that is safe in one edit, to the end', async () => {
    await inEditor({}, async (editor) => {
      for (const name of ['ar/harbour.txt', 'ar/date-harvest.txt', 'en/ferry.txt']) {
        const text = readFileSync(new URL(name, seeds), 'utf8');
        const uri = editor.uri(name);
        await editor.open(uri, text);
        const [action, ...others] = await editor.fixes(uri, whole, ['source.fixAll.copydesk']);
        assert.ok(action, name);
        assert.deepEqual(others, []);
        const outcome = await editor.outcome(uri, action);
        assert.equal(outcome, fix(text, defaultSettings, { safeties: ['safe'] }).text);
        await editor.change(uri, { start: 0, end: text.length, text: outcome });
        assert.deepEqual(await editor.fixes(uri, whole, ['source.fixAll.copydesk']), []);
      }
    });
  });

  it('is offered for each kind that holds it, and for no other', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const kinds = async (...only: string[]): Promise<unknown[]> =>
        (await editor.fixes(uri, editor.rangeOf(uri, marker), only)).map(({ kind }) => kind);
      for (const kind of ['source', 'source.fixAll', 'source.fixAll.copydesk']) {
        assert.deepEqual(await kinds(kind), ['source.fixAll.copydesk'], kind);
      }
      for (const kind of [
        'refactor',
        'source.organizeImports',
        'source.fixAll.eslint',
        'sourc',
        'quickfix.other',
      ]) {
        assert.deepEqual(await kinds(kind), [], kind);
      }
      assert.deepEqual(await kinds('quickfix'), ['quickfix']);
      assert.deepEqual(await kinds('quickfix', 'source'), ['quickfix', 'source.fixAll.copydesk']);
      assert.deepEqual(await kinds(''), ['quickfix', 'source.fixAll.copydesk']);
    });
  });

  it('is not offered where an editor only looks what there is at the cursor', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const range = editor.rangeOf(uri, marker);
      const context = { diagnostics: [], triggerKind: 2 };
      const params = { textDocument: { uri }, range, context };
      const actions = await editor.request<CodeAction[]>('textDocument/codeAction', params);
      assert.deepEqual([...new Set(actions.map(({ kind }) => kind))], ['quickfix']);
    });
  });
});

describe('an edit', () => {
  it('that was offered for an older version is refused', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const [action] = await editor.fixes(uri, editor.rangeOf(uri, marker));
      await editor.change(uri, { start: 0, end: 0, text: 'خبر ' });
      await assert.rejects(editor.request('codeAction/resolve', action), { code: contentModified });
      await editor.close(uri);
      await assert.rejects(editor.request('codeAction/resolve', action), { code: contentModified });
      await editor.open(uri, marked);
      await assert.rejects(editor.request('codeAction/resolve', action), { code: contentModified });
    });
  });

  it('is there from the start for a client that does not ask for it, with the version', async () => {
    await inEditor({ capabilities: without('resolve') }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      await editor.change(uri, { start: 0, end: 0, text: ' ' });
      const actions = await editor.fixes(uri, editor.rangeOf(uri, marker));
      assert.equal(actions.length, 2);
      for (const { edit, data } of actions) {
        assert.equal(data, undefined);
        assert.ok(edit);
        // The editor checks that it names the version.
        assert.equal(editor.outcomeOf(uri, edit), ` ${unmarked}`);
      }
    });
  });

  it('goes without version to a client that knows none', async () => {
    await inEditor({ capabilities: without('documentChanges') }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const [action] = await editor.fixes(uri, editor.rangeOf(uri, marker));
      assert.ok(action);
      const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
      assert.deepEqual(Object.keys(edit ?? {}), ['changes']);
      assert.equal(await editor.outcome(uri, action), unmarked);
    });
  });

  it('is never called preferred to a client that knows no preference', async () => {
    await inEditor({ capabilities: without('preferred') }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      for (const action of await editor.fixes(uri, editor.rangeOf(uri, marker))) {
        assert.equal('isPreferred' in action, false);
      }
    });
  });

  it('keeps the line breaks that the article has', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, twoMarkers.replaceAll('\n', '\r\n'));
      const [action] = await editor.fixes(uri, whole, ['source.fixAll']);
      assert.ok(action);
      assert.equal(await editor.outcome(uri, action), unmarked.replaceAll('\n', '\r\n'));
    });
  });
});

describe('a client that knows commands alone', () => {
  it('is offered them, and its edits come back to it with the version', async () => {
    await inEditor({ capabilities: without('literals') }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const commands = (await editor.fixes(uri, editor.rangeOf(uri, marker))) as unknown as Command[];
      assert.deepEqual(
        commands.map(({ command }) => command),
        Array(2).fill('copydesk.server.applyFixes'),
      );
      const [first] = commands;
      const run = editor.request('workspace/executeCommand', {
        command: first?.command,
        arguments: first?.arguments,
      });
      const { edit } = await editor.next<ApplyWorkspaceEditParams>('workspace/applyEdit');
      assert.equal(editor.outcomeOf(uri, edit), unmarked);
      assert.equal(await run, null);
    });
  });

  it('is told when the edit was not made, or would no longer fit', async () => {
    await inEditor({ capabilities: without('literals') }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const [first] = (await editor.fixes(uri, editor.rangeOf(uri, marker))) as unknown as Command[];
      const params = { command: first?.command, arguments: first?.arguments };
      editor.acceptsEdits = false;
      await assert.rejects(editor.request('workspace/executeCommand', params), /did not make the change/);
      await editor.next('workspace/applyEdit');
      await editor.change(uri, { start: 0, end: 0, text: ' ' });
      await assert.rejects(editor.request('workspace/executeCommand', params), { code: contentModified });
    });
  });

  it('is offered nothing that it could not do', async () => {
    await inEditor({ capabilities: bare }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      await editor.published(uri);
      assert.deepEqual(await editor.fixes(uri, editor.rangeOf(uri, marker)), []);
    });
  });
});

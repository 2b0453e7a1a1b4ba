import assert from 'node:assert/strict';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  CancellationTokenSource,
  ProgressType,
  type CodeAction,
  type TextEdit,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { marked, unmarked } from './articles.ts';
import { pushed } from './capabilities.ts';
import { checkCorpus } from './corpus.ts';
import { Editor, inEditor } from './editor.ts';
import { applyTextEdits } from './text.ts';

const partial = new ProgressType<WorkspaceDiagnosticReport>();
const work = new ProgressType<{ readonly kind: string; readonly percentage?: number }>();

/** The reports as names of files, with what they say. */
function summary(
  editor: Editor,
  reports: readonly WorkspaceDocumentDiagnosticReport[],
): Record<string, unknown> {
  const root = editor.uri('');
  return Object.fromEntries(
    reports.map((report) => [
      decodeURI(report.uri.slice(root.length)),
      report.kind === 'full' ? report.items.map(({ code, message }) => code ?? message) : 'unchanged',
    ]),
  );
}

const marker = 'residue/importer-marker';

describe('the whole corpus', () => {
  const files = {
    'a.txt': marked,
    'clean.txt': unmarked,
    'in/deep/خبر.txt': marked,
    'requirements.txt': 'numpy==1.0\n',
    'notes.md': marked,
    'drafts/b.txt': marked,
    'off/copydesk.json': `{ "rules": { "${marker}": "off" } }`,
    'off/c.txt': marked,
    'node_modules/d.txt': marked,
    '.hidden/e.txt': marked,
  };

  it('is reported on, but for what is no article’s name, left out, or open', async () => {
    await inEditor({ files, settings: { exclude: ['/drafts/'] } }, async (editor) => {
      assert.deepEqual(summary(editor, await checkCorpus(editor)), {
        'a.txt': [marker],
        'clean.txt': [],
        'in/deep/خبر.txt': [marker],
        'off/c.txt': [],
      });
      await editor.open(editor.uri('a.txt'), marked);
      assert.deepEqual(summary(editor, await checkCorpus(editor)), {
        'clean.txt': [],
        'in/deep/خبر.txt': [marker],
        'off/c.txt': [],
      });
    });
  });

  it('is read again only where something has changed', async () => {
    await inEditor({ files, settings: { exclude: ['/drafts/'] } }, async (editor) => {
      const first = await checkCorpus(editor);
      assert.deepEqual(summary(editor, await checkCorpus(editor, first)), {
        'a.txt': 'unchanged',
        'clean.txt': 'unchanged',
        'in/deep/خبر.txt': 'unchanged',
        'off/c.txt': 'unchanged',
      });
      // What was sound is looked at again as well once it has changed.
      editor.write('a.txt', unmarked);
      editor.write('clean.txt', marked);
      rmSync(join(editor.folder, 'in'), { recursive: true });
      assert.deepEqual(summary(editor, await checkCorpus(editor, first)), {
        'a.txt': [],
        'clean.txt': [marker],
        'in/deep/خبر.txt': [],
        'off/c.txt': 'unchanged',
      });
      editor.settings = { exclude: ['/drafts/'], rules: { [marker]: 'error' } };
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
      await editor.refreshed();
      const [report] = (await checkCorpus(editor, first)).filter(({ uri }) => uri.endsWith('clean.txt'));
      assert.equal(report?.kind === 'full' && report.items[0]?.severity, 1);
    });
  });

  it('is not read again in another session either, unless the configuration or the exceptions changed', async () => {
    const inner = { ...files, 'off/c.txt': marked };
    let first: WorkspaceDocumentDiagnosticReport[] = [];
    await inEditor({ files: inner }, async (editor) => {
      first = await checkCorpus(editor);
      assert.deepEqual(
        new Set(first.map((report) => (report as { language?: string }).language)),
        new Set(['ar']),
      );
      const another = new Editor({ folder: editor.folder });
      try {
        await another.initialize({});
        assert.deepEqual(
          new Set((await checkCorpus(another, first)).map(({ kind }) => kind)),
          new Set(['unchanged']),
        );
        another.write('off/copydesk.json', `{ "rules": { "${marker}": "hint" } }`);
        another.write(
          'in/.copydesk/kept.jsonl',
          '{"mark":"0123456789a","rule":"residue/own-line","passage":"x"}\n',
        );
        const changes = ['off/copydesk.json', 'in/.copydesk/kept.jsonl'].map((name) => ({
          uri: another.uri(name),
          type: 1,
        }));
        await another.notify('workspace/didChangeWatchedFiles', { changes });
        await another.refreshed();
        assert.deepEqual(summary(another, await checkCorpus(another, first)), {
          'a.txt': 'unchanged',
          'clean.txt': 'unchanged',
          'drafts/b.txt': 'unchanged',
          'in/deep/خبر.txt': [marker],
          'off/c.txt': [marker],
        });
        await another.end();
      } finally {
        another.server.kill();
      }
    });
  });

  it('with a file that can’t be read says where, and goes on', async () => {
    await inEditor({ files: { 'b.txt': marked } }, async (editor) => {
      writeFileSync(join(editor.folder, 'a.txt'), Buffer.from([0x61, 0x0a, 0xff, 0xfe, 0x0a]));
      const reports = await checkCorpus(editor);
      const { 'a.txt': unreadable, ...rest } = summary(editor, reports);
      assert.match(String(unreadable), /not valid UTF-8/);
      assert.deepEqual(rest, { 'b.txt': [marker] });
      const [first] = reports;
      assert.equal(first?.kind === 'full' && first.items[0]?.range.start.line, 1);
    });
  });

  it('ends, although links go round in it', async () => {
    await inEditor({ files: { 'in/a.txt': marked } }, async (editor) => {
      symlinkSync(editor.folder, join(editor.folder, 'in', 'loop'));
      symlinkSync(join(editor.folder, 'absent'), join(editor.folder, 'lost.txt'));
      assert.deepEqual(summary(editor, await checkCorpus(editor)), { 'in/a.txt': [marker] });
    });
  });

  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [`${String(index).padStart(3, '0')}.txt`, marked]),
  );

  it('is told of bit by bit, with how far it is', async () => {
    await inEditor({ files: many }, async (editor) => {
      const { connection } = editor.server;
      const parts: WorkspaceDocumentDiagnosticReport[] = [];
      const steps: { readonly kind: string; readonly percentage?: number }[] = [];
      connection.onProgress(partial, 'parts', ({ items }) => {
        parts.push(...items);
      });
      connection.onProgress(work, 'work', (step) => {
        steps.push(step);
      });
      const { items } = await editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
        previousResultIds: [],
        partialResultToken: 'parts',
        workDoneToken: 'work',
      });
      assert.equal(parts.length, 400);
      assert.deepEqual(items, []);
      assert.equal(steps[0]?.kind, 'begin');
      assert.equal(steps.at(-1)?.kind, 'end');
      const percentages = steps.flatMap(({ kind, percentage = 0 }) =>
        kind === 'report' ? [percentage] : [],
      );
      assert.ok(percentages.length > 3);
      assert.deepEqual(
        percentages,
        [...percentages].sort((one, other) => one - other),
      );
    });
  });

  it('is left where the client cancels, and the server serves on meanwhile', async () => {
    await inEditor({ files: many }, async (editor) => {
      const { connection } = editor.server;
      const source = new CancellationTokenSource();
      const parts: WorkspaceDocumentDiagnosticReport[] = [];
      const uri = editor.uri('open.txt');
      await editor.open(uri, marked);
      let served = 0;
      connection.onProgress(partial, 'parts', ({ items }) => {
        parts.push(...items);
        void editor.pull(uri).then(({ length }) => {
          served += length;
          source.cancel();
        });
      });
      const params = { previousResultIds: [], partialResultToken: 'parts' };
      await assert.rejects(connection.sendRequest('workspace/diagnostic', params, source.token), {
        code: -32800,
      });
      assert.ok(served > 0);
      assert.ok(parts.length < 400, `${String(parts.length)} of 400 were reported on all the same.`);
    });
  });

  it('is put right as far as one rule goes, each article to be confirmed', async () => {
    const inner = { ...files, 'both.txt': `${marked}\nالمصدر\n` };
    await inEditor({ files: inner, settings: { exclude: ['/drafts/'] } }, async (editor) => {
      const uri = editor.uri('a.txt');
      await editor.open(uri, ` ${marked}`);
      await editor.change(uri, { start: 0, end: 1, text: '' });
      const actions = await editor.codeActions(uri, editor.rangeOf(uri, '[ad_1]'), ['quickfix']);
      const action = actions.find(({ title }) => title.includes('in the corpus, with a preview'));
      assert.ok(action);
      const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
      assert.deepEqual(Object.values(edit?.changeAnnotations ?? {}), [
        { label: `Copydesk: ${marker}`, needsConfirmation: true },
      ]);
      const texts: Readonly<Record<string, string>> = inner;
      const outcomes = (edit?.documentChanges ?? []).map((change) => {
        assert.ok('edits' in change);
        const name = decodeURI(change.textDocument.uri.slice(editor.uri('').length));
        const edits = change.edits as (TextEdit & { annotationId?: string })[];
        for (const { annotationId = '' } of edits) assert.ok(edit?.changeAnnotations?.[annotationId]);
        return [name, change.textDocument.version, applyTextEdits(texts[name] ?? '', edits)];
      });
      assert.deepEqual(outcomes, [
        ['a.txt', 2, unmarked],
        ['both.txt', null, `${unmarked}\nالمصدر\n`],
        ['in/deep/خبر.txt', null, unmarked],
      ]);
    });
  });

  it('is put right in one folder of it, where an article is in one', async () => {
    const inner = { ...files, 'in/other.txt': marked };
    await inEditor({ files: inner }, async (editor) => {
      const offered = async (name: string): Promise<CodeAction | undefined> => {
        await editor.open(editor.uri(name), marked);
        const range = editor.rangeOf(editor.uri(name), '[ad_1]');
        const actions = await editor.codeActions(editor.uri(name), range, ['quickfix']);
        return actions.find(({ title }) => title.includes('in this folder, with a preview'));
      };
      // In the folder that is open it would be the same as in all of it.
      assert.equal(await offered('a.txt'), undefined);
      const action = await offered('in/other.txt');
      assert.ok(action);
      const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
      const changed = (edit?.documentChanges ?? []).map((change) => {
        assert.ok('edits' in change);
        return decodeURI(change.textDocument.uri.slice(editor.uri('').length));
      });
      assert.deepEqual(changed, ['in/other.txt', 'in/deep/خبر.txt']);
    });
  });

  it('is offered only where the client wants to be asked to', async () => {
    for (const [initializationOptions, offered] of [
      [undefined, false],
      [{ workspaceDiagnostics: true }, true],
    ] as const) {
      await inEditor({ ...(initializationOptions && { initializationOptions }) }, async (editor) => {
        const provider = editor.initialized?.capabilities.diagnosticProvider;
        assert.equal(provider?.workspaceDiagnostics, offered);
        await assert.rejects(editor.request('workspace/diagnostic', {}), { code: -32602 });
      });
    }
    await inEditor({ capabilities: pushed }, async (editor) => {
      await assert.rejects(editor.request('workspace/diagnostic', { previousResultIds: [] }), {
        code: -32601,
      });
    });
  });
});

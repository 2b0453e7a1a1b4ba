import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CancellationTokenSource,
  ProgressType,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import {
  repeatedLinesMethod,
  residueEditMethod,
  type RepeatedLine,
  type RepeatedLines,
} from '../../server/lsp/messages.ts';
import { inEditor, type Editor } from './editor.ts';
import { applyTextEdits } from './text.ts';

const work = new ProgressType<{ readonly kind: string; readonly percentage?: number }>();
const towns = ['Northport', 'Easthaven', 'Westbay', 'Southpier', 'Midtown', 'Old Quay'];
const line = 'Tide tables of the week';

function article(town: string, below = line): string {
  const text = `The bakers of ${town} opened their ovens at dawn, and people came from every house to see what was left.`;
  return `A fire in ${town}\n\n${text}\n\n${below}\n`;
}

const files = Object.fromEntries(towns.map((town) => [`in/${town}.txt`, article(town)]));

async function mine(editor: Editor, least = 5): Promise<RepeatedLines> {
  return editor.request<RepeatedLines>(repeatedLinesMethod, { least });
}

async function accept(editor: Editor, accepted: readonly RepeatedLine[]): Promise<WorkspaceEdit> {
  return editor.request<WorkspaceEdit>(residueEditMethod, { accepted });
}

/** What an edit makes of the files of the folder, by name. */
function outcome(
  editor: Editor,
  edit: WorkspaceEdit,
  before: Readonly<Record<string, string>> = {},
): unknown {
  const texts = (edit.documentChanges ?? [])
    .filter((change): change is TextDocumentEdit => 'edits' in change)
    .map(({ textDocument: { uri }, edits }) => {
      const name = decodeURI(uri.slice(editor.uri('').length));
      return [name, applyTextEdits(before[name] ?? '', edits as Parameters<typeof applyTextEdits>[1])];
    });
  return Object.fromEntries(texts);
}

describe('lines that many articles share', () => {
  it('are told with counts, places and a pattern, open articles as they stand in the editor', async () => {
    await inEditor({ files }, async (editor) => {
      const uri = editor.uri('in/Old Quay.txt');
      const text = `\n${article('Old Quay')}`;
      await editor.open(uri, text);
      const { articles, lines } = await mine(editor);
      assert.equal(articles, 6);
      const [found, ...others] = lines;
      assert.deepEqual(others, []);
      const { examples, ...rest } = found ?? { examples: [] };
      assert.deepEqual(rest, {
        articles: 6,
        places: { above: 0, within: 0, below: 6 },
        example: line,
        pattern: { line, place: 'tail', safety: 'review' },
      });
      assert.equal(examples.length, 5);
      assert.deepEqual(examples[0], { uri, range: editor.rangeOf(uri, line) });
      assert.deepEqual((await mine(editor, 7)).lines, []);
    });
  });

  it('are told no more once a pattern of their configuration knows them', async () => {
    await inEditor({ files }, async (editor) => {
      const { lines } = await mine(editor);
      const edit = await accept(editor, lines);
      const made = outcome(editor, edit) as Record<string, string>;
      assert.deepEqual(Object.keys(made), ['copydesk.json']);
      const patterns = [{ line, place: 'tail', safety: 'review' }];
      assert.deepEqual(JSON.parse(made['copydesk.json'] ?? ''), { residue: { patterns } });
      editor.write('copydesk.json', made['copydesk.json'] ?? '');
      const uri = editor.uri('copydesk.json');
      await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
      await editor.refreshed();
      assert.deepEqual((await mine(editor)).lines, []);
      const opened = editor.uri('in/Midtown.txt');
      await editor.open(opened, article('Midtown'));
      assert.deepEqual(
        (await editor.pull(opened)).map(({ code }) => code),
        ['residue/own-line'],
      );
    });
  });

  it('are accepted several at once, each into the configurations of its articles, whose comments stay', async () => {
    const before = {
      'copydesk.json': '{ "language": "en" }\n',
      'in/copydesk.json': '{\n  // ours\n  "residue": { "patterns": ["Crossword" /* daily */] }\n}\n',
    };
    const others = Object.fromEntries(
      towns.map((town) => [`${town}.txt`, article(`${town} Hill`, 'Weather')]),
    );
    // A line of both folders.
    const both = { ...others, 'Alpha.txt': article('Alpha') };
    await inEditor({ files: { ...files, ...both, ...before } }, async (editor) => {
      const { lines } = await mine(editor);
      assert.deepEqual(
        lines.map(({ example, articles }) => [example, articles]),
        [
          [line, 7],
          ['Weather', 6],
        ],
      );
      const made = outcome(editor, await accept(editor, lines), before) as Record<string, string>;
      const ours = `{ "line": "${line}", "place": "tail", "safety": "review" }`;
      const flat = (text = ''): string => text.replace(/\s+/g, ' ');
      assert.match(flat(made['in/copydesk.json']), /\/\/ ours .*"Crossword",? .*\/\* daily \*\//);
      assert.ok(flat(made['in/copydesk.json']).includes(ours));
      assert.ok(!made['in/copydesk.json']?.includes('Weather'));
      assert.ok(flat(made['copydesk.json']).includes(ours));
      assert.match(flat(made['copydesk.json']), /"language": "en".*"line": "Weather"/);
    });
  });

  it('are accepted one after the other where a watcher has not told yet of what the first has made', async () => {
    const twice = Object.fromEntries(towns.map((town) => [`${town}.txt`, article(town, `${line}\nWeather`)]));
    await inEditor({ files: twice }, async (editor) => {
      const [first, second] = (await mine(editor)).lines;
      assert.ok(first && second);
      const made = outcome(editor, await accept(editor, [first])) as Record<string, string>;
      editor.write('copydesk.json', made['copydesk.json'] ?? '');
      const edit = await accept(editor, [second]);
      assert.equal(edit.documentChanges?.length, 1);
      const after = outcome(editor, edit, made) as Record<string, string>;
      const { residue } = JSON.parse(after['copydesk.json'] ?? '') as { residue: { patterns: unknown[] } };
      assert.deepEqual(residue.patterns, [first.pattern, second.pattern]);
    });
  });

  it('with an edited pattern that is none are refused with the reason, as where a configuration is damaged', async () => {
    await inEditor({ files }, async (editor) => {
      const [found] = (await mine(editor)).lines;
      assert.ok(found);
      await assert.rejects(
        accept(editor, [{ ...found, pattern: { expression: '(?=a)' } }]),
        /The expression can’t be used: .*no look-around/,
      );
      await assert.rejects(accept(editor, [{ ...found, pattern: {} }]), /A pattern says one thing/);
      editor.write('in/copydesk.json', '{ "residue": ');
      await assert.rejects(accept(editor, [found]), /The configuration was not changed\. Line 1: /);
    });
  });

  it('are asked for with a number, and accepted with their places', async () => {
    await inEditor({ files }, async (editor) => {
      for (const params of [{}, null, { least: 1 }, { least: 2.5 }, { least: '5' }])
        await assert.rejects(editor.request(repeatedLinesMethod, params), { code: -32602 });
      for (const params of [
        null,
        {},
        { accepted: [] },
        { accepted: [null] },
        { accepted: [{ pattern: { line } }] },
        { accepted: [{ pattern: { line }, examples: [] }] },
        { accepted: [{ pattern: line, examples: [{ uri: editor.uri('in/Midtown.txt') }] }] },
        { accepted: [{ pattern: { line }, examples: [{}] }] },
      ])
        await assert.rejects(editor.request(residueEditMethod, params), { code: -32602 });
    });
  });

  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [`${String(index)}.txt`, article(`Town ${String(index)}`)]),
  );

  it('are told with how far it is, twice through the corpus', async () => {
    await inEditor({ files: many }, async (editor) => {
      const steps: { readonly kind: string; readonly percentage?: number }[] = [];
      editor.server.connection.onProgress(work, 'work', (step) => {
        steps.push(step);
      });
      const { articles } = await editor.request<RepeatedLines>(repeatedLinesMethod, {
        least: 5,
        workDoneToken: 'work',
      });
      assert.equal(articles, 400);
      assert.equal(steps[0]?.kind, 'begin');
      assert.equal(steps.at(-1)?.kind, 'end');
      const percentages = steps.flatMap(({ kind, percentage = 0 }) =>
        kind === 'report' ? [percentage] : [],
      );
      assert.deepEqual(
        percentages,
        [...percentages].sort((one, other) => one - other),
      );
      assert.ok(percentages.some((percentage) => percentage < 50));
      assert.ok(percentages.some((percentage) => percentage > 90));
    });
  });

  it('are sought while the server serves on', async () => {
    await inEditor({ files: many }, async (editor) => {
      const uri = editor.uri('open.txt');
      await editor.open(uri, article('Alpha'));
      const answered: string[] = [];
      await Promise.all([
        mine(editor).then(() => answered.push('lines')),
        editor.pull(uri).then(() => answered.push('problems')),
      ]);
      assert.deepEqual(answered, ['problems', 'lines']);
    });
  });

  it('are sought no further where the client cancels', async () => {
    await inEditor({ files: many }, async (editor) => {
      const { connection } = editor.server;
      const source = new CancellationTokenSource();
      const percentages: number[] = [];
      connection.onProgress(work, 'work', ({ percentage = 0 }) => {
        percentages.push(percentage);
      });
      const asked = connection.sendRequest(
        repeatedLinesMethod,
        { least: 5, workDoneToken: 'work' },
        source.token,
      );
      source.cancel();
      await assert.rejects(asked, { code: -32800 });
      assert.ok(Math.max(0, ...percentages) < 90, 'All was read all the same.');
    });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  CodeLens,
  Diagnostic,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  SelectionRange,
  SemanticTokens,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { marker } from './articles.ts';
import { inEditor, type Editor } from './editor.ts';
import { offsetAt } from './text.ts';

/** Articles as records: a headline, and a text of several paragraphs, the first with a marker and a quotation. */
const headline = 'وصول السفينة إلى الميناء';
const prose =
  'وصلت السفينة إلى الميناء الجديد صباح اليوم بعد رحلة طويلة استغرقت ثلاثة أيام كاملة في بحر هائج، وكان في استقبالها عدد كبير من الأهالي والعاملين في الميناء وممثلون عن البلدية.';
const speech = 'وقالت المديرة ليلى المرجاني: «لن نغلق الرصيف قبل الصيف».';
const dirtyText = `${marker}\n\n${prose}\n\n${speech}`;
const cleanText = `${prose}\n\n${speech}`;

const line = (text: string, more: object = {}): string =>
  JSON.stringify({ id: 7, title: headline, text, url: 'x/y', ...more });

const escaped = (json: string): string =>
  json.replace(/[^\0-\u007F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A file of each format with a dirty article between clean ones, and what it is once it is fixed. */
const files: Readonly<Record<string, (text: string) => string>> = {
  'a.jsonl': (text) => `${line(cleanText)}\n\n${line(text)}\n${line(cleanText)}\n`,
  'escaped.ndjson': (text) => `${line(cleanText)}\r\n${escaped(line(text))}\r\n`,
  'a.csv': (text) =>
    `id,title,text\r\n1,${headline},${cell(cleanText)}\r\n2,${cell(headline)},${cell(text)}\r\n`,
  'a.tsv': (text) => `id\ttitle\ttext\n1\t${headline}\t${cell(cleanText)}\n2\t${headline}\t${cell(text)}\n`,
};

const listed: Readonly<Record<string, (text: string) => string>> = {
  'a.json': (text) => `[\n  ${line(cleanText)},\n  ${line(text)}\n]\n`,
  'post.md': (text) => `---\ntitle: "${headline}"\ndate: 2026-01-02\n---\n\n${text}\n`,
};

async function opened(editor: Editor, name: string, text: string, languageId = 'plaintext'): Promise<string> {
  const uri = editor.uri(name);
  await editor.open(uri, text, languageId);
  return uri;
}

/** The raw text below a problem. */
function below(editor: Editor, uri: string, { range }: Diagnostic): string {
  const text = editor.text(uri);
  return text.slice(offsetAt(text, range.start), offsetAt(text, range.end));
}

const whole = { start: { line: 0, character: 0 }, end: { line: 1_000, character: 0 } };

async function fixedAll(editor: Editor, uri: string): Promise<string> {
  const actions = await editor.fixes(uri, whole, ['source.fixAll.copydesk']);
  const [action, ...others] = actions;
  assert.deepEqual(others, []);
  assert.ok(action);
  return editor.outcome(uri, action);
}

describe('a file of records', () => {
  for (const [name, make] of Object.entries(files)) {
    it(`shows and fixes what is wrong in its raw text: ${name}`, async () => {
      await inEditor({}, async (editor) => {
        const uri = await opened(editor, name, make(dirtyText));
        const [problem, ...others] = await editor.pull(uri);
        assert.deepEqual(others, []);
        assert.ok(problem);
        assert.equal(problem.code, 'residue/importer-marker');
        assert.equal(below(editor, uri, problem), marker);
        const [fix] = await editor.fixes(uri, problem.range, ['quickfix']);
        assert.ok(fix);
        assert.equal(await editor.outcome(uri, fix), make(cleanText));
        assert.equal(await fixedAll(editor, uri), make(cleanText));
      });
    });
  }

  for (const [name, make] of Object.entries(listed)) {
    it(`is left alone unless the configuration lists it: ${name}`, async () => {
      await inEditor({}, async (editor) => {
        const uri = await opened(editor, name, make(dirtyText));
        assert.deepEqual(await editor.pull(uri), []);
        assert.equal(editor.statuses.get(uri)?.article, false);
      });
      const files = { 'copydesk.json': JSON.stringify({ records: [name] }) };
      await inEditor({ files }, async (editor) => {
        const uri = await opened(editor, name, make(dirtyText));
        const problems = await editor.pull(uri);
        assert.deepEqual(
          problems.map((problem) => below(editor, uri, problem)),
          [marker],
        );
        assert.equal(await fixedAll(editor, uri), make(cleanText));
      });
      await inEditor({ settings: { records: [name] } }, async (editor) => {
        const uri = await opened(editor, name, make(dirtyText));
        assert.equal((await editor.pull(uri)).length, 1);
      });
    });
  }

  const others: Readonly<Record<string, string>> = {
    'package.json': '{ "name": "x", "title": "A headline", "text": "A text" }',
    'README.md': `# ${headline}\n\n${dirtyText}\n`,
    'labels.csv': 'id,title,text\n1,one,two\n2,three,four\n',
    'chat.jsonl': '{"messages":[{"role":"user","content":"x"}]}\n{"text":"short [ad_1]"}\n',
    'code.jsonl': `${JSON.stringify({ text: 'const a = 1;\nfunction b() {\n'.repeat(20) })}\n`,
    'numbers.tsv': `a\tb\n${'1\t2\n'.repeat(100)}`,
    'broken.jsonl': '{"title": "x", "text": \n'.repeat(5),
    'empty.jsonl': '',
  };
  for (const [name, text] of Object.entries(others)) {
    it(`is none that holds no articles: ${name}`, async () => {
      await inEditor({}, async (editor) => {
        const uri = await opened(editor, name, text);
        assert.deepEqual(await editor.pull(uri), []);
        const [status] = editor.statuses.values();
        assert.equal(status?.article, false);
        assert.equal(status.records, undefined);
      });
    });
  }

  it('is judged by the fields that the configuration names, and left out where it says so', async () => {
    const text = `[${JSON.stringify({ kop: headline, proza: dirtyText })}]`;
    const configuration = { fields: { headline: 'kop', body: 'proza' }, exclude: ['/drafts/'] };
    const files = { 'copydesk.json': JSON.stringify(configuration) };
    await inEditor({ files }, async (editor) => {
      const uri = await opened(editor, 'a.json', text);
      assert.equal((await editor.pull(uri)).length, 1);
      const draft = await opened(editor, 'drafts/a.json', text);
      assert.deepEqual(await editor.pull(draft), []);
      const settings = await opened(editor, 'package.json', '{ "name": "x", "version": "1.0.0" }');
      assert.deepEqual(await editor.pull(settings), []);
    });
  });

  it('judges anew what has changed alone, and goes on knowing the others', async () => {
    await inEditor({}, async (editor) => {
      const uri = await opened(
        editor,
        'a.jsonl',
        `${line(dirtyText)}\n${line(cleanText)}\n${line(dirtyText)}\n`,
      );
      const before = await editor.pull(uri);
      assert.equal(before.length, 2);
      const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
      // Typed in the second record, after a line was put before all of them.
      await editor.change(uri, { start: 0, end: 0, text: `${line(cleanText)}\n` });
      const at = editor.text(uri).indexOf(prose, editor.text(uri).indexOf(marker) + dirtyText.length);
      await editor.change(uri, { start: at, end: at, text: `${marker}\\n\\n` });
      const after = await editor.pull(uri);
      assert.deepEqual(
        after.map(({ range }) => range.start.line),
        [1, 2, 3],
      );
      // What was offered for a record that has not changed still holds, and is made where that stands now.
      const [ticket] = lenses[0]?.command?.arguments as [object];
      const made = editor.request('workspace/executeCommand', {
        command: 'copydesk.server.applyFixes',
        arguments: [ticket],
      });
      const { edit } = await editor.next<{ edit: WorkspaceEdit }>('workspace/applyEdit');
      await made;
      const lines = editor.text(uri).split('\n');
      assert.equal(editor.outcomeOf(uri, edit), [lines[0], line(cleanText), ...lines.slice(2)].join('\n'));
    });
  });

  it('lists its records by headline, their quotations with who speaks below', async () => {
    await inEditor({}, async (editor) => {
      const uri = await opened(editor, 'a.jsonl', files['a.jsonl']?.(dirtyText) ?? '');
      await editor.pull(uri);
      const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      assert.deepEqual(
        symbols.map(({ name, range }) => [name, range.start.line]),
        [0, 2, 3].map((number) => [headline, number]),
      );
      for (const { children = [] } of symbols) {
        assert.equal(children.length, 1);
        assert.match(children[0]?.name ?? '', /^«لن نغلق/);
        assert.match(children[0]?.detail ?? '', /ليلى المرجاني/);
      }
    });
  });

  it('answers about the article that a place is in, and beside articles nothing', async () => {
    await inEditor({}, async (editor) => {
      const uri = await opened(editor, 'escaped.ndjson', files['escaped.ndjson']?.(dirtyText) ?? '');
      await editor.pull(uri);
      const text = editor.text(uri);
      const place = (passage: string): object => ({
        textDocument: { uri },
        position: editor.rangeOf(uri, passage).start,
      });
      const mark = escaped('«');
      const hover = await editor.request<Hover>('textDocument/hover', place(mark));
      assert.match(JSON.stringify(hover.contents), /ليلى المرجاني/);
      const lights = await editor.request<DocumentHighlight[]>('textDocument/documentHighlight', place(mark));
      assert.deepEqual(
        lights.map(({ range }) => text.slice(offsetAt(text, range.start), offsetAt(text, range.end))),
        [mark, escaped('»')],
      );
      for (const method of ['hover', 'documentHighlight', 'prepareRename'])
        assert.equal(await editor.request(`textDocument/${method}`, place('"url"')), null);
      const [selection] = await editor.request<SelectionRange[]>('textDocument/selectionRange', {
        textDocument: { uri },
        positions: [editor.rangeOf(uri, mark).start],
      });
      for (let inner = selection; inner?.parent; inner = inner.parent) {
        assert.ok(offsetAt(text, inner.parent.range.start) <= offsetAt(text, inner.range.start));
        assert.ok(offsetAt(text, inner.parent.range.end) >= offsetAt(text, inner.range.end));
      }
    });
  });

  it('is coloured in the order of the file, whatever the order of the fields', async () => {
    const turned = `${JSON.stringify({ text: dirtyText, title: `${headline} «الجديد»` })}\n`;
    await inEditor({}, async (editor) => {
      const uri = await opened(editor, 'a.jsonl', turned);
      const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', {
        textDocument: { uri },
      });
      assert.ok(data.length > 5);
      for (let at = 0; at < data.length; at += 5) assert.ok((data[at + 1] ?? 0) >= 0);
    });
  });

  it('keeps what is kept, by rule and passage, wherever the record stands', async () => {
    await inEditor({ files: { 'copydesk.json': '{}' } }, async (editor) => {
      const uri = await opened(editor, 'a.jsonl', `${line(dirtyText)}\n${line(cleanText)}\n`);
      const [problem] = await editor.pull(uri);
      assert.ok(problem);
      const actions = await editor.codeActions(uri, problem.range, ['quickfix']);
      const keep = actions.find(({ title }) => title.startsWith('Keep this'));
      assert.ok(keep?.command);
      await editor.request('workspace/executeCommand', keep.command);
      await editor.refreshed();
      assert.deepEqual(await editor.pull(uri), []);
    });
  });

  it('tells of a record that can’t be read, and judges the others', async () => {
    await inEditor({}, async (editor) => {
      const good = line(cleanText);
      const uri = await opened(
        editor,
        'a.jsonl',
        `${good}\n${line(dirtyText)}\n{"title": "x", "te\n${good}\n`,
      );
      const problems = await editor.pull(uri);
      assert.deepEqual(
        problems.map(({ range, message }) => [range.start.line, JSON.stringify(message).includes('cut off')]),
        [
          [1, false],
          [2, true],
        ],
      );
    });
  });

  it('reads the language that a record says it has', async () => {
    const text = 'Der Bürgermeister sagte: “Wir bauen die Brücke im Frühling neu.“ '.repeat(5);
    await inEditor({}, async (editor) => {
      const uri = await opened(
        editor,
        'a.jsonl',
        `${JSON.stringify({ title: 'Brücke', text, lang: 'de' })}\n`,
      );
      await editor.pull(uri);
      assert.equal(editor.statuses.get(uri)?.language, 'de');
      assert.deepEqual(editor.statuses.get(uri)?.records, { count: 1, pending: 0 });
    });
  });

  it('shows a large file bit by bit, and what is typed in it at once', async () => {
    const long = Array.from({ length: 6 }, (_, number) => `${prose} ${String(number)}.`).join('\n\n');
    const records = Array.from({ length: 1_500 }, (_, id) => line(id === 1_400 ? dirtyText : long, { id }));
    await inEditor({}, async (editor) => {
      const uri = await opened(editor, 'a.jsonl', `${records.join('\n')}\n`);
      const first = await editor.pull(uri);
      assert.deepEqual(first, []);
      const at = (records[0] ?? '').indexOf(prose.slice(0, 10));
      await editor.change(uri, { start: at, end: at, text: `${marker}\\n\\n` });
      assert.deepEqual(
        (await editor.pull(uri)).map(({ range }) => range.start.line),
        [0],
      );
      // How often it says that there is more depends on how fast it goes.
      const refreshes = ['workspace/diagnostic/refresh', 'workspace/codeLens/refresh'];
      for (const method of refreshes) await editor.next(method);
      for (const method of refreshes) editor.unheeded.add(method);
      do await editor.pull(uri);
      while (editor.statuses.get(uri)?.records?.pending !== 0);
      assert.equal(editor.statuses.get(uri)?.findings, 2);
    });
  });
});

import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CodeAction, TextEdit, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { repeatedLinesMethod, type RepeatedLines } from '../../server/lsp/messages.ts';
import { marker } from './articles.ts';
import { checkCorpus } from './corpus.ts';
import { inEditor, type Editor } from './editor.ts';
import { applyTextEdits } from './text.ts';

const prose =
  'وصلت السفينة إلى الميناء الجديد صباح اليوم بعد رحلة طويلة استغرقت ثلاثة أيام كاملة في بحر هائج، وكان في استقبالها عدد كبير من الأهالي والعاملين في الميناء وممثلون عن البلدية والشركة التي تملكها، وغادرها الركاب واحدًا بعد آخر.';
const line = (text: string, more: object = {}): string =>
  `${JSON.stringify({ title: 'وصول السفينة', text, ...more })}\n`;
const dirty = `${marker}\n\n${prose}`;

/** Where something was found: the lines of each file, from 0. */
function lines(
  editor: Editor,
  reports: readonly WorkspaceDocumentDiagnosticReport[],
): Record<string, unknown> {
  const root = editor.uri('');
  return Object.fromEntries(
    reports
      .filter(({ uri }) => !uri.endsWith('labels.csv'))
      .map((report) => [
        report.uri.slice(root.length),
        report.kind === 'full' ? report.items.map(({ range }) => range.start.line) : 'unchanged',
      ]),
  );
}

describe('a corpus of records', () => {
  const files = {
    'copydesk.json': '{ "records": ["*.json", "posts/", "*.jsonl"] }',
    'wire.jsonl': line(prose) + line(dirty) + line(prose),
    'list.json': `[\n${line(dirty)}]`,
    'posts/a.md': `---\ntitle: x\n---\n\n${dirty}\n`,
    'README.md': dirty,
    'table.csv': `title,text\nx,"${dirty}"\n`,
    'labels.csv': 'title,text\nx,y\n',
    'node_modules/x/wire.jsonl': line(dirty),
  };

  it('is reported on with its lines, and read again only where something has changed', async () => {
    await inEditor({ files }, async (editor) => {
      const first = await checkCorpus(editor);
      const expected = { 'list.json': [1], 'table.csv': [1], 'wire.jsonl': [1], 'posts/a.md': [4] };
      assert.deepEqual(lines(editor, first), expected);
      editor.write('wire.jsonl', line(dirty) + line(dirty));
      assert.deepEqual(lines(editor, await checkCorpus(editor, first)), {
        'list.json': 'unchanged',
        'table.csv': 'unchanged',
        'wire.jsonl': [0, 1],
        'posts/a.md': 'unchanged',
      });
      // What is open tells its problems itself.
      await editor.open(editor.uri('wire.jsonl'), files['wire.jsonl']);
      assert.equal('wire.jsonl' in lines(editor, await checkCorpus(editor)), false);
    });
  });

  it('counts what a file larger than editors hand out holds, part by part', async () => {
    await inEditor({ files: { 'large.jsonl': '' } }, async (editor) => {
      writeLarge(editor, { dirtyAt: [7, 150, 299] });
      assert.deepEqual(lines(editor, await checkCorpus(editor)), { 'large.jsonl': [7, 150, 299] });
      const [report] = await checkCorpus(editor);
      const [first] = report?.kind === 'full' ? report.items : [];
      assert.equal(first?.code, 'residue/importer-marker');
      assert.equal(first.range.end.character - first.range.start.character, marker.length);
    });
  });

  it('names the gravest of very many problems of a large file, and says how many there are besides', async () => {
    await inEditor({ files: { 'large.jsonl': '' } }, async (editor) => {
      const page = '<p>x</p>'.repeat(6_000);
      const path = join(editor.folder, 'large.jsonl');
      for (let id = 0; id < 1_200; id++) appendFileSync(path, line(dirty, { id, page }));
      const [report] = await checkCorpus(editor);
      const items = report?.kind === 'full' ? report.items : [];
      assert.equal(items.length, 1_000);
      assert.match(JSON.stringify(items[0]?.message), /201 more problems of this file/);
      // Bytes that are no text end the reading with a sentence that says where.
      appendFileSync(path, Buffer.from([0xff, 0x0a]));
      const [broken] = await checkCorpus(editor);
      assert.match(JSON.stringify(broken?.kind === 'full' && broken.items), /not valid UTF-8/);
    });
  });

  it('is put right as far as one rule goes, articles and records, each to be confirmed', async () => {
    const articles = { ...files, 'a.txt': dirty, 'open.jsonl': line(dirty) + line(prose) };
    await inEditor({ files: articles }, async (editor) => {
      writeLarge(editor, { dirtyAt: [7] });
      const uri = editor.uri('open.jsonl');
      await editor.open(uri, ` ${articles['open.jsonl']}`, 'jsonl');
      await editor.change(uri, { start: 0, end: 1, text: '' });
      await editor.pull(uri);
      const actions = await editor.codeActions(uri, editor.rangeOf(uri, marker), ['quickfix']);
      const action = actions.find(({ title }) => title.includes('in the corpus, with a preview'));
      assert.ok(action);
      const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
      const texts: Readonly<Record<string, string>> = articles;
      const outcomes = (edit?.documentChanges ?? []).map((change) => {
        assert.ok('edits' in change);
        const name = change.textDocument.uri.slice(editor.uri('').length);
        for (const one of change.edits) assert.ok('annotationId' in one);
        return [
          name,
          [change.textDocument.version, applyTextEdits(texts[name] ?? '', change.edits as TextEdit[])],
        ];
      });
      assert.deepEqual(Object.fromEntries(outcomes), {
        'a.txt': [null, prose],
        'open.jsonl': [2, line(prose) + line(prose)],
        'wire.jsonl': [null, line(prose) + line(prose) + line(prose)],
        'list.json': [null, `[\n${line(prose)}]`],
        'posts/a.md': [null, `---\ntitle: x\n---\n\n${prose}\n`],
        'table.csv': [null, `title,text\nx,"${prose}"\n`],
      });
      const { message } = await editor.next<{ message: string }>('window/showMessage');
      assert.match(message, /Left out, .* 50 MB: large\.jsonl\. “copydesk fix”/);
    });
  });

  it('is read for lines that many records share, in files of any size, each at its place', async () => {
    const shared = 'حالة الطقس لهذا اليوم';
    const towns = ['الميناء', 'الجبل', 'الوادي', 'الساحل', 'السهل'];
    const texts = towns.map((town) => `${prose.replace('الميناء', town)}\n\n${shared}`);
    const rows = texts.map((text) => `x,"${text}"\n`).join('');
    const mined = {
      'table.csv': `title,text\n${rows}`,
      'wire.jsonl': texts.map((text) => line(text)).join(''),
      'huge.csv': '',
    };
    await inEditor({ files: mined }, async (editor) => {
      writeLarge(editor, { dirtyAt: [7, 150, 299], dirtyText: texts[0] ?? '' });
      appendFileSync(join(editor.folder, 'huge.csv'), `title,text\n${rows}`);
      const page = `x,"${'y'.repeat(1_000_000)}"\n`;
      for (let row = 0; row < 53; row++) appendFileSync(join(editor.folder, 'huge.csv'), page);
      const found = await editor.request<RepeatedLines>(repeatedLinesMethod, { least: 5 });
      assert.equal(found.articles, 5 + 5 + 300);
      const first = found.lines.find(({ example }) => example === shared);
      assert.ok(first);
      assert.equal(first.articles, 5 + 5 + 3);
      assert.deepEqual(first.places, { above: 0, within: 0, below: 13 });
      // In their files they stand where they are read.
      for (const { uri, range } of first.examples) {
        const lines = readFileSync(fileURLToPath(uri), 'utf8').split('\n');
        const { start, end } = range;
        assert.equal(start.line, end.line);
        assert.equal(lines[start.line]?.slice(start.character, end.character), shared);
      }
      assert.ok(first.examples.some(({ uri }) => uri.endsWith('large.jsonl')));
      const { message } = await editor.next<{ message: string }>('window/showMessage');
      assert.match(message, /Left out, .*: huge\.csv\. “copydesk mine”/);
    });
  });
});

/** A file of JSON Lines that is larger than editors hand out: 300 records, some of them with a text of their own. */
function writeLarge(
  { folder }: Editor,
  { dirtyAt, dirtyText = dirty }: { readonly dirtyAt: readonly number[]; readonly dirtyText?: string },
): void {
  const page = '<p>x</p>'.repeat(25_000);
  for (let id = 0; id < 300; id++)
    appendFileSync(join(folder, 'large.jsonl'), line(dirtyAt.includes(id) ? dirtyText : prose, { id, page }));
}

import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { marker } from './articles.ts';
import { checkCorpus } from './corpus.ts';
import { inEditor, type Editor } from './editor.ts';

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
      const page = '<p>x</p>'.repeat(25_000);
      const path = join(editor.folder, 'large.jsonl');
      for (let id = 0; id < 300; id++)
        appendFileSync(path, line([7, 150, 299].includes(id) ? dirty : prose, { id, page }));
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
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { applyEdits } from '../../server/index.ts';
import { editsBetween, shownText } from '../../server/lsp/records/rewrite.ts';
import type { OpenedRecord } from '../../server/lsp/messages.ts';
import { runs } from '../properties/runs.ts';
import { marker } from './articles.ts';
import { inEditor, type Editor } from './editor.ts';

const prose =
  'وصلت السفينة إلى الميناء الجديد صباح اليوم بعد رحلة طويلة استغرقت ثلاثة أيام كاملة في بحر هائج، وكان في استقبالها عدد كبير من الأهالي والعاملين في الميناء وممثلون عن البلدية والشركة التي تملكها، وغادرها الركاب واحدًا بعد آخر.';
const text = `${prose}\r\n\r\n${marker}\r\n\r\n«قال» المدير: \\ "نعم"`;
const line = (title: string, body: string): string => JSON.stringify({ title, text: body, id: 1 });
const ascii = (json: string): string =>
  json.replace(
    /[^\0-\u007F]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`,
  );

async function open(editor: Editor, raw: string, name = 'a.jsonl'): Promise<string> {
  const uri = editor.uri(name);
  await editor.open(uri, raw);
  await editor.pull(uri);
  return uri;
}

const record = (editor: Editor, params: object): Promise<OpenedRecord | null> =>
  editor.request('copydesk/record', params);

async function written(editor: Editor, uri: string, opened: OpenedRecord, after: string): Promise<string> {
  const { key, text: before } = opened;
  const edit = await editor.request<WorkspaceEdit>('copydesk/recordEdit', { uri, key, before, after });
  return editor.outcomeOf(uri, edit);
}

async function first(editor: Editor, uri: string, number = 1): Promise<OpenedRecord> {
  const opened = await record(editor, { uri, record: number });
  assert.ok(opened);
  return opened;
}

describe('a record that is opened as an article', () => {
  it('is the headline and the text, and what is written goes back as its neighbours are written', async () => {
    const raw = `${line('x', prose)}\n${ascii(line('الميناء', text))}\n`;
    await inEditor({}, async (editor) => {
      const uri = await open(editor, raw);
      const opened = await first(editor, uri, 2);
      assert.equal(opened.text, `الميناء\n\n${text.replaceAll('\r\n', '\n')}`);
      assert.equal(opened.name, 'الميناء');
      const after = opened.text
        .replace('الميناء\n', 'الميناء القديم\n')
        .replace(`${marker}\n\n`, '')
        .replace('المدير', 'المدير «عادل»\n\n');
      const made = text.replace(`${marker}\r\n\r\n`, '').replace('المدير', 'المدير «عادل»\r\n\r\n');
      assert.equal(
        await written(editor, uri, opened, after),
        `${line('x', prose)}\n${ascii(line('الميناء القديم', made))}\n`,
      );
      assert.equal(await written(editor, uri, opened, opened.text), raw);
    });
  });

  it('is found by its place in the file, and by its key when records before it come and go', async () => {
    await inEditor({}, async (editor) => {
      const raw = `${line('one', text)}\n${line('two', text)}\n`;
      const uri = await open(editor, raw);
      const second = await record(editor, { uri, position: { line: 1, character: 30 } });
      assert.equal(second?.name, 'two');
      await editor.change(uri, { start: 0, end: 0, text: `${line('zero', text)}\n` });
      await editor.pull(uri);
      const moved = await record(editor, { uri, key: second.key, record: second.record });
      assert.deepEqual([moved?.record, moved?.key, moved?.name], [3, second.key, 'two']);
      const byText = await record(editor, { uri, key: 'unknown', text: second.text, record: 1 });
      assert.equal(byText?.record, 3);
      assert.equal(await record(editor, { uri, key: 'unknown', text: 'another', record: 1 }), null);
      assert.equal(await record(editor, { uri, record: 9 }), null);
      assert.equal(await record(editor, { uri: editor.uri('b.jsonl'), record: 1 }), null);
    });
  });

  it('is not written where it has changed meanwhile, or has become another', async () => {
    await inEditor({}, async (editor) => {
      const uri = await open(editor, `${line('one', text)}\n`);
      const opened = await first(editor, uri);
      const at = editor.text(uri).indexOf('one');
      await editor.change(uri, { start: at, end: at, text: 'The ' });
      await editor.pull(uri);
      await assert.rejects(written(editor, uri, opened, `${opened.text}!`), { code: -32801 });
      assert.equal((await record(editor, { uri, key: opened.key }))?.text, `The ${opened.text}`);
      await editor.change(uri, {
        start: 0,
        end: editor.text(uri).length - 1,
        text: line('x', 'y'.repeat(400)),
      });
      await editor.pull(uri);
      assert.equal(await record(editor, { uri, key: opened.key }), null);
      await assert.rejects(written(editor, uri, opened, `${opened.text}!`), { code: -32801 });
    });
  });

  it('is refused where its two fields can’t hold it, with a sentence that says how they can', async () => {
    await inEditor({}, async (editor) => {
      const uri = await open(editor, `${line('one', text)}\n`);
      const opened = await first(editor, uri);
      const joined = opened.text.replaceAll('\n\n', ' ');
      await assert.rejects(written(editor, uri, opened, joined), /Let the headline be the first paragraph/);
    });
  });

  it('takes new paragraphs at the beginning of its text for text, never for headline', async () => {
    await inEditor({}, async (editor) => {
      const uri = await open(editor, `title,text\none,"${prose}\n\nx"\n`, 'a.csv');
      const opened = await first(editor, uri);
      const after = opened.text.replace('one\n\n', 'one\n\nنص "جديد"\n\n');
      assert.equal(
        await written(editor, uri, opened, after),
        `title,text\none,"نص ""جديد""\n\n${prose}\n\nx"\n`,
      );
    });
  });

  it('is judged as the file that it is part of, exceptions and its own language included', async () => {
    const files = { 'copydesk.json': '{ "rules": { "residue/importer-marker": "off" } }' };
    await inEditor({ files }, async (editor) => {
      const file = editor.uri('a.jsonl');
      const article = `Brücke\n\n${marker}\n\nDer Bürgermeister sagte: “Wir bauen die Brücke im Frühling neu.“\n`;
      for (const [query, language] of [
        [`file=${encodeURIComponent(file)}&language=fr`, 'fr'],
        [`file=${encodeURIComponent(file)}`, 'de'],
      ] as const) {
        const uri = `copydesk-article:/copydesk-article/1/x?${encodeURIComponent(query)}`;
        await editor.open(uri, article, 'news-article');
        const problems = await editor.pull(uri);
        assert.ok(problems.every(({ code }) => code !== 'residue/importer-marker'));
        assert.equal(editor.statuses.get(uri)?.language, language);
      }
    });
  });
});

describe('the edits between two texts', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', ' ', 'ب', '\n', '\r\n', '\ud800', '«', '\n\n') });

  it('make the one of the other and leave untouched line breaks as they are', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const wanted = shownText(after);
        assert.equal(shownText(applyEdits(before, editsBetween(before, wanted))), wanted);
        assert.deepEqual(editsBetween(before, shownText(before)), []);
      }),
      runs(300),
    );
  });
});

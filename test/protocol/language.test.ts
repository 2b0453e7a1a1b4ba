import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeLens, DocumentSymbol, Hover } from 'vscode-languageserver/node';
import { marked, openSpeech } from './articles.ts';
import { inEditor, type Editor } from './editor.ts';

/** What is said of a document. */
async function messages(editor: Editor, uri: string): Promise<string[]> {
  return (await editor.pull(uri)).map(({ message }) =>
    typeof message === 'string' ? message : message.value,
  );
}

describe('in the language of the interface the server', () => {
  it('says problems, fixes, hovers, lenses and the outline', async () => {
    await inEditor({ locale: 'ar' }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const [problem] = await editor.pull(uri);
      assert.equal(problem?.message, '«[ad_1]» علامة من البرنامج الذي استورد المقال وليست منه. احذف السطر.');
      const titles = (await editor.codeActions(uri, problem.range)).map(({ title }) => title);
      assert.ok(titles.includes('احذف هذا السطر'), titles.join('\n'));
      assert.ok(titles.includes('أبقِ هذا كما هو (residue/importer-marker)'), titles.join('\n'));
      // The names of files and rules alone are spelt as they are.
      for (const title of titles)
        assert.doesNotMatch(title.replace(/copydesk\.json|residue\/[\w-]+/g, ''), /[a-z]/i);
      const [lens] = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
      assert.equal(lens?.command?.title, 'مشكلة واحدة، المأمون منها 1: أصلح');
      const position = problem.range.start;
      const hover = await editor.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
      const { value } = hover.contents as { value: string };
      assert.match(value, /\*أهمية ذلك:\* ليست من المقال/);
      const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      assert.ok(symbols.some(({ detail }) => detail === 'ليس من المقال'));
    });
  });

  it('says who speaks', async () => {
    await inEditor({ locale: 'fr-FR' }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, openSpeech);
      const position = editor.rangeOf(uri, 'whole winter').start;
      const hover = await editor.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
      const { value } = hover.contents as { value: string };
      assert.match(value, /^Discours direct, de /);
      assert.doesNotMatch(value, /said|named|The words/);
      await editor.pull(uri);
    });
  });

  it('says what is wrong in a configuration, in the file and on its own', async () => {
    const files = { 'copydesk.json': '{ "exlude": [], "rules": { "quotes/turned": "loud" } }' };
    await inEditor({ locale: 'fr', files }, async (editor) => {
      const uri = editor.uri('copydesk.json');
      await editor.open(uri, files['copydesk.json'], 'jsonc');
      assert.deepEqual(await messages(editor, uri), [
        'Il n’y a pas de réglage « exlude ». Vouliez-vous dire « exclude » ?',
        '« loud », donnée pour « quotes/turned », n’est pas une gravité. Écrivez « off », « hint », « information », « warning » ou « error ».',
      ]);
      await editor.change(uri, { start: 0, end: 1, text: '' });
      const [mistake] = await messages(editor, uri);
      assert.match(mistake ?? '', /Tant que ce n’est pas corrigé, le fichier est inutilisable\.$/);
      const article = editor.uri('news.txt');
      await editor.open(article, marked);
      await editor.pull(article);
      const told = [];
      for (let count = 0; count < 2; count++)
        told.push((await editor.next<{ message: string }>('window/showMessage')).message);
      assert.match(told.join('\n'), /copydesk\.json:1:3: Il n’y a pas de réglage « exlude »/);
    });
  });

  it('says what is wrong with a record', async () => {
    await inEditor(
      { locale: 'es', files: { 'copydesk.json': '{ "records": ["*.jsonl"] }' } },
      async (editor) => {
        const uri = editor.uri('wire.jsonl');
        await editor.open(
          uri,
          `${JSON.stringify({ title: 'A', text: openSpeech })}\n[1]\n{"title":"B","text`,
          'jsonl',
        );
        const said = await messages(editor, uri);
        assert.ok(
          said.includes(
            'Este registro no es un artículo legible. Es una lista. Un registro es un objeto: { "title": …, "text": … }.',
          ),
          said.join('\n'),
        );
        for (const message of said) assert.doesNotMatch(message, /\b(?:the|is|It)\b/);
      },
    );
  });

  it('marks where sentences from right to left begin and end, for clients that lay out from left to right', async () => {
    for (const [isolates, locale, hasMarks] of [
      [true, 'ar', true],
      [false, 'ar', false],
      [true, 'fr', false],
    ] as const) {
      await inEditor({ locale, initializationOptions: { isolates } }, async (editor) => {
        const uri = editor.uri('news.txt');
        await editor.open(uri, marked);
        const [message = ''] = await messages(editor, uri);
        assert.equal(/^\u2067[^\u2067\u2069]+\u2069$/u.test(message), hasMarks, message);
      });
    }
  });

  it('says what it could not do', async () => {
    await inEditor({ locale: 'ar' }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, openSpeech);
      await editor.pull(uri);
      const position = editor.rangeOf(uri, 'Anna').start;
      const rename = { textDocument: { uri }, position, newName: ' ' };
      await assert.rejects(
        editor.request('textDocument/rename', rename),
        /اسم القائل كلمة أو أكثر في سطر واحد/,
      );
    });
  });
});

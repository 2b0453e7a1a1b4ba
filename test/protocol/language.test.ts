import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeLens, DocumentSymbol, Hover } from 'vscode-languageserver/node';
import { marked, openSpeech } from './articles.ts';
import { inEditor } from './editor.ts';

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
});

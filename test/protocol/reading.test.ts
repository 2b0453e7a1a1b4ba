import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  ApplyWorkspaceEditParams,
  CodeLens,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensOptions,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { marked, marker, unmarked } from './articles.ts';
import { bare } from './capabilities.ts';
import { inEditor, type Editor } from './editor.ts';
import { offsetAt } from './text.ts';

/** An article with everything that is shown, in the order of its paragraphs. */
const article = `Council opens the boathouse again

The boathouse on the lower pond opens again on Friday, the council said.

“We painted every board and oiled every hinge,” said Anna Berg.

“It took us the whole winter,” she added. “The ‘old swan’ was the worst of them, and it leaked.”

Peter Lund said: “The pond was frozen until March and nobody could get to the boats.

“Then the ice broke in a single night.”

[ad_1]

[ad_2]
`;

const place: Position = { line: 0, character: 0 };
const whole: Range = { start: place, end: { line: 1_000, character: 0 } };

async function ask<R>(editor: Editor, method: string, uri: string, more: object = {}): Promise<R> {
  return editor.request(`textDocument/${method}`, { textDocument: { uri }, ...more });
}

async function withArticle(
  test: (editor: Editor, uri: string) => Promise<void>,
  settings?: unknown,
): Promise<void> {
  await inEditor({ settings }, async (editor) => {
    const uri = editor.uri('news.txt');
    await editor.open(uri, article);
    await test(editor, uri);
  });
}

function textOf(text: string, { start, end }: Range): string {
  return text.slice(offsetAt(text, start), offsetAt(text, end));
}

const plain = (text: string | undefined): string | undefined => text?.replace(/[\u2068\u2069]/g, '');

describe('the outline', () => {
  it('has headline, paragraphs, and the quotations of each with who speaks', async () => {
    await withArticle(async (editor, uri) => {
      const symbols = await ask<DocumentSymbol[]>(editor, 'documentSymbol', uri);
      assert.deepEqual(
        symbols.map(({ name, range }) => [name, range.start.line]),
        [
          ['Council opens the boathouse again', 0],
          ['The boathouse on the lower pond opens again on Friday, the…', 2],
          ['“We painted every board and oiled every hinge,” said Anna…', 4],
          ['“It took us the whole winter,” she added. “The ‘old swan’…', 6],
          ['Peter Lund said: “The pond was frozen until March and…', 8],
          ['“Then the ice broke in a single night.”', 10],
          ['[ad_1]', 12],
          ['[ad_2]', 14],
        ],
      );
      const quotations = symbols.map(({ children = [] }) =>
        children.map(({ name, detail }) => [name, plain(detail)]),
      );
      assert.deepEqual(quotations[2], [['“We painted every board and oiled every hinge,”', 'Anna Berg']]);
      assert.deepEqual(quotations[3]?.[0], ['“It took us the whole winter,”', 'Anna Berg']);
      assert.deepEqual(quotations[4]?.[0]?.[1], 'Peter Lund');
      const [, second] = symbols[3]?.children ?? [];
      assert.deepEqual(
        second?.children?.map(({ name, detail }) => [name, detail]),
        [['‘old swan’', 'scare quote']],
      );
      const within = (outer: DocumentSymbol): void => {
        for (const inner of outer.children ?? []) {
          assert.ok(textOf(article, outer.range).includes(textOf(article, inner.range)));
          assert.deepEqual(inner.selectionRange, inner.range);
          within(inner);
        }
      };
      symbols.forEach(within);
    });
  });

  it('is a list where the client knows no trees', async () => {
    await inEditor({ capabilities: bare }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, article);
      await editor.published(uri);
      const symbols = await ask<SymbolInformation[]>(editor, 'documentSymbol', uri);
      const quotation = symbols.find(({ name }) => name.startsWith('“We') && name.endsWith('hinge,”'));
      assert.equal(quotation?.location.uri, uri);
      assert.match(quotation.containerName ?? '', /^“We painted/);
    });
  });
});

describe('highlights', () => {
  const at = async (editor: Editor, uri: string, passage: string): Promise<string[] | undefined> => {
    const { start } = editor.rangeOf(uri, passage);
    const found = await ask<DocumentHighlight[] | null>(editor, 'documentHighlight', uri, {
      position: start,
    });
    return found?.map(({ range }) => `${textOf(article, range)} ${String(range.start.line)}`);
  };

  it('show the partner of a mark, and what a cue and a speaker belong to', async () => {
    await withArticle(async (editor, uri) => {
      assert.deepEqual(await at(editor, uri, '“We'), ['“ 4', '” 4']);
      assert.deepEqual(await at(editor, uri, '” said Anna'), ['“ 4', '” 4']);
      assert.deepEqual(await at(editor, uri, '‘old'), ['‘ 6', '’ 6']);
      assert.deepEqual(await at(editor, uri, 'added'), ['“ 6', '” 6', 'added 6', 'she 6']);
      assert.equal(await at(editor, uri, 'boathouse'), undefined);
    });
  });
});

describe('folds', () => {
  it('are the text, speeches of several paragraphs, and residue of several lines', async () => {
    await withArticle(async (editor, uri) => {
      assert.deepEqual(await ask<FoldingRange[]>(editor, 'foldingRange', uri), [
        { startLine: 0, endLine: 10, kind: 'region' },
        { startLine: 8, endLine: 10 },
        { startLine: 12, endLine: 14, kind: 'comment' },
      ]);
    });
  });
});

describe('a growing selection', () => {
  it('takes in sentence, quotation, paragraph, article', async () => {
    await withArticle(async (editor, uri) => {
      const positions = [editor.rangeOf(uri, 'swan').start, editor.rangeOf(uri, 'lower').start];
      const [nested, sentence] = await ask<SelectionRange[]>(editor, 'selectionRange', uri, { positions });
      const chain = (selection: SelectionRange | undefined): string[] =>
        selection ? [textOf(article, selection.range), ...chain(selection.parent)] : [];
      const around = chain(nested);
      assert.equal(around[0], '');
      for (const [index, expected] of ['old swan', '‘old swan’'].entries())
        assert.equal(around[index + 1], expected);
      assert.ok(around.includes('“The ‘old swan’ was the worst of them, and it leaked.”'));
      assert.equal(around.at(-3), article.split('\n')[6]);
      assert.ok(around.at(-2)?.endsWith('in a single night.”'));
      assert.equal(around.at(-1), article);
      for (const [index, text] of around.slice(1).entries()) assert.ok(text.includes(around[index] ?? '?'));
      assert.equal(
        chain(sentence)[1],
        'The boathouse on the lower pond opens again on Friday, the council said.',
      );
    });
  });
});

describe('semantic tokens', () => {
  /** The tokens as words with their kinds, decoded as the protocol encodes them. */
  const decoded = (editor: Editor, { data }: SemanticTokens): string[] => {
    const { legend } = editor.initialized?.capabilities.semanticTokensProvider as SemanticTokensOptions;
    const lines = article.split('\n');
    const words: string[] = [];
    let [line, character] = [0, 0];
    for (let index = 0; index < data.length; index += 5) {
      const [lineBy = 0, characterBy = 0, length = 0, type = 0] = data.slice(index, index + 4);
      line += lineBy;
      character = lineBy > 0 ? characterBy : character + characterBy;
      words.push(
        `${legend.tokenTypes[type] ?? '?'}: ${lines[line]?.slice(character, character + length) ?? '?'}`,
      );
    }
    return words;
  };

  it('tell speech, cue, speaker and residue', async () => {
    await withArticle(async (editor, uri) => {
      const all = decoded(editor, await ask(editor, 'semanticTokens/full', uri));
      assert.deepEqual(all.slice(0, 6), [
        'string: “We painted every board and oiled every hinge,”',
        'keyword: said',
        'class: Anna Berg',
        'string: “It took us the whole winter,”',
        'class: she',
        'keyword: added',
      ]);
      assert.deepEqual(all.slice(-2), ['comment: [ad_1]', 'comment: [ad_2]']);
      const range = editor.rangeOf(uri, '“We painted every board');
      const some = decoded(editor, await ask(editor, 'semanticTokens/range', uri, { range }));
      assert.deepEqual(some, all.slice(0, 1));
    });
  });

  it('keep the cue within a speech apart from it', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      const text =
        'Город открыл мост\n\n«Мы чинили мост всю зиму, — сказал инженер Павел Орлов. — Теперь он открыт».\n';
      await editor.open(uri, text);
      const { data } = await ask<SemanticTokens>(editor, 'semanticTokens/full', uri);
      const types = data.filter((_, index) => index % 5 === 3);
      assert.deepEqual(types, [0, 1, 0, 2, 0]);
    });
  });
});

describe('inlay hints', () => {
  it('show a carried speaker, but only where that is wanted', async () => {
    await withArticle(async (editor, uri) => {
      assert.deepEqual(await ask(editor, 'inlayHint', uri, { range: whole }), []);
      editor.settings = { inlayHints: { carriedSpeakers: true } };
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
      await editor.refreshed();
      const [hint, ...others] = await ask<InlayHint[]>(editor, 'inlayHint', uri, { range: whole });
      assert.deepEqual(others, []);
      // No characters that isolate it, as elsewhere: editors show those in their lines.
      assert.equal(hint?.label, '(Anna Berg)');
      assert.deepEqual(hint.position, editor.rangeOf(uri, 'she').end);
      const range = editor.rangeOf(uri, 'Council');
      assert.deepEqual(await ask(editor, 'inlayHint', uri, { range }), []);
    });
  });
});

describe('the code lens', () => {
  it('on the headline counts the problems and puts right what is safe, whatever the article is by then', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked.replace(marker, `${marker}\n\n${marker}`));
      const [lens, ...others] = await ask<CodeLens[]>(editor, 'codeLens', uri);
      assert.deepEqual(others, []);
      assert.equal(lens?.range.start.line, 0);
      assert.equal(lens.command?.title, '2 problems, 2 safe: fix');
      await editor.change(uri, { start: 0, end: 0, text: `${marker}\n\n` });
      const { command, arguments: given } = lens.command;
      const run = editor.request('workspace/executeCommand', { command, arguments: given });
      const { edit } = await editor.next<ApplyWorkspaceEditParams>('workspace/applyEdit');
      assert.equal(editor.outcomeOf(uri, edit), unmarked);
      await run;
    });
  });

  it('is not there where nothing is wrong', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, unmarked);
      assert.deepEqual(await ask(editor, 'codeLens', uri), []);
    });
  });
});

describe('a speaker', () => {
  const text = article.replace('Peter Lund said', 'Anna Bergman met Anna Berg. Peter Lund said');

  it('is spelled another way throughout the article, and nobody else is', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, text);
      const { start } = editor.rangeOf(uri, 'Anna Berg.');
      const prepared = await ask<{ range: Range; placeholder: string }>(editor, 'prepareRename', uri, {
        position: start,
      });
      assert.equal(prepared.placeholder, 'Anna Berg');
      assert.equal(textOf(text, prepared.range), 'Anna Berg');
      const edit = await ask<WorkspaceEdit>(editor, 'rename', uri, {
        position: start,
        newName: ' Ana Berg ',
      });
      const expected = text.replaceAll('Anna Berg.', 'Ana Berg.');
      assert.equal(editor.outcomeOf(uri, edit), expected);
      assert.ok(expected.includes('Anna Bergman met Ana Berg.'));
    });
  });

  it('is nowhere else, and has a name', async () => {
    await withArticle(async (editor, uri) => {
      const { start } = editor.rangeOf(uri, 'boathouse');
      assert.equal(await ask(editor, 'prepareRename', uri, { position: start }), null);
      assert.equal(await ask(editor, 'rename', uri, { position: start, newName: 'x' }), null);
      const speaker = editor.rangeOf(uri, 'Anna').start;
      for (const newName of ['', ' ', 'two\nlines', 7]) {
        const refused = ask(editor, 'rename', uri, { position: speaker, newName });
        await assert.rejects(refused, { code: -32602 });
      }
    });
  });
});

describe('a file that is no article', () => {
  it('has none of all this', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('requirements.txt');
      await editor.open(uri, 'numpy==1.26.4\n');
      for (const [method, more, nothing] of [
        ['documentSymbol', {}, []],
        ['documentHighlight', { position: place }, null],
        ['foldingRange', {}, []],
        ['selectionRange', { positions: [place] }, null],
        ['semanticTokens/full', {}, { data: [] }],
        ['semanticTokens/range', { range: whole }, { data: [] }],
        ['inlayHint', { range: whole }, []],
        ['codeLens', {}, []],
        ['hover', { position: place }, null],
      ] as const) {
        assert.deepEqual(await ask(editor, method, uri, more), nothing, method);
      }
    });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic, DocumentSymbol, WorkspaceEdit } from 'vscode-languageserver/node';
import { marker } from './articles.ts';
import type { OpenedRecord } from '../../server/lsp/messages.ts';
import { inEditor, type Editor } from './editor.ts';
import { offsetAt } from './text.ts';

const headline = 'وصول السفينة إلى الميناء';
const prose =
  'وصلت السفينة إلى الميناء الجديد صباح اليوم بعد رحلة طويلة استغرقت ثلاثة أيام كاملة في بحر هائج، وكان في استقبالها عدد كبير من الأهالي والعاملين في الميناء وممثلون عن البلدية.';
const speech = 'وقالت المديرة ليلى المرجاني: «لن نغلق الرصيف قبل الصيف».';

/** A paragraph of one's own for the marker, or an empty one where it has gone. */
const paragraphs = (first: string): string =>
  [first, prose, speech].map((text) => `<p>${text}</p>`).join('\n');
const clean = `<p>${prose}</p>\n<p>${speech}</p>`;

const escaped = (markup: string): string => markup.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const item = (text: string): string =>
  `<item><title>${headline}</title>\n<description>${text}</description></item>`;
const nitf = (text: string): string =>
  `<nitf><body><body.head><hedline><hl1>${headline}</hl1></hedline></body.head>\n<body.content>${text}</body.content></body></nitf>`;
const article = (text: string): string => `<article><h1>${headline}</h1>\n${text}</article>`;

/** Files with a dirty article between clean ones; what holds the marker stays where it has gone. */
const files: Readonly<Record<string, (first: string) => string>> = {
  'feed.rss': (first) =>
    `<?xml version="1.0"?>\n<rss><channel><title>x</title>\n${item(escaped(clean))}\n${item(escaped(paragraphs(first)))}\n</channel></rss>\n`,
  'feed.xml': (first) =>
    `<rss><channel>\n${item(`<![CDATA[${clean}]]>`)}\n${item(`<![CDATA[${paragraphs(first)}]]>`)}\n</channel></rss>\n`,
  'wire.nitf': (first) => `<nitfs>\n${nitf(clean)}\n${nitf(paragraphs(first))}\n</nitfs>\n`,
};

const page: (first: string) => string = (first) =>
  `<!doctype html>\n<html lang="ar"><body>\n${article(clean)}\n${article(paragraphs(first))}\n</body></html>\n`;

const archived = (text: string): string =>
  `WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}\r\n\r\n`;

const whole = { start: { line: 0, character: 0 }, end: { line: 1_000, character: 0 } };

async function opened(editor: Editor, name: string, text: string, languageId: string): Promise<string> {
  const uri = editor.uri(name);
  await editor.open(uri, text, languageId);
  return uri;
}

/** The raw text below each problem. */
function below(editor: Editor, uri: string, problems: readonly Diagnostic[]): string[] {
  const text = editor.text(uri);
  return problems.map(({ range }) => text.slice(offsetAt(text, range.start), offsetAt(text, range.end)));
}

async function isShownAndFixed(editor: Editor, name: string, make: (first: string) => string): Promise<void> {
  const uri = await opened(editor, name, make(marker), 'xml');
  const problems = await editor.pull(uri);
  assert.deepEqual(below(editor, uri, problems), [marker]);
  const [problem] = problems;
  assert.ok(problem);
  const [fix] = await editor.fixes(uri, problem.range, ['quickfix']);
  assert.ok(fix);
  assert.equal(await editor.outcome(uri, fix), make(''));
  const [all] = await editor.fixes(uri, whole, ['source.fixAll.copydesk']);
  assert.ok(all);
  assert.equal(await editor.outcome(uri, all), make(''));
  const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  assert.deepEqual(
    symbols.map(({ name: shown, children = [] }) => [shown, children.length]),
    [
      [headline, 1],
      [headline, 1],
    ],
  );
}

describe('articles in XML, HTML and web archives', () => {
  for (const [name, make] of Object.entries(files))
    it(`are judged and fixed in their raw text: ${name}`, async () => {
      await inEditor({}, (editor) => isShownAndFixed(editor, name, make));
    });

  it('are so in a page that the configuration lists, and left alone in others', async () => {
    const configured = { 'copydesk.json': JSON.stringify({ records: ['page.html'] }) };
    await inEditor({ files: configured }, (editor) => isShownAndFixed(editor, 'page.html', page));
    const others: Readonly<Record<string, string>> = {
      'page.html': page(marker),
      'pom.xml': `<project><name>x</name><description>${prose}</description></project>`,
      'strings.xml': `<resources><item><title>${headline}</title><text>${prose}\n\n${marker}</text></item></resources>`,
      'short.rss': `<rss><channel>${item('kurz')}</channel></rss>`,
      'broken.xml': '<rss><channel><item>',
    };
    await inEditor({}, async (editor) => {
      for (const [name, text] of Object.entries(others))
        assert.deepEqual(await editor.pull(await opened(editor, name, text, 'xml')), [], name);
    });
  });

  it('are told where they are broken, and the others are judged', async () => {
    await inEditor({}, async (editor) => {
      const good = item(escaped(clean));
      const text = `<rss><channel>\n${good}\n<item><title>x</item>\n${item(escaped(paragraphs(marker)))}\n${good}</channel></rss>`;
      const uri = await opened(editor, 'feed.rss', text, 'xml');
      const problems = await editor.pull(uri);
      assert.deepEqual(
        problems.map(({ range, code }) => [range.start.line, code === 'residue/importer-marker']),
        [
          [4, false],
          [6, true],
        ],
      );
    });
  });

  it('have no fixes in a web archive, which is only read', async () => {
    await inEditor({}, async (editor) => {
      const text = `${archived(`${headline}\n\n${prose}\n\n${speech}`)}${archived(`${headline}\n\n${marker}\n\n${prose}\n\n${speech}`)}`;
      const uri = await opened(editor, 'crawl.wet', text, 'plaintext');
      const problems = await editor.pull(uri);
      assert.deepEqual(below(editor, uri, problems), [marker]);
      assert.deepEqual(await editor.fixes(uri, whole, ['source.fixAll.copydesk']), []);
      assert.deepEqual(
        (await editor.fixes(uri, whole, ['quickfix'])).filter(({ edit, data }) => edit ?? data),
        [],
      );
    });
  });

  it('are opened and written back within their elements, and refused what those can’t hold', async () => {
    await inEditor({}, async (editor) => {
      const raw = files['feed.rss']?.(marker) ?? '';
      const uri = await opened(editor, 'feed.rss', raw, 'xml');
      await editor.pull(uri);
      const record = await editor.request<OpenedRecord>('copydesk/record', { uri, record: 2 });
      assert.equal(record.text, [headline, marker, prose, speech].join('\n\n'));
      const { key, text: before } = record;
      const write = (after: string): Promise<WorkspaceEdit> =>
        editor.request('copydesk/recordEdit', { uri, key, before, after });
      const after = before.replace('ليلى', 'ليلى & سلمى');
      assert.equal(
        editor.outcomeOf(uri, await write(after)),
        raw.split('ليلى').slice(0, 2).join('ليلى') + 'ليلى &amp;amp; سلمى' + (raw.split('ليلى')[2] ?? ''),
      );
      await assert.rejects(write(`${before}\n\nفقرة جديدة.`), /no paragraph can be added/);
      const archive = await opened(
        editor,
        'crawl.wet',
        archived(`${headline}\n\n${prose}\n\n${speech}`),
        'plaintext',
      );
      await editor.pull(archive);
      const read = await editor.request<OpenedRecord>('copydesk/record', { uri: archive, record: 1 });
      const edit = { uri: archive, key: read.key, before: read.text, after: `${read.text} x` };
      await assert.rejects(editor.request('copydesk/recordEdit', edit), /A web archive is only read/);
    });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marked, marker } from './articles.ts';
import { inEditor, type Editor } from './editor.ts';

const sentence = 'The boathouse on the lower pond opens again on Friday, the council said.';

/** What the server finds in an open document must be what it finds in the same text opened anew. */
async function assertSameAsFresh(editor: Editor, uri: string): Promise<void> {
  const copy = editor.uri('copy.txt');
  await editor.open(copy, editor.text(uri));
  assert.deepEqual(
    (await editor.pull(uri)).map(({ range, code }) => ({ range, code })),
    (await editor.pull(copy)).map(({ range, code }) => ({ range, code })),
  );
  await editor.close(copy);
}

describe('documents', () => {
  it('are judged as they are after each edit', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const at = marked.indexOf(marker);
      await editor.change(uri, { start: at, end: at + marker.length + 2, text: '' });
      assert.deepEqual(await editor.pull(uri), []);
      await editor.change(uri, { start: 0, end: 0, text: `${marker}\n\n` });
      const [first] = await editor.pull(uri);
      assert.deepEqual(first?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } });
      await editor.close(uri);
      assert.deepEqual(await editor.pull(uri), []);
    });
  });

  const texts: Readonly<Record<string, string>> = {
    CRLF: `Headline\r\n\r\n${sentence}\r\n\r\n[ad_1]\r\n\r\n“${sentence}\r\n`,
    CR: `Headline\r\r${sentence}\r\r[ad_1]\r\r“${sentence}\r`,
    'mixed line breaks': `Headline\n\r\n${sentence}\r\r\n[ad_1]\n“${sentence}\r\n`,
    'astral characters': `𝓗eadline 😀\n\n😀😀 ${sentence} 𐎠\n\n[ad_1]\n\n😀 “${sentence} 𐎠\n`,
    'combining marks': `He\u0301adline\n\nعنوانٌ مُشَكَّلٌ ${sentence}\n\n[ad_1]\n\n“a\u0308o\u0308u\u0308 ${sentence}\n`,
    'a byte order mark': `\uFEFFHeadline\n\n${sentence}\n\n[ad_1]\n\n“${sentence}\n`,
  };
  for (const [what, text] of Object.entries(texts)) {
    it(`with ${what} take edits anywhere`, async () => {
      await inEditor({}, async (editor) => {
        const uri = editor.uri('news.txt');
        await editor.open(uri, text);
        const piece = { start: text.indexOf('[ad_1]'), end: text.indexOf('[ad_1]') + 6 };
        assert.ok((await editor.pull(uri)).length >= 2, 'A marker and a mark that is never closed.');
        await assertSameAsFresh(editor, uri);
        // Several changes in one go, each in the text that the one before has made.
        await editor.change(
          uri,
          { ...piece, text: `😀 ${sentence}` },
          { start: 0, end: 0, text: 'é\n' },
          { start: editor.text(uri).length + 2, end: editor.text(uri).length + 2, text: '\r\n[ad_2]' },
        );
        await assertSameAsFresh(editor, uri);
        await editor.change(uri, { start: 0, end: editor.text(uri).length, text });
        await assertSameAsFresh(editor, uri);
      });
    });
  }

  it('take edits at random and are judged as if they had been opened so', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, texts['CRLF'] ?? '', 'news-article');
      const random = seeded(7);
      const pieces = ['“', '”', ' ', '\r\n', '\n', '[ad_1]', 'he said', '😀', 'é', ': ', '«', 'Quelle', ''];
      for (let step = 0; step < 150; step++) {
        const text = editor.text(uri);
        const [one, other] = [place(text, random), place(text, random)];
        const start = Math.min(one, other);
        const end = random() < 0.5 ? start : Math.min(Math.max(one, other), start + 12);
        const cut = isPlace(text, end) ? end : start;
        const inserted = pieces[Math.floor(random() * pieces.length)] ?? '';
        // LSP has no place within CRLF, so an edit must not make one of a CR and an LF that stood apart.
        if (text[start - 1] === '\r' && (inserted + text.slice(cut)).startsWith('\n')) continue;
        await editor.change(uri, { start, end: cut, text: inserted });
        if (step % 10 === 9) await assertSameAsFreshArticle(editor, uri);
      }
    });
  });
});

async function assertSameAsFreshArticle(editor: Editor, uri: string): Promise<void> {
  const copy = editor.uri('copy.txt');
  await editor.open(copy, editor.text(uri), 'news-article');
  assert.deepEqual(await editor.pull(uri).then(places), await editor.pull(copy).then(places));
  await editor.close(copy);
}

function places(diagnostics: readonly { range: unknown; code?: unknown }[]): unknown[] {
  return diagnostics.map(({ range, code }) => ({ range, code }));
}

/** Whether an editor may put its cursor here: not within a line break, nor within a character. */
function isPlace(text: string, offset: number): boolean {
  const [before = '', after = ''] = [text[offset - 1], text[offset]];
  return (
    !(before === '\r' && after === '\n') && !(/[\uD800-\uDBFF]/.test(before) && /[\uDC00-\uDFFF]/.test(after))
  );
}

function place(text: string, random: () => number): number {
  for (;;) {
    const offset = Math.floor(random() * (text.length + 1));
    if (isPlace(text, offset)) return offset;
  }
}

/** Numbers from 0 to 1, the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

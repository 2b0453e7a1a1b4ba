import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { marked, openSpeech } from './articles.ts';
import { Editor } from './editor.ts';

/**
 * So many changes are made: in a minute or less what somebody types in some minutes. `COPYDESK_EDITS=36000` is an
 * hour of ten changes a second.
 */
const edits = Number(process.env['COPYDESK_EDITS'] ?? 1_200);

/** So much may be held more at the end than after the first third, in bytes: caches fill up, leaks go on. */
const most = 3_000_000;

/** Numbers from 0 up to a limit, the same in each run (a linear congruential generator’s upper bits). */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const pieces = [
  '«',
  '»',
  '“',
  '”',
  '"',
  ' ',
  '\n\n',
  '[ad_1]\n',
  '، قال فلان',
  'said Anna Berg, ',
  'كلمة ',
  '.',
  'المصدر\n',
];

describe('a long day of editing', () => {
  it('leaves nothing behind in the server', { timeout: 30 * 60_000 + edits * 200 }, async (test) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-day-')));
    const heapFile = join(folder, 'heap');
    const preload = fileURLToPath(new URL('./heap.ts', import.meta.url));
    const editor = new Editor({
      folder,
      execArgv: ['--expose-gc', '--import', preload],
      env: { HEAP_FILE: heapFile },
    });
    try {
      await editor.initialize({});
      const pick = random(6);
      const texts = [marked, openSpeech, `${openSpeech}\n${marked}`];
      const uris = texts.map((_, index) => editor.uri(`${String(index)}.txt`));
      const step = async (): Promise<void> => {
        const uri = uris[pick(uris.length)] ?? '';
        const before = editor.textOf(uri);
        // An article that has grown too long is closed, and a new one opened in its place.
        if (before === undefined || before.length > 6_000 || pick(40) === 0) {
          if (before !== undefined) await editor.close(uri);
          await editor.open(uri, texts[pick(texts.length)] ?? '');
        } else {
          const start = pick(before.length + 1);
          const end = Math.min(before.length, start + (pick(4) === 0 ? pick(80) : 0));
          await editor.change(uri, { start, end, text: pieces[pick(pieces.length)] ?? '' });
        }
        const textDocument = { uri };
        await editor.pull(uri);
        const range = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };
        if (pick(3) === 0) await editor.codeActions(uri, range);
        if (pick(5) === 0) await editor.request('textDocument/documentSymbol', { textDocument });
        if (pick(5) === 0) await editor.request('textDocument/semanticTokens/full', { textDocument });
        if (pick(5) === 0)
          await editor.request('textDocument/hover', {
            textDocument,
            position: { line: pick(9), character: 3 },
          });
        if (pick(100) === 0) {
          await editor.notify('workspace/didChangeConfiguration', { settings: null });
          await editor.refreshed();
        }
      };
      const held = async (): Promise<number> => {
        rmSync(heapFile, { force: true });
        editor.server.child.kill('SIGUSR2');
        while (!existsSync(heapFile) || readFileSync(heapFile, 'utf8') === '')
          await new Promise((resolve) => setTimeout(resolve, 20));
        return Number(readFileSync(heapFile, 'utf8'));
      };
      const third = async (): Promise<number> => {
        for (let done = 0; done < edits / 3; done++) await step();
        return held();
      };
      const start = await held();
      const early = await third();
      const middle = await third();
      const late = await third();
      const figures = [start, early, middle, late].map((bytes) => (bytes / 1e6).toFixed(1)).join(', ');
      test.diagnostic(`MB held before ${String(edits)} changes and after each third of them: ${figures}`);
      assert.ok(
        late - early < most,
        `After a third ${String(early)} bytes were held, at the end ${String(late)}.`,
      );
      await editor.end();
    } finally {
      editor.remove();
    }
  });
});

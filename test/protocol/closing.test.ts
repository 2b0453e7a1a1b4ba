import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextEdit } from 'vscode-languageserver/node';
import { inEditor } from './editor.ts';
import { applyTextEdits, positionAt } from './text.ts';

/** What becomes of an article of one paragraph below the headline when Enter is pressed at its end. */
async function entered(paragraph: string, after = ''): Promise<string> {
  const head = 'Council opens the boathouse again\n\n';
  const text = `${head}${paragraph}\n${after}`;
  let outcome = '';
  await inEditor({}, async (editor) => {
    const uri = editor.uri('news.txt');
    await editor.open(uri, text);
    const edits = await editor.request<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri },
      position: positionAt(text, head.length + paragraph.length + 1),
      ch: '\n',
      options: { tabSize: 4, insertSpaces: true },
    });
    outcome = applyTextEdits(text, edits).slice(head.length);
  });
  return outcome;
}

describe('the end of a speech', () => {
  it('is closed when the paragraph is ended in which somebody is said to have spoken', async () => {
    assert.equal(
      await entered('“We painted every board and oiled every hinge, said Anna Berg, who keeps the boats.'),
      '“We painted every board and oiled every hinge,” said Anna Berg, who keeps the boats.\n',
    );
    assert.equal(
      await entered('“سنعود غدًا إلى العمل، قال الوزير سمير الهلالي.'),
      '“سنعود غدًا إلى العمل”، قال الوزير سمير الهلالي.\n',
    );
  });

  it('is left to the writer where the speech may go on in the next paragraph', async () => {
    const open = '“We painted every board and oiled every hinge.';
    assert.equal(await entered(open), `${open}\n`);
  });

  it('is left alone where nothing is missing, and in paragraphs that were not ended just now', async () => {
    const closed = '“We painted every board,” said Anna Berg, who keeps the boats.';
    assert.equal(await entered(closed), `${closed}\n`);
    const open = '“We painted every board and oiled every hinge, said Anna Berg, who keeps the boats.';
    assert.equal(
      await entered(`${open}\n\nThe pond is clean again.`),
      `${open}\n\nThe pond is clean again.\n`,
    );
  });
});

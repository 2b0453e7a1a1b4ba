import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { surroundings } from '../../server/core/text/surroundings.ts';

describe('the surroundings of an edit', () => {
  const text = 'عنوان\nقال المدير إن السفينة ستصل غدًا إلى الميناء الجديد.\nوغادر.';
  const at = (word: string): number => text.indexOf(word);

  it('are whole words, with … where the line goes on', () => {
    const place = at(' ستصل');
    assert.equal(
      surroundings(text, { start: place, end: place, newText: '”' }),
      '…المدير إن السفينة” ستصل غدًا إلى…',
    );
  });

  it('end with the line', () => {
    const end = at('\nوغادر');
    assert.equal(surroundings(text, { start: end, end, newText: '”' }), '…الميناء الجديد.”');
    const start = at('قال');
    assert.equal(surroundings(text, { start, end: start, newText: '“' }), '“قال المدير إن…');
  });

  it('cut a word only if it is very long', () => {
    const endless = 'a'.repeat(100);
    const shown = surroundings(endless, { start: 50, end: 51, newText: '' });
    assert.equal(shown, `…${'a'.repeat(48)}…`);
  });
});

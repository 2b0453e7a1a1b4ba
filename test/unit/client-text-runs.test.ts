import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { turnedRuns } from '../../client/records/text-runs.ts';

/** The runs as they read. */
function turned(line: string): string[] {
  return turnedRuns(line).map(({ start, end }) => line.slice(start, end));
}

describe('texts from right to left in a raw line', () => {
  it('are each paragraph of a JSON text by itself, without the names and marks of the format', () => {
    const line = JSON.stringify({
      id: 7,
      title: 'وصول السفينة',
      text: ' قال «نعم».\n\nوأضاف: (42) River News في المدينة.\n',
      url: 'https://news.example/x',
    });
    assert.deepEqual(turned(line), ['وصول السفينة', 'قال «نعم».', 'وأضاف: (42) River News في المدينة.']);
  });

  it('are the cells of a table', () => {
    assert.deepEqual(turned('1\tوصول السفينة\tThe ferry came.'), ['وصول السفينة']);
    assert.deepEqual(turned('"قال ""نعم"" ثم غادر"'), ['قال', 'نعم', 'ثم غادر']);
  });

  it('are none in a line that has none', () => {
    assert.deepEqual(turned('{"title":"The ferry “الميناء” came into the old harbour"}'), []);
    assert.deepEqual(turned(''), []);
  });
});

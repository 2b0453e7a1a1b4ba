import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filtered, grouped } from '../../client/corpus/grouping.ts';

const listed = [
  { rule: 'quotes/turned', path: 'harbour/tide.txt', message: 'The mark faces the wrong way.' },
  { rule: 'residue/source-stub', path: 'harbour/tide.txt', message: 'A lone source.' },
  { rule: 'quotes/turned', path: 'market/figs.txt', message: 'The mark faces the wrong way.' },
  { rule: 'quotes/turned', path: 'index.txt', message: 'The mark faces the wrong way.' },
];

function names(grouping: Parameters<typeof grouped>[1]): (readonly [string, number])[] {
  return grouped(listed, grouping).map(({ name, problems }) => [name, problems.length] as const);
}

describe('the list of all problems', () => {
  it('is divided by rule, folder or article, those with most first and the others by name', () => {
    assert.deepEqual(names('rule'), [
      ['quotes/turned', 3],
      ['residue/source-stub', 1],
    ]);
    assert.deepEqual(names('folder'), [
      ['harbour', 2],
      ['.', 1],
      ['market', 1],
    ]);
    assert.deepEqual(names('file'), [
      ['harbour/tide.txt', 2],
      ['index.txt', 1],
      ['market/figs.txt', 1],
    ]);
  });

  it('is filtered by words of the rule, the path and the message, all of which must be there', () => {
    assert.equal(filtered(listed, 'TURNED harbour').length, 1);
    assert.equal(filtered(listed, 'lone').length, 1);
    assert.equal(filtered(listed, 'turned lone').length, 0);
    assert.equal(filtered(listed, '  ').length, 4);
  });
});

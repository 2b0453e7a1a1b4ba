import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { clean, Desk, dirty, markerOnly } from './harness.ts';

describe('what earlier runs came to', () => {
  let desk: Desk;
  /** A file of some time ago: one that was written just now is not trusted by its times. */
  const write = (name: string, text: string): void => {
    desk.write(name, text);
    utimesSync(desk.path(name), 1_700_000_000, 1_700_000_000);
  };
  const check = (...args: string[]): string => desk.run('check', ...markerOnly, ...args).out;
  const shards = (): string[] =>
    existsSync(join(desk.cache, 'articles'))
      ? readdirSync(join(desk.cache, 'articles'))
          .filter((name) => name !== 'swept')
          .map((name) => join(desk.cache, 'articles', name))
      : [];
  beforeEach(() => {
    desk = new Desk();
    write('a.txt', dirty);
    write('b.txt', clean);
    write('requirements-of-the-town-council-explained-to-all.txt', dirty);
  });
  afterEach(() => {
    desk.remove();
  });

  it('is told again in the same words, and stands nowhere near the articles', () => {
    const first = check('.');
    assert.equal(check('.'), first);
    assert.equal(check('--no-cache', '.'), first);
    assert.equal(shards().length, 1);
    assert.deepEqual(
      readdirSync(desk.folder).filter((name) => !name.endsWith('.txt')),
      [],
    );
  });

  it('is really used: a remembered entry that was changed is what is told', () => {
    check('.');
    const [shard = ''] = shards();
    writeFileSync(shard, readFileSync(shard, 'utf8').replaceAll('importer', 'remembered'));
    assert.match(check('.'), /remembered/);
    assert.doesNotMatch(check('--no-cache', '.'), /remembered/);
    // Other times and the same content: it is read, and known by its content.
    utimesSync(desk.path('a.txt'), 1_600_000_000, 1_600_000_000);
    assert.match(check('.'), /remembered/);
  });

  it('counts no more when the content, the settings, the exceptions or the report change', () => {
    check('.');
    const size = statSync(desk.path('a.txt')).size;
    // The same size and time, and still another file.
    write('a.txt', dirty.replace('[ad_1]', '[ad_9]'));
    assert.equal(statSync(desk.path('a.txt')).size, size);
    assert.match(check('a.txt'), /\[ad_9\]/);
    assert.match(check('.'), /\[ad_9\]/);
    desk.write('copydesk.json', '{ "rules": { "residue/importer-marker": "error" } }');
    assert.match(check('.'), /error/);
    assert.equal(check('--format', 'jsonl', '.').split('\n').length, 3);
    desk.run('keep', 'a.txt:3');
    assert.doesNotMatch(check('.'), /\[ad_9\]/);
  });

  it('may be damaged, or impossible to keep, and nothing is lost but time', () => {
    const first = check('.');
    for (const shard of shards()) writeFileSync(shard, '"x"\t{\nnonsense\n\u0000\t');
    assert.equal(check('.'), first);
    assert.equal(check('.'), first);
    const nowhere = desk.runWith({ env: { COPYDESK_CACHE: '/dev/null/x' } }, 'check', ...markerOnly, '.');
    assert.deepEqual([nowhere.out, nowhere.err], [first, '']);
  });

  it('is not taken for what standard input or git’s index holds', () => {
    check('.');
    const { out } = desk.runWith({ input: clean }, 'check', ...markerOnly, '-', '--stdin-path', 'a.txt');
    assert.equal(out, 'Nothing to mend in 1 article.\n');
  });
});

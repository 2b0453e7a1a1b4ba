import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { clean, Desk, dirty, markerOnly, type Ended } from './harness.ts';

describe('a run that was remembered whole', () => {
  let desk: Desk;
  const check = (...args: string[]): Ended => desk.run('check', ...markerOnly, ...args);
  const runs = (): string[] => {
    const folder = join(desk.cache, 'runs');
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'swept') : [];
    return names.map((name) => join(folder, name));
  };
  /** Dates everything back: what changed just now is not trusted by its times. */
  const age = (): void => {
    for (const name of ['', ...readdirSync(desk.folder, { recursive: true }).map(String)])
      if (existsSync(desk.path(name))) utimesSync(desk.path(name), 1_700_000_000, 1_700_000_000);
  };
  /** Writes into the remembered run what no rule would ever say. */
  const mark = (): void => {
    for (const run of runs()) {
      const bytes = readFileSync(run);
      const at = bytes.lastIndexOf('importer');
      assert.ok(at > 0, 'what was said stands in it');
      bytes.write('REMEMBER', at);
      writeFileSync(run, bytes);
    }
  };
  beforeEach(() => {
    desk = new Desk();
    mkdirSync(desk.path('.git/info'), { recursive: true });
    mkdirSync(desk.path('.copydesk'));
    desk
      .write('a.txt', dirty)
      .write('deep/er/b.txt', dirty)
      .write('deep/c.txt', clean)
      .write('other/d.txt', dirty);
    symlinkSync(desk.path('other'), desk.path('deep/link'));
    age();
  });
  afterEach(() => {
    desk.remove();
  });

  it('is said again with its exit code, without anything being judged', () => {
    const first = check('deep', 'a.txt');
    assert.equal(first.code, 1);
    assert.equal(runs().length, 1);
    assert.deepEqual(check('deep', 'a.txt'), first);
    mark();
    const again = check('deep', 'a.txt');
    assert.match(again.out, /REMEMBER/);
    assert.equal(again.code, 1);
    assert.doesNotMatch(check('deep').out, /REMEMBER/);
    assert.doesNotMatch(check('--no-cache', 'deep', 'a.txt').out, /REMEMBER/);
    assert.match(check('deep', 'a.txt').out, /REMEMBER/);
  });

  it('is said again to its own stream', () => {
    desk.write('empty.txt', '');
    age();
    const first = check('empty.txt');
    assert.match(first.err, /The file is empty/);
    assert.equal(runs().length, 1);
    assert.deepEqual(check('empty.txt'), first);
  });

  const changes: Readonly<Record<string, () => void>> = {
    'a file has another content of the same size and time': () => {
      desk.write('deep/er/b.txt', dirty.replace('[ad_1]', '[ad_9]'));
      utimesSync(desk.path('deep/er/b.txt'), 1_700_000_000, 1_700_000_000);
    },
    'a file is new': () => desk.write('deep/er/new.txt', dirty),
    'a file is new in an old folder': () => {
      desk.write('deep/new.txt', dirty);
      utimesSync(desk.path('deep'), 1_700_000_000, 1_700_000_000);
    },
    'a file is gone': () => {
      rmSync(desk.path('deep/er/b.txt'));
    },
    'a file is called otherwise': () => {
      renameSync(desk.path('deep/er/b.txt'), desk.path('deep/er/z.txt'));
    },
    'a link leads elsewhere': () => {
      rmSync(desk.path('deep/link'));
      desk.write('elsewhere/e.txt', dirty);
      symlinkSync(desk.path('elsewhere'), desk.path('deep/link'));
    },
    'what a link leads to changed': () => desk.write('other/d.txt', clean),
    'a configuration comes above': () => desk.write('copydesk.json', '{ "exclude": ["deep/er/"] }'),
    'a configuration comes': () => desk.write('deep/er/copydesk.json', '{ "exclude": ["*"] }'),
    'an exception comes': () => desk.run('keep', 'deep/er/b.txt:3'),
    'git leaves out a folder': () => desk.write('.gitignore', 'er/\n'),
    'git leaves out a folder in this copy alone': () => desk.write('.git/info/exclude', 'er/\n'),
    'an ignore file comes': () => desk.write('deep/.copydeskignore', 'link\n'),
    'it is no repository any more': () => {
      rmSync(desk.path('.git'), { recursive: true });
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`counts no more when ${what}`, () => {
      if (what.includes('no repository')) desk.write('.gitignore', 'er/\n');
      age();
      check('deep');
      mark();
      assert.match(check('deep').out, /REMEMBER/);
      change();
      const { out } = check('deep');
      assert.doesNotMatch(out, /REMEMBER/);
      assert.equal(out, check('--no-cache', 'deep').out);
    });
  }

  it('still counts while git works on other things', () => {
    check('deep');
    mark();
    desk.write('.git/index', 'of git').write('a.txt', clean);
    assert.match(check('deep').out, /REMEMBER/);
  });

  it('is not made of what changed just now, of mistakes, or of what stands in no file', () => {
    desk.write('deep/er/b.txt', dirty);
    check('deep');
    check('a.txt', 'nowhere.txt');
    check('--rule', 'no-rule', 'a.txt');
    check('--help');
    desk.runWith({ input: dirty }, 'check', '-');
    assert.deepEqual(runs(), []);
  });

  it('may be damaged, and nothing is lost but time', () => {
    const first = check('deep');
    for (const damage of [
      (bytes: Buffer) => bytes.subarray(0, bytes.length - 1),
      (bytes: Buffer) => bytes.subarray(0, 10),
      () => Buffer.alloc(0),
      () => Buffer.from('null\n'),
      (bytes: Buffer) => Buffer.concat([bytes, bytes]),
    ]) {
      const [run = ''] = runs();
      writeFileSync(run, damage(readFileSync(run)));
      assert.deepEqual(check('deep'), first);
    }
  });

  it('counts for the same colours only', () => {
    const [plain, colourful] = [{ FORCE_COLOR: '0' }, { FORCE_COLOR: '1' }].map((env) => {
      desk.runWith({ env }, 'check', 'a.txt');
      return desk.runWith({ env }, 'check', 'a.txt').out;
    });
    assert.notEqual(plain, colourful);
    assert.match(colourful ?? '', /\u001B\[/);
  });

  it('is made of quotes and stats as well', () => {
    for (const command of ['quotes', 'stats']) {
      const first = desk.run(command, 'deep');
      const known = runs().length;
      assert.deepEqual(desk.run(command, 'deep'), first);
      assert.equal(runs().length, known);
    }
    assert.equal(runs().length, 2);
  });
});

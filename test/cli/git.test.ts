import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { clean, Desk, dirty, markerOnly, objects } from './harness.ts';

describe('in a git repository', () => {
  let desk: Desk;
  const git = (...args: string[]): string => {
    const identity = [
      '-c',
      'user.name=Desk',
      '-c',
      'user.email=desk@example.org',
      '-c',
      'commit.gpgsign=false',
    ];
    const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], {
      cwd: desk.folder,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return stdout;
  };
  const found = (...args: string[]): string[] =>
    objects(desk.run('check', '--format', 'jsonl', ...markerOnly, ...args).out).map(
      ({ file, line }) => `${String(file)}:${String(line)}`,
    );
  beforeEach(() => {
    desk = new Desk();
    git('init', '-q', '-b', 'main');
    git('config', 'core.autocrlf', 'false');
  });
  afterEach(() => {
    desk.remove();
  });

  it('leaves out what .gitignore and .copydeskignore leave out, the nearest file deciding', () => {
    desk
      .write('.gitignore', 'raw/\n*.tmp.txt\n')
      .write('in/.gitignore', '!keep.tmp.txt\n')
      .write('.copydeskignore', 'in/wire.txt\n');
    for (const name of ['a.txt', 'raw/b.txt', 'c.tmp.txt', 'in/keep.tmp.txt', 'in/d.tmp.txt', 'in/wire.txt'])
      desk.write(name, dirty);
    assert.deepEqual(found('.'), ['a.txt:3', 'in/keep.tmp.txt:3']);
    assert.deepEqual(found('in'), ['in/keep.tmp.txt:3']);
    assert.deepEqual(found('**/*.txt'), ['a.txt:3', 'in/keep.tmp.txt:3']);
    // What is named itself is meant.
    assert.deepEqual(found('raw'), ['raw/b.txt:3']);
    assert.deepEqual(found('in/wire.txt'), ['in/wire.txt:3']);
    assert.equal(found('--no-ignore', '.').length, 6);
  });

  it('reads files of records where they are asked for, staged or by their changed lines', () => {
    const line = (id: number, article: string): string =>
      `${JSON.stringify({ id, title: 'عنوان', text: article })}\n`;
    desk.write('a.jsonl', line(1, dirty) + line(2, clean)).write('data.json', '{"x":1}');
    git('add', '.');
    git('commit', '-qm', 'x');
    desk.write('a.jsonl', line(1, dirty) + line(2, dirty) + line(3, clean)).write('data.json', '{"x":2}');
    git('add', '.');
    assert.deepEqual(found('--staged'), []);
    assert.deepEqual(found('--staged', 'a.jsonl'), ['a.jsonl:1', 'a.jsonl:2']);
    assert.deepEqual(found('--staged', '*.jsonl'), ['a.jsonl:1', 'a.jsonl:2']);
    assert.deepEqual(found('--since', 'HEAD', 'a.jsonl'), ['a.jsonl:2']);
    const { code, err } = desk.run('fix', '--staged', ...markerOnly, 'a.jsonl');
    assert.equal(code, 0, err);
    const fixed = line(1, clean) + line(2, clean) + line(3, clean);
    assert.equal(git('show', ':a.jsonl'), fixed);
    assert.equal(desk.read('a.jsonl'), fixed);
  });

  it('says so where everything is left out', () => {
    desk.write('.gitignore', '*.txt\n').write('a.txt', dirty);
    assert.match(
      desk.run('check', '.').err,
      /left out by the configuration, \.gitignore or \.copydeskignore/,
    );
  });

  it('checks what is staged, not what stands in the folder', () => {
    desk.write('a.txt', dirty).write('b.txt', dirty).write('خبر “1”.txt', dirty).write('[x].txt', dirty);
    git('add', 'a.txt', 'خبر “1”.txt', '[x].txt');
    desk.write('a.txt', clean);
    assert.deepEqual(found('--staged'), ['[x].txt:3', 'a.txt:3', 'خبر “1”.txt:3']);
    git('commit', '-qm', 'one');
    assert.deepEqual(found('--staged'), []);
    assert.equal(desk.run('check', '--staged').code, 0);
    git('add', '.');
    assert.deepEqual(found('--staged'), ['b.txt:3']);
  });

  it('stages fixes again, and leaves hunks that are not staged where they are', () => {
    const end = '\nسطر لم يُسجَّل بعد.\n';
    desk.write('a.txt', dirty).write('b.txt', dirty).write('c.txt', dirty);
    git('add', '.');
    desk.write('a.txt', dirty + end).write('c.txt', dirty.replace('[ad_1]', '[ad_1] [ad_2]'));
    const { code, err } = desk.run('fix', '--staged', ...markerOnly);
    assert.equal(code, 0);
    assert.equal(err.split('\n').length, 2);
    assert.match(
      err,
      /^note: c\.txt: The fixes are staged\. The working file has other changes in the same lines/,
    );
    for (const name of ['a.txt', 'b.txt', 'c.txt']) assert.equal(git('show', `:${name}`), clean);
    assert.deepEqual([desk.read('a.txt'), desk.read('b.txt')], [clean + end, clean]);
    assert.equal(desk.read('c.txt'), dirty.replace('[ad_1]', '[ad_1] [ad_2]'));
    assert.equal(git('diff', '--stat', 'b.txt'), '');
    assert.equal(desk.run('undo').code, 0);
    assert.equal(desk.read('a.txt'), dirty + end);
  });

  it('stages fixes of a file that the folder holds with CRLF, and of one it does not hold', () => {
    git('config', 'core.autocrlf', 'true');
    desk.write('a.txt', dirty.replaceAll('\n', '\r\n')).write('b.txt', dirty.replaceAll('\n', '\r\n'));
    spawnSync('git', ['add', '.'], { cwd: desk.folder });
    spawnSync('rm', [desk.path('b.txt')]);
    assert.equal(desk.run('fix', '--staged', ...markerOnly).code, 0);
    assert.equal(git('show', ':a.txt'), clean);
    assert.equal(git('show', ':b.txt'), clean);
    assert.equal(desk.read('a.txt'), clean.replaceAll('\n', '\r\n'));
  });

  it('tells only of lines that changed since a revision, and of new files', () => {
    desk.write('a.txt', dirty).write('old.txt', dirty);
    git('add', '.');
    git('commit', '-qm', 'one');
    desk.write('a.txt', `${dirty}\n[ad_2]\n`).write('in/new.txt', dirty);
    assert.deepEqual(found('--since', 'HEAD'), ['a.txt:9', 'in/new.txt:3']);
    git('checkout', '-qb', 'branch');
    git('add', '.');
    git('commit', '-qm', 'two');
    assert.deepEqual(found('--since', 'main'), ['a.txt:9', 'in/new.txt:3']);
    assert.deepEqual(found('--since', 'main', 'in'), ['in/new.txt:3']);
    assert.match(
      desk.run('check', '--since', 'nowhere').err,
      /error: --since: There is no revision “nowhere” here/,
    );
  });

  it('says what is wrong where there is no repository or a wrong wish', () => {
    const other = new Desk();
    assert.match(other.run('check', '--staged').err, /--staged: This folder is in no git repository/);
    other.remove();
    assert.equal(desk.run('check', '--staged', '-').code, 2);
    assert.match(desk.run('check', '--staged', '--since', 'HEAD').err, /Choose one/);
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bundle, clean, Desk, dirty } from './harness.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('before a commit and in CI', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  /** Runs a program in a folder of the desk, with `copydesk` at hand. */
  const run = (folder: string, program: string, ...args: string[]) => {
    const tools = desk.path('tools');
    mkdirSync(tools, { recursive: true });
    const shim = join(tools, 'copydesk');
    if (program !== 'pre-commit') {
      desk.write('tools/copydesk', `#!/bin/sh\nexec "${process.execPath}" "${bundle}" "$@"\n`);
      chmodSync(shim, 0o755);
    }
    const path = `${program === 'pre-commit' ? '' : `${tools}:`}${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: desk.path(folder),
      encoding: 'utf8',
      env: {
        PATH: path,
        HOME: desk.cache,
        COPYDESK_CACHE: desk.cache,
        PRE_COMMIT_HOME: join(desk.cache, 'pre-commit'),
        GIT_CONFIG_NOSYSTEM: '1',
        npm_config_update_notifier: 'false',
      },
    });
    return { status, said: stdout + stderr, error };
  };
  const git = (folder: string, ...args: string[]) =>
    run(folder, 'git', '-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args);

  /** What npm puts into the package, as the list of what it leaves out stands in the repository. */
  const packed = (): string[] => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const [found] = JSON.parse(stdout) as { files: { path: string }[] }[];
    return found?.files.map(({ path }) => path) ?? [];
  };

  it('the package is built when it is installed from its repository, and packing it names the package alone', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    assert.equal(scripts['prepare'], 'node scripts/prepare.mjs');
    // pre-commit takes all that npm prints for the name of the package.
    cpSync(join(root, '.npmrc'), desk.path('.npmrc'));
    const noisy = { name: 'noisy', version: '1.0.0', scripts: { prepare: 'echo built && mkdir dist' } };
    desk.write('package.json', JSON.stringify(noisy));
    const { status, stdout } = spawnSync('npm', ['pack'], {
      cwd: desk.folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    assert.equal(status, 0);
    assert.equal(stdout.trim(), 'noisy-1.0.0.tgz');
    assert.ok(existsSync(desk.path('dist')));
  });

  it('the example’s husky hook fixes what is committed, and stops what it can’t fix', (test) => {
    if (process.platform === 'win32') {
      test.skip();
      return;
    }
    cpSync(join(root, 'examples/corpus'), desk.path('corpus'), { recursive: true });
    git('corpus', 'init', '-q');
    // What husky does when it is installed.
    git('corpus', 'config', 'core.hooksPath', '.husky');
    chmodSync(desk.path('corpus/.husky/pre-commit'), 0o755);
    git('corpus', 'add', '.');
    assert.match(readFileSync(desk.path('corpus/articles/harbour.txt'), 'utf8'), /\[ad_1\]/);
    const { status, said } = git('corpus', 'commit', '-qm', 'First articles');
    assert.equal(status, 0, said);
    assert.match(said, /Fixed 1 problem in 1 article\. Nothing is left\./);
    assert.doesNotMatch(git('corpus', 'show', 'HEAD:articles/harbour.txt').said, /\[ad_1\]/);
    assert.equal(git('corpus', 'status', '--porcelain').said, '');
    desk.write(
      'corpus/articles/bad.txt',
      `${clean}\nقال المدير: “سنعمل معا حتى نهاية العام ولن نتوقف قبل ذلك.\n`,
    );
    git('corpus', 'add', '.');
    assert.equal(git('corpus', 'commit', '-qm', 'A broken quotation').status, 1);
  });

  it('the hooks work with the real pre-commit', (test) => {
    if (spawnSync('pre-commit', ['--version']).error) {
      test.skip('pre-commit is not installed.');
      return;
    }
    // The hooks' repository as pre-commit installs it: what is packed, without what builds it.
    desk.write(
      'hooks/package.json',
      JSON.stringify({ name: 'copydesk', version: '0.1.0', bin: { copydesk: 'dist/copydesk.cjs' } }),
    );
    cpSync(join(root, '.pre-commit-hooks.yaml'), desk.path('hooks/.pre-commit-hooks.yaml'));
    for (const path of packed().filter((file) => /^dist\/.*\.(?:cjs|json)$/.test(file)))
      cpSync(join(dirname(bundle), path.slice('dist/'.length)), desk.path(`hooks/${path}`));
    git('hooks', 'init', '-q');
    git('hooks', 'add', '.');
    assert.equal(git('hooks', 'commit', '-qm', 'Hooks').status, 0);
    const revision = git('hooks', 'rev-parse', 'HEAD').said.trim();
    desk.write('corpus/news/a.txt', dirty).write('corpus/requirements.txt', 'x==1\n\n[ad_1]\n');
    desk.write(
      'corpus/.pre-commit-config.yaml',
      `repos:\n- repo: ${desk.path('hooks')}\n  rev: ${revision}\n  hooks: [{ id: copydesk-check }, { id: copydesk-fix }]\n`,
    );
    git('corpus', 'init', '-q');
    git('corpus', 'add', '.');
    const first = run('corpus', 'pre-commit', 'run', '--color=never');
    assert.equal(first.status, 1, first.said);
    assert.match(
      first.said,
      /Copydesk \(check\)\.*Failed[^]*news\/a\.txt\n {2}3:1 {2}warning[^]*Copydesk \(fix\)\.*Failed[^]*files were modified by this hook/,
    );
    assert.equal(desk.read('corpus/news/a.txt'), clean);
    assert.match(desk.read('corpus/requirements.txt'), /ad_1/);
    git('corpus', 'add', '.');
    const second = run('corpus', 'pre-commit', 'run', '--color=never');
    assert.equal(second.status, 0, second.said);
  });

  it('the same article gives the same findings to a check, a hook and a fix that shows only', () => {
    desk.write('a.txt', dirty);
    const from = (...args: string[]): string => desk.run('check', '--format', 'jsonl', ...args).out;
    git('.', 'init', '-q');
    git('.', 'add', 'a.txt');
    assert.equal(from('--staged'), from('a.txt'));
    assert.equal(from('--no-cache', '.'), from('a.txt'));
    assert.equal(
      desk.runWith({ input: dirty }, 'check', '--format', 'jsonl', '-', '--stdin-path', 'a.txt').out,
      from('a.txt'),
    );
  });
});

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

// A copy of the repository, in which rules can be made and forgotten again.
describe('npm run new-rule', () => {
  let copy = '';

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'copydesk-new-rule-'));
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const file of listed.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
      cpSync(join(root, file), join(copy, file), { recursive: true, force: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });

  after(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  function run(...command: string[]): { status: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
    });
    return { status, output: stdout + stderr };
  }

  const refused: readonly (readonly [string[], RegExp])[] = [
    [[], /Which rule\?/],
    [['never-closed'], /two parts: family\/name/],
    [['qoutes/never-closed'], /no family “qoutes”/],
    [['quotes/NeverClosed'], /small letters/],
    [['quotes/../never-closed'], /two parts/],
    [['quotes/-closed'], /small letters/],
    [['residue/importer-marker'], /exists already/],
  ];
  for (const [given, words] of refused) {
    it(`refuses “${given.join(' ')}”`, () => {
      const { status, output } = run('scripts/new-rule.ts', ...given);
      assert.match(output, words);
      assert.equal(status, 1);
    });
  }

  it('makes rules that are generated, typed and tested as they stand', () => {
    for (const id of ['structure/made-by-test', 'residue/made-by-test']) {
      const { status, output } = run('scripts/new-rule.ts', id);
      assert.equal(status, 0, output);
      assert.ok(existsSync(join(copy, 'server/rules', id, 'rule.ts')), output);
    }
    const generated = run('scripts/generate.ts', '--check');
    assert.equal(generated.status, 0, generated.output);
    const typed = run(
      join(dirname(fileURLToPath(import.meta.resolve('@typescript/native/package.json'))), 'bin/tsc'),
      '-p',
      '.',
    );
    // Only what was made: the type check of the whole is a test of its own.
    assert.doesNotMatch(typed.output, /made-by-test|rules\/index\.ts/, typed.output);
    const tested = run('--test', '--test-name-pattern=made-by-test', 'test/rules/cases.test.ts');
    assert.equal(tested.status, 0, tested.output);
    assert.match(tested.output, /residue\/made-by-test/);
  });
});

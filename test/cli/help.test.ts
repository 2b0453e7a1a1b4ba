import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { rules } from '../../server/index.ts';
import { version } from '../../server/cli/version.ts';
import { Desk, dirty } from './harness.ts';

describe('what copydesk says of itself', () => {
  let desk: Desk;
  before(() => {
    desk = new Desk();
  });
  after(() => {
    desk.remove();
  });

  it('is the version of the package', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    assert.equal(version, manifest.version);
    assert.deepEqual([desk.run('--version').out, desk.run('--version').code], [`${version}\n`, 0]);
  });

  for (const args of [[], ['check'], ['fix'], ['quotes'], ['rules'], ['explain']]) {
    it(`has help for “${['copydesk', ...args].join(' ')}”`, () => {
      const { code, out, err } = desk.run(...args, '--help');
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^Usage: copydesk/);
      assert.match(out, /\nExamples:\n {2}copydesk /);
    });
  }

  it('has help for every command, and the general help names each', () => {
    const { out } = desk.run('--help');
    const commands = [...out.matchAll(/^ {2}([a-z]+)(?: \[| <| {2})/gm)].map(([, name = '']) => name);
    for (const name of [
      'check',
      'fix',
      'undo',
      'quotes',
      'stats',
      'keep',
      'baseline',
      'mine',
      'rules',
      'explain',
      'init',
      'lsp',
      'completion',
    ])
      assert.ok(commands.includes(name), name);
    for (const name of commands.filter((known) => known !== 'copydesk')) {
      const help = desk.run(name, '--help');
      assert.equal(help.code, 0, name);
      if (name === 'help') continue;
      assert.match(help.out, /\nExamples:\n {2}copydesk /, name);
    }
  });

  it('has the same help by the name of the command', () => {
    assert.deepEqual(desk.run('help', 'check'), desk.run('check', '--help'));
    assert.equal(desk.run('help').out, desk.run('--help').out);
  });

  it('completes commands, options, formats and rules in bash', (test) => {
    const script = desk.run('completion', 'bash').out;
    const complete = (...words: string[]): string[] | undefined => {
      const line = `${script}\nCOMP_WORDS=(copydesk ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${String(words.length)}; _copydesk; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { error, stdout } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
      return error ? undefined : stdout.split('\n').filter(Boolean);
    };
    const commands = complete('ch');
    if (!commands) {
      test.skip('There is no bash.');
      return;
    }
    assert.deepEqual(commands, ['check']);
    assert.deepEqual(complete('check', '--form'), ['--format']);
    assert.deepEqual(complete('check', '--he'), ['--help']);
    assert.deepEqual(complete('help', 'expl'), ['explain']);
    assert.deepEqual(complete('check', '--format', 'js'), ['json', 'jsonl']);
    assert.ok(complete('explain', 'quotes/')?.includes('quotes/turned'));
    assert.match(
      desk.run('completion', 'fish').out,
      /complete -c copydesk -n __fish_use_subcommand -a check /,
    );
    assert.match(desk.run('completion', 'zsh').out, /^#compdef copydesk\n/);
  });

  it('writes a configuration after looking at the articles, never over another', () => {
    const corpus = new Desk().write('in/a.txt', dirty).write('in/b.txt', dirty.replace('ad_1', 'ad_2'));
    assert.match(
      corpus.run('init', '--preset', 'mission', 'in').out,
      /^Wrote in\/copydesk\.json after looking at 2 articles/,
    );
    const written = corpus.read('in/copydesk.json');
    assert.match(written, /"preset": "mission",/);
    assert.match(written, /"language": "ar",/);
    assert.match(written, /\/\/ "residue\/importer-marker": "warning", \/\/ 2 problems today/);
    const { code, err } = corpus.run('check', 'in');
    assert.deepEqual([code, err], [1, '']);
    assert.equal(corpus.run('init', 'in').code, 2);
    assert.equal(corpus.read('in/copydesk.json'), written);
    corpus.remove();
  });

  it('lists the rules', () => {
    const { code, out } = desk.run('rules');
    assert.equal(code, 0);
    for (const { id, summary } of rules) assert.ok(out.includes(id) && out.includes(summary));
    const listed = JSON.parse(desk.run('rules', '--format', 'json').out) as { id: string }[];
    assert.deepEqual(
      listed.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
  });

  it('explains each rule', () => {
    for (const { id, summary, why } of rules.slice(0, 5)) {
      const { code, out } = desk.run('explain', id);
      assert.equal(code, 0);
      for (const part of [id, summary, why]) assert.ok(out.includes(part));
    }
    assert.equal(desk.run('explain', 'importer-marker').code, 0);
  });

  const mistakes: readonly [string[], RegExp][] = [
    [[], /Usage: copydesk/],
    [['check'], /missing required argument 'paths'/],
    [['chek', 'a.txt'], /unknown command 'chek'[^]*Did you mean check\?/],
    [['check', '--formt', 'json', 'a.txt'], /unknown option '--formt'[^]*Did you mean --format\?/],
    [['check', '--format', 'xml', 'a.txt'], /^error: --format xml: Allowed choices are text, json, jsonl/],
    [
      ['check', '--rule', 'residue/importer-markr', 'a.txt'],
      /There is no rule “residue\/importer-markr”\. Did you mean “residue\/importer-marker”\?/,
    ],
    [
      ['explain', 'nothing/of-the-kind'],
      /^error: nothing\/of-the-kind: There is no rule “nothing\/of-the-kind”\. “copydesk rules” lists them all\./,
    ],
  ];
  for (const [args, says] of mistakes) {
    it(`answers “${['copydesk', ...args].join(' ')}” with what to do and exit code 2`, () => {
      const { code, out, err } = desk.run(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, says);
    });
  }
});

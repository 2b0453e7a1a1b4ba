import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { bundle, clean, Desk, dirty, markerOnly } from './harness.ts';
import { formats } from '../../server/cli/report/report.ts';

/** Runs the program on a terminal of its own and gives what it printed there. */
function onTerminal(
  desk: Desk,
  env: Readonly<Record<string, string>>,
  ...args: string[]
): string | undefined {
  const command = [process.execPath, bundle, ...args].map((word) => `'${word}'`).join(' ');
  const ended = spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd: desk.folder,
    input: '',
    env: { PATH: process.env['PATH'], TERM: 'xterm', ...env },
  });
  return ended.error ? undefined : ended.stdout.toString();
}

describe('on a terminal', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    desk.remove();
  });

  it('colours, and keeps the article’s words apart from those around them', (test) => {
    const out = onTerminal(desk.write('a.txt', dirty), {}, 'check', ...markerOnly, 'a.txt');
    if (out === undefined) {
      test.skip();
      return;
    }
    assert.match(out, /\u001B\[33mwarning\u001B\[39m/);
    assert.match(out, /“\u2068\[ad_1\]\u2069” is a marker/);
    assert.match(out, /\u2068\u001B\[7m⟦\[ad_1\]⟧\u001B\[27m\u2069/);
  });

  for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }, { FORCE_COLOR: '0' }]) {
    it(`has no colour with ${Object.entries(env).join('').replace(',', '=')}`, (test) => {
      const out = onTerminal(desk.write('a.txt', dirty), env, 'check', ...markerOnly, 'a.txt');
      if (out === undefined) {
        test.skip();
        return;
      }
      assert.ok(!out.includes('\u001B'));
    });
  }

  it('has colour where it is forced, whatever else is said', (test) => {
    desk.write('a.txt', dirty);
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      const out = onTerminal(desk, { ...env, FORCE_COLOR: '1' }, 'check', ...markerOnly, 'a.txt');
      if (out === undefined) {
        test.skip();
        return;
      }
      assert.match(out, /\u001B\[33mwarning/);
    }
  });

  it('shows an article’s control characters by their numbers, also in diffs and in fixed input', (test) => {
    const evil = `${dirty}\u001B]0;owned\u0007\u202Eabc\u0000`.replace('\u0000', '');
    desk.write('a.txt', evil);
    for (const args of [
      ['check', 'a.txt'],
      ['fix', '--diff', 'a.txt'],
      ['quotes', 'a.txt'],
      ['check', '--format', 'json', 'a.txt'],
    ]) {
      const out = onTerminal(desk, { NO_COLOR: '1' }, ...args);
      if (out === undefined) {
        test.skip();
        return;
      }

      assert.doesNotMatch(out, /[\u001B\u0007\u202E]/);
    }
    assert.match(
      onTerminal(desk, { NO_COLOR: '1' }, 'fix', '--diff', 'a.txt') ?? '',
      /-\u2068\[ad_1\]\u2069/,
    );
  });

  it('says how far a long run is, and wipes that away', (test) => {
    // How long a run takes is the machine's affair: it gets more to do until there is something to show.
    let out: string | undefined = '';
    for (let times = 12; times <= 768 && out !== undefined && !out.includes('files/s'); times *= 4) {
      for (let number = 0; number < 900; number++) desk.write(`${String(number)}.txt`, dirty.repeat(times));
      out = onTerminal(desk, {}, 'stats', '--no-cache', '.');
    }
    if (out === undefined) {
      test.skip();
      return;
    }
    assert.match(out, /\r\u001B\[K[█░]{24} [\d,]+ of 900 files, [\d,]+ files\/s, \d+ s left/);
    assert.match(out, /\r\u001B\[K10,800 problems|\r\u001B\[K[\d,]+ problems/);
  });

  it('says nothing more where nothing is wrong', (test) => {
    const out = onTerminal(desk.write('a.txt', clean), {}, 'check', ...markerOnly, 'a.txt');
    if (out === undefined) {
      test.skip();
      return;
    }
    assert.equal(out.replaceAll('\r', ''), 'Nothing to mend in 1 article.\n');
  });
});

describe('on a pipe', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk().write('a.txt', dirty);
  });
  afterEach(() => {
    desk.remove();
  });

  const coloured = (env: Readonly<Record<string, string>>, ...args: string[]): boolean => {
    const { out, err } = desk.runWith({ env }, ...args, ...markerOnly, 'a.txt', 'missing.txt');
    assert.match(err, /missing\.txt/);
    assert.equal(out.includes('\u001B'), err.includes('\u001B'));
    return out.includes('\u001B');
  };

  it('has no colour, on a build server neither, and where it was only forbidden or forced by nothing', () => {
    for (const env of [
      {},
      { CI: 'true' },
      { GITHUB_ACTIONS: 'true' },
      { NO_COLOR: '1' },
      { FORCE_COLOR: '' },
    ])
      assert.equal(coloured(env, 'check'), false);
  });

  it('has colour where it is forced, also against NO_COLOR', () => {
    for (const env of [{ FORCE_COLOR: '1' }, { FORCE_COLOR: 'true' }, { FORCE_COLOR: '3', NO_COLOR: '1' }])
      assert.equal(coloured(env, 'check'), true);
  });

  it('has no colour in what programs read', () => {
    for (const format of formats.filter((one) => one !== 'text')) {
      const { out } = desk.runWith(
        { env: { FORCE_COLOR: '1' } },
        ...['check', '--format', format, ...markerOnly, 'a.txt'],
      );
      assert.ok(out !== '' && !out.includes('\u001B'), format);
    }
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Log } from 'sarif';
import { rules } from '../../server/index.ts';
import { clean, Desk, dirty, markerOnly, objects } from './harness.ts';

const evil = '\u001B]0;x\u0007\u202E<script>alert(1)</script>&"\'%::`|';

describe('reports for machines and reviewers', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk()
      .write('a b.txt', dirty)
      .write('in/c.txt', `${clean}\n[ad_2]\n\n${evil}\n`)
      .write('خبر#1.txt', clean);
  });
  afterEach(() => {
    desk.remove();
  });

  const report = (format: string, ...args: string[]): string =>
    desk.run('check', '--format', format, ...(args.length > 0 ? args : markerOnly), '.').out;

  for (const format of ['sarif', 'github', 'gitlab', 'checkstyle', 'junit', 'markdown', 'html']) {
    it(`${format}: nothing an article holds steers a terminal, a browser or a build server`, () => {
      const out = report(format, '--rule', 'markup', '--rule', 'importer-marker', '--rule', 'invisible');

      assert.doesNotMatch(out, /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
      if (!['sarif', 'github', 'gitlab'].includes(format)) assert.doesNotMatch(out, /<script>alert/);
    });

    it(`${format}: ends with the exit code of the check, and is whole where nothing is found`, () => {
      assert.equal(desk.run('check', '--format', format, ...markerOnly, '.').code, 1);
      const { code, out } = desk.run('check', '--format', format, ...markerOnly, 'خبر#1.txt');
      assert.equal(code, 0);
      if (format === 'sarif') assert.deepEqual((JSON.parse(out) as Log).runs[0]?.results, []);
      if (format === 'gitlab') assert.deepEqual(JSON.parse(out), []);
    });
  }

  it('SARIF names rules, places and fixes, and offsets are those of the contract', () => {
    const log = JSON.parse(report('sarif')) as Log;
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.deepEqual(
      run?.tool.driver.rules?.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    const findings = objects(report('jsonl'));
    assert.ok(run.results);
    assert.equal(run.results.length, findings.length);
    run.results.forEach((result, place) => {
      const finding = findings[place];
      assert.equal(run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id, result.ruleId);
      const where = result.locations?.[0]?.physicalLocation;
      assert.equal(decodeURIComponent(where?.artifactLocation?.uri ?? ''), finding?.['file']);
      assert.deepEqual(
        [where?.region?.charOffset, where?.region?.startLine, where?.region?.startColumn],
        [finding?.['start'], finding?.['line'], finding?.['column']],
      );
      const [fix] = finding?.['fixes'] as { title: string; edits: { newText: string }[] }[];
      assert.equal(result.fixes?.[0]?.description?.text, fix?.title);
      assert.equal(
        result.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text,
        fix?.edits[0]?.newText,
      );
    });
  });

  it('GitHub’s annotations stand on their lines', () => {
    assert.match(
      report('github'),
      /^::warning file=a b\.txt,line=3,endLine=3,col=1,endColumn=7,title=residue\/importer-marker::“\[ad_1\]” is .*\n::warning file=in\/c\.txt,line=7,/,
    );
  });

  it('GitLab’s fingerprints differ, and stay when lines move', () => {
    desk.write('in/c.txt', `${dirty}\n${dirty}`);
    const prints = (): string[] =>
      (JSON.parse(report('gitlab')) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    const before = prints();
    assert.equal(new Set(before).size, before.length);
    desk.write('a b.txt', dirty.replace('\n\n[ad_1]', '\n\n\n\n[ad_1]'));
    assert.deepEqual(prints(), before);
  });

  it('checkstyle and JUnit are well-formed XML', (test) => {
    for (const format of ['checkstyle', 'junit']) {
      const out = report(format);
      const { error, status, stderr } = spawnSync(
        'python3',
        ['-c', 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.stdin.buffer)'],
        { input: out },
      );
      if (error) {
        test.skip('There is no Python to read XML with.');
        return;
      }
      assert.equal(status, 0, stderr.toString());
    }
    assert.match(report('junit'), /<testsuite name="a b\.txt" tests="1" failures="1" errors="0">/);
    assert.match(report('junit'), /<testcase name="in order" classname="خبر#1\.txt"\/>/);
    assert.match(
      report('checkstyle'),
      /<file name="in\/c\.txt">\n {4}<error line="7" column="1" severity="warning"/,
    );
  });

  it('Markdown and HTML tell each finding with its context, and what it comes to', () => {
    assert.match(report('markdown'), /## a b\.txt\n\n- \*\*3:1\*\* warning `residue\/importer-marker` /);
    assert.match(report('markdown'), /\| `residue\/importer-marker` \| 2 \|/);
    const html = report('html');
    assert.match(html, /<mark>\[ad_1\]<\/mark>/);
    assert.match(html, /2 problems \(2 warnings\) in 2 of 3 articles\./);
    assert.doesNotMatch(html, /(?:src|href)=|https?:/);
  });

  it('the exit code goes by severity where that is asked', () => {
    assert.equal(desk.run('check', '--fail-on', 'error', ...markerOnly, '.').code, 0);
    desk.write('copydesk.json', '{ "rules": { "residue/importer-marker": "hint" } }');
    assert.equal(desk.run('check', ...markerOnly, '.').code, 0);
    assert.equal(desk.run('check', '--fail-on', 'hint', ...markerOnly, '.').code, 1);
  });
});

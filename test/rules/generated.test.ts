import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withPart } from '../../scripts/generate/output.ts';

const script = fileURLToPath(new URL('../../scripts/generate.ts', import.meta.url));

describe('generated files', () => {
  it('are up to date', () => {
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('keep what was written by hand around their parts', () => {
    const text = '# Title\n\n<!-- rules:start -->\n\nold\n\n<!-- rules:end -->\n\nBy hand.\n';
    assert.equal(withPart(text, 'rules', 'new'), text.replace('old', 'new'));
    assert.equal(withPart(withPart(text, 'rules', 'new'), 'rules', 'new'), text.replace('old', 'new'));
  });

  it('get their part at the end where no marks are', () => {
    assert.equal(withPart('', 'rules', 'new'), '<!-- rules:start -->\n\nnew\n\n<!-- rules:end -->\n');
    assert.equal(
      withPart('By hand.\n', 'rules', 'new'),
      'By hand.\n\n<!-- rules:start -->\n\nnew\n\n<!-- rules:end -->\n',
    );
  });
});

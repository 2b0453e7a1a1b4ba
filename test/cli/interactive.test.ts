import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { bundle, clean, Desk, dirty, markerOnly, objects } from './harness.ts';

describe('copydesk fix --interactive', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk().write('copydesk.json', '{}');
  });
  afterEach(() => {
    desk.remove();
  });

  const answer = (answers: string, ...args: string[]) =>
    desk.runWith({ input: answers }, 'fix', '--interactive', ...markerOnly, ...args);

  it('shows each finding with the lines around it and makes the fix that is chosen', () => {
    desk.write('a.txt', dirty).write('b.txt', `${dirty}\n[ad_2]\n`);
    const { code, out } = answer('1\ns\n1\n', '.');
    assert.equal(code, 1);
    assert.match(
      out,
      /a\.txt {2}3:1 {2}residue\/importer-marker\n {4}عنوان الخبر الأول\n {4}⟦\[ad_1\]⟧\n {4}وصل/,
    );
    assert.match(out, / {2}1 {2}.* {2}safe\n1 fix, s skip/);
    assert.match(out, /Fixed 2 problems in 2 articles\. Left: 1 problem\.\n$/);
    assert.equal(desk.read('a.txt'), clean);
    assert.match(desk.read('b.txt'), /\[ad_1\]/);
    assert.doesNotMatch(desk.read('b.txt'), /\[ad_2\]/);
    assert.equal(desk.run('undo').code, 0);
    assert.equal(desk.read('a.txt'), dirty);
  });

  it('keeps, goes on to the next article, and ends when that is asked or nobody answers', () => {
    desk.write('a.txt', `${dirty}\n[ad_2]\n`).write('b.txt', dirty).write('c.txt', dirty);
    assert.match(answer('k\nn\nnonsense\n1\nq\n', '.').out, /That is none of the answers/);
    assert.equal(objects(desk.read('.copydesk/kept.jsonl')).length, 1);
    assert.deepEqual(
      [desk.read('a.txt'), desk.read('b.txt'), desk.read('c.txt')],
      [`${dirty}\n[ad_2]\n`, clean, dirty],
    );
    assert.equal(answer('', '.').code, 1);
    assert.equal(desk.read('c.txt'), dirty);
    assert.equal(answer('', '--diff', '.').code, 2);
  });

  it('counts as left what still stands, not what is kept, and by its gravity', () => {
    desk.write('a.txt', `${dirty}\n[ad_2]\n`);
    const both = answer('k\nk\n', '.');
    assert.match(both.out, /Nothing is left\.\n$/);
    assert.equal(both.code, 0);
    assert.match(answer('', '.').out, /Nothing is left\.\n$/);
    desk
      .write('copydesk.json', '{ "rules": { "residue/importer-marker": "hint" } }')
      .write('b.txt', dirty.replace('ad_1', 'ad_7'));
    const hints = desk.runWith({ input: 's\n' }, 'fix', '--interactive', ...markerOnly, 'b.txt');
    assert.match(hints.out, /Left: 1 problem\.\n$/);
    assert.equal(hints.code, 0);
  });

  it('says nothing more of what could not be read', () => {
    const { code, out, err } = answer('', 'nowhere.txt');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^error: nowhere\.txt: There is no such file/);
  });
});

describe('copydesk lsp', () => {
  it('is the language server', async () => {
    const child = spawn(process.execPath, [bundle, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const send = (message: object): void => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    let said = '';
    for await (const part of child.stdout) {
      said += String(part);
      if (said.includes('"capabilities"')) break;
    }
    assert.match(said, /"id":1,"result":\{"capabilities":/);
    child.kill();
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, judged, open, setText, shown, until } from './editor.ts';

/** The servers that this extension host has started, by their process’s number. */
function servers(): number[] {
  const rows = existsSync('/proc/self/stat') ? fromProc() : fromPs();
  return rows
    .filter(([, parent, words]) => parent === process.pid && words.includes('server.cjs'))
    .map(([id]) => id);
}

type Row = readonly [id: number, parent: number, words: string];

function fromProc(): Row[] {
  return readdirSync('/proc').flatMap((name): Row[] => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // After the program’s name, which may hold anything, come its state and its parent.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return [[Number(name), parent, readFileSync(`/proc/${name}/cmdline`, 'utf8')]];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

function fromPs(): Row[] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return listed.split('\n').map((line): Row => {
    const [id = '', parent = '', ...words] = line.trim().split(/\s+/);
    return [Number(id), Number(parent), words.join(' ')];
  });
}

describe('the server', () => {
  afterEach(closeAll);

  it('comes back when it is killed, and knows what was not yet saved', async () => {
    const document = await open('ar/harbour.txt');
    await judged(document);
    await setText(document, document.getText().replace('[ad_1]', 'سطر جديد من الميناء.'));
    await judged(document);
    const [server, ...others] = servers();
    assert.ok(server !== undefined && others.length === 0);
    process.kill(server, 'SIGKILL');
    await until('another one is there', () => servers().some((id) => id !== server));
    // Typed while nobody listened.
    await setText(document, `${document.getText()}\n\n[ad_3]`);
    await judged(document);
    assert.ok(shown(document).some(({ message }) => message.includes('[ad_3]')));
  });

  it('is started anew when the user wants it', async () => {
    const document = await open('ar/harbour.txt');
    await judged(document);
    const before = servers();
    await vscode.commands.executeCommand('copydesk.restartServer');
    await until('another one is there', () => servers().length === 1 && servers()[0] !== before[0]);
    await setText(document, `${document.getText()}\n\n[ad_3]`);
    await judged(document);
  });
});

import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { decode } from '../../server/formats/decode.ts';
import { Desk, objects } from '../cli/harness.ts';
import { inEditor } from './editor.ts';

const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url));

/** A configuration that changes what is found, by folder and by rule. */
const configuration = JSON.stringify({
  rules: { 'attribution/missing': 'hint', 'structure/headline-repeated': 'error' },
  overrides: [{ files: ['en/'], rules: { 'quotes/turned': 'off', 'residue/source-stub': 'information' } }],
});

const severities = ['error', 'warning', 'information', 'hint'];

/** One line a finding, from 1, so that the two faces can be held against each other. */
function shownInEditor(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .map(
      ({ range: { start }, code, severity, message }) =>
        `${String(start.line + 1)}:${String(start.character + 1)} ${severities[(severity ?? 0) - 1] ?? ''} ${String(code)} ${typeof message === 'string' ? message : message.value}`,
    )
    .sort();
}

function seedNames(): string[] {
  return readdirSync(seeds, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.txt') && !name.startsWith('.'),
  );
}

describe('the editor and the command line', () => {
  for (const [how, content] of [
    ['by default', '{}'],
    ['as configured', configuration],
  ] as const) {
    it(`find the same in every seed ${how}`, async () => {
      const desk = new Desk();
      try {
        cpSync(seeds, desk.folder, { recursive: true });
        desk.write('copydesk.json', content);
        const { out } = desk.run('check', '--format', 'jsonl', '.');
        const printed = new Map<string, Record<string, unknown>[]>();
        for (const object of objects(out)) {
          const file = String(object['file']);
          printed.set(file, [...(printed.get(file) ?? []), object]);
        }
        const names = seedNames();
        assert.ok(printed.size > 0 && [...printed.keys()].every((name) => names.includes(name)));
        await inEditor({ files: { 'copydesk.json': content } }, async (editor) => {
          for (const name of names) {
            const uri = editor.uri(name);
            await editor.open(uri, decode(readFileSync(`${seeds}${name}`)).text);
            const found = (printed.get(name) ?? []).map(
              ({ line, column, severity, rule, message }) =>
                `${String(line)}:${String(column)} ${String(severity)} ${String(rule)} ${String(message)}`,
            );
            assert.deepEqual(shownInEditor(await editor.pull(uri)), found.sort(), name);
          }
        });
      } finally {
        desk.remove();
      }
    });
  }

  it('find the same in records of every seed', async () => {
    const articles = seedNames().map((name) => decode(readFileSync(`${seeds}${name}`)).text);
    const records = articles.map((text, id) => {
      const [title = '', ...rest] = text.split(/\r?\n/);
      return { id, title, text: rest.join(id % 2 === 0 ? '\n' : '\r\n').trim() };
    });
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const files: Readonly<Record<string, string>> = {
      'all.jsonl': records.map((record) => `${JSON.stringify(record)}\n`).join(''),
      'all.json': JSON.stringify({ articles: records }, null, 2),
      'all.csv': `id,title,text\n${records.map(({ id, title, text }) => `${String(id)},${cell(title)},${cell(text)}\n`).join('')}`,
    };
    const content = '{ "records": ["all.*", "*.json"] }';
    const desk = new Desk().write('copydesk.json', content);
    try {
      for (const [name, text] of Object.entries(files)) desk.write(name, text);
      const printed = objects(desk.run('check', '--format', 'jsonl', '.').out);
      assert.deepEqual(new Set(printed.map(({ file }) => file)), new Set(Object.keys(files)));
      await inEditor({ files: { 'copydesk.json': content } }, async (editor) => {
        for (const refresh of ['workspace/diagnostic/refresh', 'workspace/codeLens/refresh'])
          editor.unheeded.add(refresh);
        for (const [name, text] of Object.entries(files)) {
          const uri = editor.uri(name);
          await editor.open(uri, text);
          let shown: Diagnostic[];
          do shown = await editor.pull(uri);
          while (editor.statuses.get(uri)?.records?.pending !== 0);
          const found = printed
            .filter(({ file }) => file === name)
            .map(
              ({ line, column, severity, rule, message }) =>
                `${String(line)}:${String(column)} ${String(severity)} ${String(rule)} ${String(message)}`,
            );
          assert.deepEqual(shownInEditor(shown), found.sort(), name);
        }
      });
    } finally {
      desk.remove();
    }
  });
});

import { articleOf } from './articles.ts';
import { measure, milliseconds, spread } from './measure.ts';
import { row, start } from './server.ts';

/** So many UTF-16 units of an article; corpora have them between one and ten thousand. */
const usual = 2_500;

/** A file of about that many megabytes (UTF-8), and where one of its records begins. */
function recordsOf(megabytes: number): { text: string; bytes: number; records: number } {
  const all = articleOf(megabytes * 600_000 + usual);
  const lines: string[] = [];
  let bytes = 0;
  for (let at = 0; bytes < megabytes * 1_000_000 && at < all.length; at += usual) {
    const text = all.slice(at, at + usual);
    const line = JSON.stringify({ id: lines.length, title: `العنوان ${String(lines.length)}`, text });
    bytes += Buffer.byteLength(line) + 1;
    lines.push(line);
  }
  return { text: `${lines.join('\n')}\n`, bytes, records: lines.length };
}

/** What somebody waits for who opens a file of many articles and types in it. */
export async function benchRecords(): Promise<void> {
  for (const megabytes of [1, 20, 45]) await benchFile(megabytes);
}

async function benchFile(megabytes: number): Promise<void> {
  const { text, bytes, records } = recordsOf(megabytes);
  console.log(`Server: JSON Lines of ${(bytes / 1e6).toFixed(1)} MB, ${String(records)} records`);
  const running = await start();
  const { connection } = running;
  const uri = 'file:///corpus/wire.jsonl';
  const textDocument = { uri };
  const ask = (method: string, more: object = {}): Promise<unknown> =>
    connection.sendRequest(`textDocument/${method}`, { textDocument, ...more });
  let pending = records;
  connection.onNotification('copydesk/articleStatus', (status: { records?: { pending: number } }) => {
    pending = status.records?.pending ?? 0;
  });
  const began = performance.now();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'jsonl', version: 1, text },
  });
  await ask('diagnostic');
  row('opened until the first problems are there', milliseconds(performance.now() - began));
  let version = 1;
  const line = records >> 1;
  const character = (text.split('\n')[line]?.indexOf('"text":"') ?? 0) + 200;
  const type = async (): Promise<void> => {
    const place = { line, character };
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start: place, end: place }, text: 'ب' }],
    });
    await ask('diagnostic');
  };
  row('keystroke meanwhile until its problems are there', spread(await measure(11, type)));
  while (pending > 0) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await ask('diagnostic');
  }
  row('opened until all are judged', milliseconds(performance.now() - began));
  row('keystroke until its problems are there', spread(await measure(31, type)));
  const place = { line, character };
  row('hover', spread(await measure(7, () => ask('hover', { position: place }))));
  row('outline', spread(await measure(3, () => ask('documentSymbol'))));
  row('lenses', spread(await measure(3, () => ask('codeLens'))));
  const context = { diagnostics: [], triggerKind: 2 };
  const range = { start: place, end: place };
  row('quick fixes at the cursor', spread(await measure(7, () => ask('codeAction', { range, context }))));
  const held = running.memory();
  if (held !== undefined) row('memory of the process', `${held.toFixed(0)} MB`);
  await running.end();
}

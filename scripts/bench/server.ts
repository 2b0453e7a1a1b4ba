import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { LineIndex } from '../../server/index.ts';
import { articleOf } from './articles.ts';
import { measure, milliseconds, spread } from './measure.ts';

/** The built server: what editors run is measured, with a real connection, not the sources. */
const program = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));

const capabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

interface Running {
  readonly connection: ProtocolConnection;
  /** From starting the process to the answer to `initialize`, in milliseconds. */
  readonly started: number;
  /** Megabytes that the process holds. */
  memory(this: void): number | undefined;
  end(this: void): Promise<void>;
}

export async function start(): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  const started = performance.now() - began;
  await connection.sendNotification('initialized', {});
  return {
    connection,
    started,
    memory: () => residentOf(child.pid),
    end: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}

/** What an editor waits for, as it stands between it and the server: starting, typing, asking. */
export async function benchServer(): Promise<void> {
  if (!existsSync(program)) throw new Error('dist/server.cjs is missing. Build it first: npm run build.');
  const start5 = await measure(5, async () => (await start()).end());
  console.log(`Server: started, initialized and ended  ${spread(start5)}`);
  for (const length of [3_000, 100_000, 1_000_000]) await benchArticle(length);
}

async function benchArticle(length: number): Promise<void> {
  console.log(`Server: an article of ${String(length)} characters`);
  const running = await start();
  const { connection } = running;
  const uri = 'file:///corpus/article.txt';
  const text = articleOf(length);
  const textDocument = { uri };
  const ask = (method: string, more: object = {}): Promise<unknown> =>
    connection.sendRequest(`textDocument/${method}`, { textDocument, ...more });

  const began = performance.now();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'news-article', version: 1, text },
  });
  await ask('diagnostic');
  row('opened until its problems are there', milliseconds(performance.now() - began));

  const lines = new LineIndex(text);
  const place = lines.placeAt(text.indexOf(' ', length / 2));
  let version = 1;
  const type = async (letter: string): Promise<void> => {
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start: place, end: place }, text: letter }],
    });
  };
  const runs = 31;
  const keystroke = await measure(runs, async () => {
    await type('ب');
    await ask('diagnostic');
  });
  row('keystroke until its problems are there', spread(keystroke));
  const mark = await measure(runs, async (run) => {
    await type(run % 2 === 0 ? '“' : '”');
    await ask('diagnostic');
  });
  row('the same where a quotation mark is typed', spread(mark));

  const whole = { start: { line: 0, character: 0 }, end: lines.placeAt(text.length) };
  const context = { diagnostics: [] };
  for (const [what, method, more] of [
    ['hover', 'hover', { position: place }],
    [
      'quick fixes at the cursor',
      'codeAction',
      { range: { start: place, end: place }, context: { ...context, triggerKind: 2 } },
    ],
    ['outline', 'documentSymbol', {}],
    ['semantic tokens of all of it', 'semanticTokens/full', {}],
    ['folds', 'foldingRange', {}],
  ] as const) {
    row(what, spread(await measure(7, () => ask(method, more))));
  }
  const safe = await measure(3, async () => {
    const [action] = (await ask('codeAction', {
      range: whole,
      context: { ...context, only: ['source.fixAll'] },
    })) as object[];
    if (action) await connection.sendRequest('codeAction/resolve', action);
  });
  row('everything safe fixed', spread(safe));
  const held = running.memory();
  if (held !== undefined) row('memory of the process', `${held.toFixed(0)} MB`);
  await running.end();
}

export function row(what: string, figure: string): void {
  console.log(`  ${what.padEnd(42)} ${figure}`);
}

/** Megabytes of a process that are in memory; undefined where the system does not tell. */
function residentOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
  } catch {
    return undefined;
  }
}

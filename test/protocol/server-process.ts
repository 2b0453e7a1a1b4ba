import { fork, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';

const built = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));
if (!existsSync(built)) throw new Error('dist/server.cjs is missing. Build it first: npm run build.');

/** A copy outside the checkout, so that building meanwhile disturbs no test and nothing beside it is needed. */
const copies = mkdtempSync(join(tmpdir(), 'copydesk-server-'));
chmodSync(copies, 0o755);
export const bundle = join(copies, 'server.cjs');
cpSync(built, bundle);
process.once('exit', () => {
  rmSync(copies, { recursive: true, force: true });
});

export type Transport = 'stdio' | 'node-ipc';

/** The built server as a process of its own, with a real connection to it. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly connection: MessageConnection;
  /** What it wrote to its standard error; anything is too much. */
  complaints = '';
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;

  constructor(
    transport: Transport,
    execArgv: readonly string[] = [],
    more: Readonly<Record<string, string>> = {},
  ) {
    const args = [`--${transport}`];
    const env = { PATH: process.env['PATH'], ...more };
    this.child =
      transport === 'stdio'
        ? spawn(process.execPath, [...execArgv, bundle, ...args], { env, stdio: 'pipe' })
        : fork(bundle, args, { env, stdio: 'pipe', execArgv: [...execArgv] });
    const { child } = this;
    this.ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        resolve(code ?? signal ?? 'unknown');
      });
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.complaints += text));
    this.connection =
      transport === 'stdio'
        ? createMessageConnection(
            new StreamMessageReader(pipe(child.stdout)),
            new StreamMessageWriter(pipe(child.stdin)),
          )
        : createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  }

  /** Writes bytes as they are, for what no well-behaved client sends. */
  write(bytes: string): void {
    pipe(this.child.stdin).write(bytes);
  }

  /** Writes messages in one go, so that the last has come when the first is read; waits for an answer to `id`. */
  async together(
    id: string,
    ...messages: readonly object[]
  ): Promise<{ readonly error?: { readonly code: number } }> {
    const output = pipe(this.child.stdout);
    let seen = '';
    const answer = new Promise<string>((resolve) => {
      const listen = (bytes: Buffer): void => {
        seen += bytes.toString();
        const found = new RegExp(`\\{"jsonrpc":"2.0","id":"${id}".*?\\}(?=Content-Length|$)`, 's').exec(seen);
        if (!found) return;
        output.off('data', listen);
        resolve(found[0]);
      };
      output.on('data', listen);
    });
    const frame = (message: object): string => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      return `Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`;
    };
    this.write(messages.map(frame).join(''));
    return JSON.parse(await answer) as { error?: { code: number } };
  }

  /** Ends it if a test left it running. */
  kill(): void {
    this.child.kill('SIGKILL');
  }
}

function pipe<T>(stream: T | null): T {
  if (!stream) throw new Error('The server has no such pipe.');
  return stream;
}

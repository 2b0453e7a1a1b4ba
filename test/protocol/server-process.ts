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

  constructor(transport: Transport) {
    const args = [`--${transport}`];
    const env = { PATH: process.env['PATH'] };
    this.child =
      transport === 'stdio'
        ? spawn(process.execPath, [bundle, ...args], { env, stdio: 'pipe' })
        : fork(bundle, args, { env, stdio: 'pipe' });
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

  /** Ends it if a test left it running. */
  kill(): void {
    this.child.kill('SIGKILL');
  }
}

function pipe<T>(stream: T | null): T {
  if (!stream) throw new Error('The server has no such pipe.');
  return stream;
}

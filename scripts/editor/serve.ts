import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, type AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { Runtime } from './runtime.ts';

/** A VS Code that is served on this machine alone. */
export interface EditorServer {
  /** The address of a window. Whoever does not know it can't get in: it holds a secret. */
  address(window: WindowOptions): string;
  stop(): Promise<void>;
  /** Settles when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
}

export interface WindowOptions {
  /** The folder that is opened, absolute. */
  readonly folder: string;
  readonly file?: string;
  /** The folder of an extension that is run as it stands there. */
  readonly extension?: string;
  /** The main file of a test suite, which the extension host runs. */
  readonly suite?: string;
  /** Whether extensions that are developed run in the browser, as where there is no machine behind the window. */
  readonly inBrowser?: boolean;
}

export interface ServeOptions {
  /** 0 or left out: any port that is free. */
  readonly port?: number;
  /** The folder for the server’s data and the user’s settings. */
  readonly data: string;
  /** Whether folders are trusted without asking; otherwise they open in Restricted Mode. */
  readonly trusted: boolean;
  readonly environment?: NodeJS.ProcessEnv;
  /** The language that the editor says it is in. Its own words stay English: no translation of them is at hand. */
  readonly locale?: string;
  readonly log?: (line: string) => void;
}

/** How long the server may take until it listens, in milliseconds. */
const patience = 60_000;

/** Starts VS Code’s server. @throws Error if it does not come up; its own words are in the message. */
export async function serve(runtime: Runtime, options: ServeOptions): Promise<EditorServer> {
  const port = options.port !== undefined && options.port !== 0 ? options.port : await freePort();
  writeSettings(options.data);
  if (options.locale !== undefined) writeLanguagePack(options.data, options.locale);
  const secret = randomBytes(16).toString('hex');
  const child = spawn(
    process.execPath,
    [
      runtime.server,
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', secret],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', options.data],
      ...(options.trusted ? ['--disable-workspace-trust'] : []),
      ...(options.locale === undefined ? [] : ['--locale', options.locale]),
      // Without it the workbench takes no extension and no suite from the page’s address.
      '--enable-smoke-test-driver',
    ],
    // A group of its own: the terminal’s Ctrl-C comes to us, and we end the server with all its children.
    { env: { ...process.env, ...options.environment }, stdio: ['ignore', 'pipe', 'pipe'], detached: grouped },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  // Whatever ends this process, the server and its children go with it.
  const atExit = (): void => {
    endGroup(child);
  };
  process.once('exit', atExit);
  const stop = async (): Promise<void> => {
    endGroup(child);
    await ended;
    process.off('exit', atExit);
  };
  await listening(child, options.log);
  const host = `127.0.0.1:${String(port)}`;
  return { address: (window) => addressOf(host, secret, window), stop, ended };
}

function addressOf(host: string, secret: string, window: WindowOptions): string {
  const { folder, file, extension, suite, inBrowser = false } = window;
  const here = (path: string): string => `vscode-remote://${host}${pathToFileURL(path).pathname}`;
  const payload = [
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', here(extension)]]),
    ...(suite === undefined ? [] : [['extensionTestsPath', here(suite)]]),
    ...(inBrowser ? [['extensionDevelopmentKind', 'web']] : []),
    ...(file === undefined ? [] : [['openFile', here(file)]]),
    ['skipWelcome', 'true'],
  ];
  const address = new URL(`http://${host}/`);
  address.searchParams.set('tkn', secret);
  address.searchParams.set('folder', pathToFileURL(folder).pathname);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

const grouped = process.platform !== 'win32';

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (grouped) process.kill(-child.pid, 'SIGKILL');
    else child.kill();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function listening(child: ChildProcess, log: ServeOptions['log']): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => {
      fail('VS Code’s server did not come up in a minute.');
    }, patience);
    const fail = (why: string): void => {
      clearTimeout(late);
      endGroup(child);
      reject(new Error(`${why} It said:\n${said}`));
    };
    const hear = (chunk: Buffer): void => {
      const text = chunk.toString();
      if (said.length < 10_000) said += text;
      for (const line of text.split('\n')) if (line !== '') log?.(line);
      if (said.includes('Extension host agent listening on')) {
        clearTimeout(late);
        resolve();
      }
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', (error) => {
      fail(error.message);
    });
    child.once('exit', (code) => {
      fail(`VS Code’s server ended at once, with exit code ${String(code)}.`);
    });
  });
}

/** A port that nobody listens on now. Another may take it until it is used; then starting again helps. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  return port;
}

/** A translation of the editor into a language, without a word in it: the editor takes no language without one. */
function writeLanguagePack(data: string, locale: string): void {
  const folder = join(data, 'data');
  const words = join(folder, 'no-words.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(words, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: locale,
    label: locale,
    extensions: [{ extensionIdentifier: { id: 'copydesk.no-words' }, version: '1.0.0' }],
    translations: { vscode: words },
  };
  writeFileSync(join(folder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

/** Settings of the machine that is served: no chat beside the articles, for nothing here talks to a model. */
function writeSettings(data: string): void {
  const folder = join(data, 'data', 'Machine');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ 'chat.disableAIFeatures': true }));
}

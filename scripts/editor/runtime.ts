import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * A real VS Code and a browser to show it in, from npm alone: what `npm start` and the editor suite run.
 * Their packages are pinned in test/vscode/runtime and kept apart from the project’s own, for they are large
 * and nobody who only builds the project needs them.
 */
export interface Runtime {
  /** The main file of VS Code’s server, for Node 24. */
  readonly server: string;
  /** Where its packages are, `playwright-core` among them. */
  readonly packages: string;
  /** The browser’s program, where npm has one for this machine. */
  readonly browser: string | undefined;
  /** The libraries that came with the browser, for machines that lack them. */
  readonly browserLibraries: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const named = join(root, 'test', 'vscode', 'runtime');
const cache = join(root, '.cache');

/** The one browser that npm carries whole is built for this. */
const hasBrowser = process.platform === 'linux' && process.arch === 'x64';

/**
 * Installs the runtime unless it is there already. It is made in a folder of its own and put in place by one
 * rename, so that an interrupted installation leaves nothing that looks whole, and of two at once one wins.
 * @throws Error when npm cannot install it; npm’s own words stand above on standard error.
 */
export async function installRuntime(): Promise<Runtime> {
  const place = join(cache, `editor-${wanted()}`);
  if (!existsSync(place)) {
    removeAbandoned();
    const building = join(cache, `building-${String(process.pid)}`);
    console.error(
      'Installing a VS Code for the tests and for “npm start”. This happens once; it takes half a minute.',
    );
    try {
      await build(building);
      renameSync(building, place);
    } catch (error) {
      // The other process was first: what it put there is the same.
      if (!existsSync(place)) throw error;
    } finally {
      rmSync(building, { recursive: true, force: true });
    }
  }
  const packages = join(place, 'node_modules');
  return {
    server: join(packages, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
    packages,
    browser: hasBrowser ? join(place, 'browser', 'chromium') : undefined,
    browserLibraries: join(place, 'browser', 'al2023', 'lib'),
  };
}

/** What the installation follows from, short enough for a folder’s name. */
function wanted(): string {
  const lock = readFileSync(join(named, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).update(process.platform).update(process.arch);
  return hash.digest('hex').slice(0, 16);
}

async function build(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    copyFileSync(join(named, file), join(folder, file));
  }
  npm(['ci'], folder);
  await Promise.all([
    // VS Code’s own packages, by the list that it brings. Its native ones are left unbuilt: nothing here needs them.
    npmBeside(['install', '--omit=dev'], join(folder, 'node_modules', 'code-server', 'lib', 'vscode')),
    hasBrowser ? unpackBrowser(folder) : undefined,
  ]);
}

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
const program = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const shell = process.platform === 'win32';

function npm(words: readonly string[], cwd: string): void {
  const { status } = spawnSync(program, [...words, ...quiet], { cwd, shell, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`“npm ${words.join(' ')}” failed in ${cwd}.`);
}

function npmBeside(words: readonly string[], cwd: string): Promise<void> {
  return finished(
    spawn(program, [...words, ...quiet], { cwd, shell, stdio: ['ignore', 2, 2] }),
    `“npm ${words.join(' ')}” in ${cwd}`,
  );
}

/**
 * The package unpacks its browser into the folder for temporary files, which is given to it here. It brings the
 * libraries along that a bare machine lacks, but unpacks them only where it is told that it runs on one.
 */
function unpackBrowser(folder: string): Promise<void> {
  const browser = join(folder, 'browser');
  mkdirSync(browser, { recursive: true });
  const entry = pathToFileURL(
    join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js'),
  ).href;
  const code = `import(${JSON.stringify(entry)}).then((chromium) => chromium.default.executablePath())`;
  return finished(
    spawn(process.execPath, ['-e', code], {
      env: { ...process.env, TMPDIR: browser, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
      stdio: ['ignore', 2, 2],
    }),
    'Unpacking the browser',
  );
}

function finished(child: ReturnType<typeof spawn>, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${what} failed.`));
    });
  });
}

/** Removes what interrupted installations left. */
function removeAbandoned(): void {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const owner = /^building-(\d+)$/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) {
      rmSync(join(cache, name), { recursive: true, force: true });
    }
  }
}

function isRunning(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installRuntime } from './editor/runtime.ts';
import { serve } from './editor/serve.ts';

/**
 * Builds, says what Copydesk finds in the seeds, and opens an editor on them with the extension as it stands
 * here: the user’s own VS Code, else one that is served on this machine alone.
 *   --no-open      serve and print the address, open nothing
 *   --port NUMBER  where to serve; any free port if left out
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const seeds = join(root, 'seeds');
const { open, port } = options();

run([join(root, 'scripts', 'build.ts')]);
console.log('What Copydesk finds in the seeds (“copydesk check seeds”):\n');
const checked = spawnSync(process.execPath, [join(root, 'dist', 'copydesk.cjs'), 'check', 'seeds'], {
  cwd: root,
  stdio: 'inherit',
});
// 1 is what it says when something was found, as it should be here.
if (checked.status !== 0 && checked.status !== 1) process.exit(checked.status ?? 2);

if (open && hasOwnEditor()) {
  console.log('\nOpening the seeds in your VS Code, with the extension as it stands here.');
  run(['--new-window', `--extensionDevelopmentPath=${root}`, seeds], 'code');
} else {
  await serveEditor();
}

function options(): { open: boolean; port: number } {
  try {
    const { values } = parseArgs({ options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } } });
    const wanted = Number(values.port ?? 0);
    if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
      throw new Error(`“${String(values.port)}” is no port. Give a number from 1 to 65535.`);
    }
    return { open: values['no-open'] !== true, port: wanted };
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

function run(args: readonly string[], program = process.execPath): void {
  const shell = program !== process.execPath && process.platform === 'win32';
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}

function hasOwnEditor(): boolean {
  const { status } = spawnSync('code', ['--version'], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

async function serveEditor(): Promise<void> {
  const runtime = await installRuntime();
  const server = await serve(runtime, { port, data: join(root, '.cache', 'start'), trusted: true });
  const address = server.address({
    folder: seeds,
    file: join(seeds, 'ar', 'harbour.txt'),
    extension: root,
  });
  console.log('\nAn editor with the extension is at this address, for this machine alone. Ctrl-C ends it.\n');
  console.log(`  ${address}\n`);
  if (open) openInBrowser(address);
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
  });
  const byItself = await Promise.race([server.ended.then(() => true), asked.then(() => false)]);
  await server.stop();
  if (byItself) console.error('The editor’s server ended by itself. Run “npm start” to start it again.');
  process.exit(byItself ? 1 : 0);
}

/** Opens the address where a browser can be seen; it stands printed for every other case. */
function openInBrowser(address: string): void {
  const program =
    process.platform === 'darwin'
      ? 'open'
      : process.platform !== 'win32' && (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
        ? 'xdg-open'
        : undefined;
  if (program === undefined) return;
  spawn(program, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

// Runs one of the project's scripts on a machine that has nothing but Node 20 and npm:
//   node scripts/bootstrap.mjs scripts/test.ts [arguments]
// It installs what package-lock.json names, unless that stands installed already, and then hands over to the
// Node 24 among those packages, which reads TypeScript as it is. This file alone must run on the older Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('../', import.meta.url));
const marker = join(root, 'node_modules', '.installed-from');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What the installed packages follow from. */
function wanted() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(process.platform).update(process.arch).digest('hex');
}

function isInstalled() {
  return existsSync(node) && existsSync(marker) && readFileSync(marker, 'utf8') === wanted();
}

function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  if (signal) process.kill(process.pid, signal);
  return status ?? 1;
}

function install() {
  console.error('Installing what package-lock.json names. This happens once; it takes about half a minute.');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const shell = process.platform === 'win32';
  // No package’s own scripts are run but that of “node”, which fetches Node 24 as a package for this platform.
  const steps = [
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    ['rebuild', 'node', '--no-audit', '--no-fund', '--loglevel=error'],
  ];
  for (const step of steps) {
    const status = run(npm, step, { shell, stdio: ['ignore', 2, 2] });
    if (status !== 0) {
      console.error(`“npm ${step[0]}” failed, so nothing was run. What npm said stands above.`);
      process.exit(status);
    }
  }
  writeFileSync(marker, wanted());
}

if (!isInstalled()) install();
const script = spawn(node, process.argv.slice(2), {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, COPYDESK_NODE: node },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => script.kill(signal));
// npm may be ended without a word to its children: what it ran shall not live on unseen.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) script.kill('SIGTERM');
}, 500).unref();
script.once('error', (error) => {
  throw error;
});
script.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});

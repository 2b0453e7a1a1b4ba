// npm runs this when the package is packed, and when it is installed from its repository, as pre-commit does it: builds
// what is not committed. It must run on Node 20, and print nothing to standard output, which npm answers on.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (existsSync(node) && existsSync(join(root, 'node_modules', 'esbuild'))) {
  const { status } = spawnSync(node, [join(root, 'scripts', 'build.ts'), '--production'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  process.exitCode = status ?? 1;
} else if (!existsSync(join(root, 'dist', 'copydesk.cjs'))) {
  console.error(
    'What builds Copydesk is not installed, so nothing was built. “npm run build” installs it and builds.',
  );
}

import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

/** Builds for production and makes `copydesk.vsix`, the extension as it is installed and published. */

const root = fileURLToPath(new URL('../', import.meta.url));
const packagePath = join(root, 'copydesk.vsix');

/** So much, in bytes, is downloaded by each user with each version; more is a mistake. */
const most = 1_500_000;

const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts'), '--production'], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);
// The bundles hold what they need of the packages.
await createVSIX({ cwd: root, packagePath, dependencies: false });
const { size } = statSync(packagePath);
console.log(
  `copydesk.vsix has ${String(Math.ceil(size / 1000))} kB. Install it: code --install-extension copydesk.vsix`,
);
if (size > most) {
  console.error(
    `That is more than the ${String(most / 1000)} kB that it may have. Look what “vsce ls” lists.`,
  );
  process.exitCode = 1;
}

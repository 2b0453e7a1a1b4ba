import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import type { Runtime } from '../../scripts/editor/runtime.ts';

/**
 * Packages the bundles as they stand, installs the package into a VS Code that is not yet running, and gives the
 * folder of an extension that does nothing: VS Code runs a suite only beside one that is being developed.
 */
export async function installPackage(runtime: Runtime, data: string): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  mkdirSync(data, { recursive: true });
  const packagePath = join(data, 'copydesk.vsix');
  await createVSIX({ cwd: root, packagePath, dependencies: false });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      runtime.server,
      '--server-data-dir',
      data,
      '--accept-server-license-terms',
      '--install-extension',
      packagePath,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The package could not be installed.\n${stdout}${stderr}`);
  const idle = join(data, 'idle');
  mkdirSync(idle);
  const manifest = { name: 'idle', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } };
  writeFileSync(join(idle, 'package.json'), JSON.stringify(manifest));
  return idle;
}

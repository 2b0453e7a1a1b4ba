import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the suite as VS Code wants it, and gives its path. */
export async function bundleSuite(): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const outfile = `${root}out/editor-suite.cjs`;
  await build({
    absWorkingDir: root,
    entryPoints: ['test/vscode/suite/index.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    mainFields: ['module', 'main'],
    sourcemap: 'inline',
    logLevel: 'warning',
    outfile,
  });
  return outfile;
}

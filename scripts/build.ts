import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { leanBundle } from './lean-bundle.ts';

/**
 * Bundles the command line, the language server and the extension into `dist/`. `--production` leaves the
 * source maps out, as the package wants it.
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const production = process.argv.includes('--production');

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // The oldest runtimes that are promised: Node 20 for the command line, VS Code’s own for the rest.
  target: 'node20',
  minify: true,
  keepNames: false,
  sourcemap: !production,
  sourcesContent: false,
  legalComments: 'linked',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  plugins: [leanBundle],
};

const bundles: readonly BuildOptions[] = [
  {
    ...shared,
    entryPoints: { copydesk: 'server/cli/main.ts', 'command-line': 'server/cli/command-line.ts' },
  },
  { ...shared, entryPoints: { server: 'server/lsp/node.ts' } },
  { ...shared, entryPoints: { extension: 'client/extension.ts' }, external: ['vscode'] },
];

/** What runs in the page of the proof view. */
const page: BuildOptions = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  entryPoints: { proof: 'client/proof/page/page.ts' },
  outdir: 'dist',
};

rmSync(`${root}dist`, { recursive: true, force: true });
await Promise.all([
  ...bundles.map((bundle) => build({ ...bundle, outdir: 'dist', outExtension: { '.js': '.cjs' } })),
  build(page),
]);

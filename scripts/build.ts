import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { apart } from './apart.ts';
import { clientApart } from './client-apart.ts';
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
    plugins: [apart, leanBundle],
    entryPoints: { copydesk: 'server/cli/main.ts', 'command-line': 'server/cli/command-line.ts' },
  },
  // It runs in a browser’s worker as well, where what needs Node is never reached.
  { ...shared, conditions: ['browser'], entryPoints: { server: 'server/lsp/server.ts' } },
  {
    ...shared,
    plugins: [clientApart, leanBundle],
    entryPoints: { extension: 'client/extension.ts', 'language-client': 'client/language-client-node.ts' },
    external: ['vscode'],
    // Loaded as the extension itself is; the loader of ES modules takes longer.
    supported: { 'dynamic-import': false },
  },
];

const inBrowser: BuildOptions = { ...shared, platform: 'browser', target: 'es2022', outdir: 'dist' };

/** What runs in a browser: the pages of the extension’s views, and the extension itself where there is no Node. */
const browserBundles: readonly BuildOptions[] = [
  {
    ...inBrowser,
    format: 'iife',
    entryPoints: { proof: 'client/proof/page/page.ts', report: 'client/report/page/page.ts' },
  },
  {
    ...inBrowser,
    // By the ending VS Code knows that it is no ES module, which its host in a browser can’t load.
    format: 'cjs',
    mainFields: ['browser', 'module', 'main'],
    entryPoints: { 'extension-browser': 'client/extension-browser.ts' },
    external: ['vscode'],
    outExtension: { '.js': '.cjs' },
  },
];

rmSync(`${root}dist`, { recursive: true, force: true });
await Promise.all([
  ...bundles.map((bundle) => build({ ...bundle, outdir: 'dist', outExtension: { '.js': '.cjs' } })),
  ...browserBundles.map((bundle) => build(bundle)),
]);

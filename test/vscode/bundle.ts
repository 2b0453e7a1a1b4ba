import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { leanBundle } from '../../scripts/lean-bundle.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  mainFields: ['module', 'main'],
  sourcemap: 'inline',
  logLevel: 'warning',
};

/** Bundles the suite as VS Code wants it, and gives its path. */
export async function bundleSuite(): Promise<string> {
  const outfile = `${root}out/editor-suite.cjs`;
  await build({
    ...shared,
    entryPoints: ['test/vscode/suite/index.ts'],
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    outfile,
  });
  return outfile;
}

/** The same of the suite for the extension host in a browser, in `out/browser-suite.cjs`. */
export async function bundleBrowserSuite(): Promise<void> {
  // Mocha’s build for browsers is a script, which makes itself known to all where it finds no module’s exports.
  const mocha = readFileSync(`${root}node_modules/mocha/mocha.js`, 'utf8');
  await build({
    ...shared,
    entryPoints: ['test/vscode/suite/in-browser.ts'],
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    // What reads configurations can’t be loaded in a worker of VS Code’s, and is not needed.
    plugins: [leanBundle],
    banner: { js: `((exports, module) => {${mocha}\n})();` },
    outfile: `${root}out/browser-suite.cjs`,
  });
}

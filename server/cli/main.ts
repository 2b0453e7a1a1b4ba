#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { loadCompiled } from './compiled.ts';
import { sayAgain } from './remembered-run.ts';
import { version } from './version.ts';

/**
 * The program’s first file, small so that what it can answer at once costs nothing, and so that Node can
 * remember the other one compiled: that works only for files loaded after it was asked to.
 */
function start(args: readonly string[]): void {
  const [only, ...more] = args;
  if (more.length === 0 && (only === '--version' || only === '-V')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const folder = cacheFolder();
  const exitCode = folder === undefined ? undefined : sayAgain(folder, args);
  if (exitCode !== undefined) {
    process.exitCode = exitCode;
    return;
  }
  const file = join(dirname(__filename), 'command-line.cjs');
  const remember = nodeModule.enableCompileCache as typeof nodeModule.enableCompileCache | undefined;
  if (folder === undefined) nodeModule.createRequire(__filename)(file);
  else {
    // Node 20 has no such function. It is for what is loaded after it, the packages that few runs need.
    remember?.(folder);
    loadCompiled(file, folder);
  }
}

start(process.argv.slice(2));

#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { cacheFolder } from './cache-folder.ts';
import { version } from './version.ts';

/**
 * The program’s first file, small so that what it can answer at once costs nothing, and so that Node can
 * remember the other one compiled: that works only for files loaded after it was asked to.
 */
const [only, ...more] = process.argv.slice(2);
if (more.length === 0 && (only === '--version' || only === '-V')) {
  process.stdout.write(`${version}\n`);
} else {
  // Node 20 has no such function.
  const remember = nodeModule.enableCompileCache as typeof nodeModule.enableCompileCache | undefined;
  const folder = cacheFolder();
  if (folder !== undefined) remember?.(folder);
  nodeModule.createRequire(__filename)('./command-line.cjs');
}

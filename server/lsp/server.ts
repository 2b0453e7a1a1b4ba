/**
 * The server in one file that runs wherever it is started, so that an extension for both carries it once: as a
 * program of Node’s, or as a worker of a browser’s.
 */
const { process: program } = globalThis as { readonly process?: NodeJS.Process };
void (program?.versions.node === undefined ? import('./browser.ts') : import('./node.ts'));

import type { Plugin } from 'esbuild';

/**
 * Leaves what talks to the language server in a file of its own, `language-client.cjs`: VS Code reads the extension’s
 * main file for any plain text, and most of it would be that. A browser’s extension host loads one file alone; there
 * the bundle holds it and runs it when it is first needed.
 */
export const clientApart: Plugin = {
  name: 'client-apart',
  setup(build) {
    build.onResolve({ filter: /\/language-client-node\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './language-client.cjs', external: true } : undefined,
    );
  },
};

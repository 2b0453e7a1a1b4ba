import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { Session } from '../session.ts';

const examples = `
Any editor that speaks the Language Server Protocol can start it, by standard input and output.

Examples:
  copydesk lsp     what the editor is to run: ["copydesk", "lsp"], for files that end in .txt`;

/** `copydesk lsp`: the language server, for editors. */
export function addLsp(program: Command, session: Session): void {
  program
    .command('lsp')
    .summary('start the language server, for editors')
    .description('Starts the language server on standard input and output.')
    // Editors add it by habit; there is no other way here.
    .option('--stdio', 'speak by standard input and output, as it does anyway')
    .addHelpText('after', examples)
    .action(async () => {
      const server = join(dirname(__filename), 'server.cjs');
      if (!existsSync(server)) {
        await session.fail(
          '',
          'The language server is missing from this installation. Install Copydesk again.',
        );
        return;
      }
      // The server reads how it is spoken to from the arguments.
      process.argv = [...process.argv.slice(0, 2), '--stdio'];
      createRequire(__filename)(server);
      await new Promise((resolve) => process.stdin.once('close', resolve));
    });
}

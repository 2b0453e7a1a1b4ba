import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * Measures how fast Copydesk is: `npm run bench`, or some parts alone: `npm run bench -- engine cli`. It only
 * measures; nothing here can fail for being slow.
 */

const parts: Readonly<Record<string, () => Promise<void>>> = {
  engine: async () => (await import('./bench/engine.ts')).benchEngine(),
  server: async () => (await import('./bench/server.ts')).benchServer(),
  records: async () => (await import('./bench/records.ts')).benchRecords(),
  cli: async () => (await import('./bench/cli.ts')).benchCommandLine(),
  formats: async () => {
    (await import('./bench/formats.ts')).benchFormats();
  },
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(
    `There is nothing to measure called “${unknown.join('”, “')}”. There are: ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(2);
}
// The server and the command line are measured as they are shipped.
execFileSync(process.execPath, [fileURLToPath(new URL('build.ts', import.meta.url))], { stdio: 'inherit' });
const [processor] = cpus();
console.log(
  `Node ${process.version}, ${String(cpus().length)} cores${processor ? `, ${processor.model}` : ''}`,
);
for (const [name, bench] of Object.entries(parts)) {
  if (names.length === 0 || names.includes(name)) await bench();
}

import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Measures how fast Copydesk is: `npm run bench`, or some parts alone: `npm run bench -- engine cli`. It only
 * measures; nothing here can fail for being slow. `peers` installs other programs into bench/, `growth` and `sizes`
 * take minutes: they run only when they are named. `--svg PATH` says where the drawing of `growth` goes.
 */

const parts: Readonly<Record<string, () => Promise<void>>> = {
  engine: async () => (await import('./bench/engine.ts')).benchEngine(),
  server: async () => (await import('./bench/server.ts')).benchServer(),
  records: async () => (await import('./bench/records.ts')).benchRecords(),
  cli: async () => {
    (await import('./bench/cli.ts')).benchCommandLine();
  },
  formats: async () => {
    (await import('./bench/formats.ts')).benchFormats();
  },
  sizes: async () => {
    (await import('./bench/formats.ts')).benchSizes();
  },
  editor: async () => (await import('./bench/editor.ts')).benchEditor(),
  peers: async () => {
    (await import('./bench/peers.ts')).benchPeers();
  },
  growth: async () => {
    (await import('./bench/growth.ts')).benchGrowth(values.svg);
  },
};

/** Parts that run only when they are named. */
const onDemand: readonly string[] = ['peers', 'growth', 'sizes'];

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { svg: { type: 'string' } },
});
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
  const wanted = names.length === 0 ? !onDemand.includes(name) : names.includes(name);
  if (wanted) await bench();
}

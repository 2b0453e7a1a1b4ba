import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../dist/', import.meta.url));
if (!existsSync(join(built, 'copydesk.cjs')))
  throw new Error('dist/copydesk.cjs is missing. Build it first: npm run build.');

/** A copy outside the checkout, so that building meanwhile disturbs no test and every user may read it. */
const copies = mkdtempSync(join(tmpdir(), 'copydesk-cli-'));
chmodSync(copies, 0o755);
export const bundle = join(copies, 'copydesk.cjs');
for (const name of ['copydesk.cjs', 'command-line.cjs', 'apart', 'server.cjs']) {
  if (existsSync(join(built, name))) cpSync(join(built, name), join(copies, name), { recursive: true });
}
process.once('exit', () => {
  rmSync(copies, { recursive: true, force: true });
});

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly bytes: Buffer;
}

interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as a user without any rights, as far as the tests' own user may choose one. */
  readonly powerless?: boolean;
}

/** A folder of its own for one test, and the program run in it. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'copydesk-test-'));
  /** Where the program keeps what it can make again; never the cache of whoever runs the tests. */
  readonly cache = mkdtempSync(join(tmpdir(), 'copydesk-cache-'));

  constructor() {
    // So that the powerless user may look inside.
    chmodSync(this.folder, 0o755);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): this {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
    return this;
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  bytes(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  run(...args: string[]): Ended {
    return this.runWith({}, ...args);
  }

  runWith({ input = '', env = {}, powerless = false }: RunOptions, ...args: string[]): Ended {
    const nobody = powerless && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const ended = spawnSync(process.execPath, [bundle, ...args], {
      cwd: this.folder,
      input,
      env: { PATH: process.env['PATH'], COPYDESK_CACHE: this.cache, ...env },
      maxBuffer: 2 ** 30,
      ...nobody,
    });
    if (ended.error) throw ended.error;
    return {
      code: ended.status,
      out: ended.stdout.toString(),
      err: ended.stderr.toString(),
      bytes: ended.stdout,
    };
  }

  remove(): void {
    for (const folder of [this.folder, this.cache]) rmSync(folder, { recursive: true, force: true });
  }
}

/** The objects of a JSON Lines output. */
export function objects(out: string): Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Only this rule runs in most tests, so that they stand whatever other rules come to find. */
export const markerOnly = ['--rule', 'residue/importer-marker'];

const sentence = 'وصل الوفد إلى المدينة صباح اليوم بعد رحلة طويلة استغرقت ثلاثة أيام كاملة.';
export const clean = `عنوان الخبر الأول\n\n${sentence}\n\n${sentence} وغادر في المساء.\n`;
/** `clean` with an importer's markers, which fixing takes away again. */
export const dirty = `عنوان الخبر الأول\n\n[ad_1]\n\n${sentence}\n\n${sentence} وغادر في المساء.\n`;

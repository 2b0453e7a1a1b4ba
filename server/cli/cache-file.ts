import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Days after which what was not made anew is thrown away, and days between two sweeps. */
const lifetime = 30;
const betweenSweeps = 1;

/**
 * Writes a file of the cache, whole or not at all, where that is possible: another run that writes it at the same time
 * wins or loses whole.
 */
export function writeCacheFile(path: string, content: string | Uint8Array): void {
  const beside = `${path}.${String(process.pid)}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(beside, content, { mode: 0o600 });
    renameSync(beside, path);
  } catch {
    removeQuietly(beside);
  }
}

/** Once a day, throws away what is old in a folder. */
export function sweep(folder: string): void {
  const stamp = join(folder, 'swept');
  const now = Date.now();
  try {
    if (daysSince(statSync(stamp).mtimeMs, now) < betweenSweeps) return;
    utimesSync(stamp, new Date(now), new Date(now));
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (name !== 'swept' && daysSince(statSync(path).mtimeMs, now) > lifetime) rmSync(path);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') writeQuietly(stamp);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where there is no folder there is no file.
  }
}

function writeQuietly(path: string): void {
  try {
    writeFileSync(path, '');
  } catch {
    // A cache that can't be written is none.
  }
}

function daysSince(time: number, now: number): number {
  return (now - time) / 86_400_000;
}

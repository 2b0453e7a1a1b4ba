import { readFileSync, statSync } from 'node:fs';
import nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import zlib from 'node:zlib';
import { sweep, writeCacheFile } from './cache-file.ts';
import { version } from './version.ts';

/** A longer run (ms) has let go of what it needed only at its start, so that it is not the one to remember. */
const longest = 5_000;

/** What of the loaded file this one asks. */
interface Loaded {
  /** What was done so far that needs code which other runs may not have needed. */
  readonly deeds?: () => readonly string[];
}

/** The beginning of a file of compiled code: its checksum, and the deeds whose code is in it. */
interface Head {
  readonly checksum: number;
  readonly deeds: readonly string[];
}

/**
 * Loads a file as `require` does, with what earlier runs had compiled of it. Node's own memory of compiled code
 * holds only what runs when a file is loaded; here it holds all that was called, which is most of what a short run
 * takes its time for.
 *
 * @param file absolute path of a CommonJS file beside this one
 */
export function loadCompiled(file: string, cacheFolder: string): void {
  const require = nodeModule.createRequire(file);
  // Compiled code that was damaged on the disk would end the process. Older releases of Node 20 have no such function.
  const checksumOf = zlib.crc32 as typeof zlib.crc32 | undefined;
  if (!checksumOf) {
    require(file);
    return;
  }
  const place = placeOf(file, cacheFolder);
  const known = read(place, checksumOf);
  const script = new Script(nodeModule.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(known && { cachedData: known.code }),
  });
  const loaded: { exports: Loaded } = { exports: {} };
  const run = script.runInThisContext() as (
    exports: Loaded,
    ...rest: readonly [typeof require, typeof loaded, string, string]
  ) => void;
  process.once('exit', () => {
    const deeds = loaded.exports.deeds?.() ?? [];
    const before = known && script.cachedDataRejected !== true ? known.deeds : undefined;
    if (deeds.length === 0) return;
    if (before && deeds.every((deed) => before.includes(deed))) return;
    if (performance.now() > longest) return;
    write(
      place,
      { deeds: [...new Set([...(before ?? []), ...deeds])], code: script.createCachedData() },
      checksumOf,
    );
  });
  run.call(loaded.exports, loaded.exports, require, loaded, file, dirname(file));
}

interface Known {
  readonly deeds: readonly string[];
  readonly code: Buffer;
}

/** Where the code of this very file for this very Node stands: V8 looks only whether the length is the same. */
function placeOf(file: string, cacheFolder: string): string {
  const { size, mtimeMs } = statSync(file);
  const name = [version, size, mtimeMs, process.version, process.arch].join('-');
  return join(cacheFolder, 'code', name);
}

function read(place: string, checksumOf: typeof zlib.crc32): Known | undefined {
  try {
    const bytes = readFileSync(place);
    const start = bytes.indexOf(10) + 1;
    const { checksum, deeds } = JSON.parse(bytes.toString('utf8', 0, start)) as Head;
    const code = bytes.subarray(start);
    return checksumOf(code) === checksum ? { deeds, code } : undefined;
  } catch {
    // There is none, or it is damaged: it is only ever a help.
    return undefined;
  }
}

function write(place: string, { deeds, code }: Known, checksumOf: typeof zlib.crc32): void {
  const head: Head = { checksum: checksumOf(code), deeds };
  writeCacheFile(place, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), code]));
  sweep(dirname(place));
}

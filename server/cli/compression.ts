import zlib from 'node:zlib';
import { compressionOf, type Compression } from '../formats/format-name.ts';

/** More bytes than this are not unpacked at once; they could not be one text either. */
const most = 1_000_000_000;

const tooMuch =
  'Unpacked it is larger than 1 GB, which is more than can be read at once. Unpack it into a .jsonl file, which is read in parts, or cut it into smaller files.';

/** What Node 20 and the first ones of 22 have not. */
const zstd = (): Partial<Pick<typeof zlib, 'zstdDecompressSync' | 'zstdCompressSync'>> => zlib;

/**
 * A file's bytes as its format has them: unpacked if its name says that it is compressed.
 *
 * @throws Error with a sentence for people where they are cut off, damaged, too many, or compressed in a way
 *   that this version of Node doesn't know.
 */
export function unpacked(path: string, bytes: Uint8Array): Uint8Array {
  const compression = compressionOf(path);
  if (compression === undefined || bytes.length === 0) return bytes;
  refuseUnknown(compression);
  try {
    return compression === 'gzip' ? zlib.gunzipSync(bytes, { maxOutputLength: most }) : unpackFrames(bytes);
  } catch (error) {
    throw new Error(
      sayUnpacking(error, compression, () => readablePart(compression, bytes)),
      { cause: error },
    );
  }
}

/** @throws Error with a sentence for people where this version of Node doesn't know the compression. */
export function refuseUnknown(compression: Compression): void {
  if (compression !== 'zstd' || zstd().zstdDecompressSync) return;
  throw new Error(
    `It is compressed with zstd, which Node reads from version 22.15 on, and this is ${process.version}. Use a newer Node, or unpack it first: zstd -d FILE`,
  );
}

/** So many bytes of a file are enough to know its format by. */
export const enoughToKnow = 65_536;

/** The beginning of a file by which its format can be known. */
export function beginningOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, enoughToKnow));
}

/** The same of a compressed file that has begun so; nothing where it can't be told. */
export function packedBeginning(compression: Compression, bytes: Uint8Array): string {
  if (compression !== 'gzip') return '';
  try {
    return beginningOf(zlib.gunzipSync(bytes, { finishFlush: zlib.constants.Z_SYNC_FLUSH }));
  } catch {
    return '';
  }
}

/** Bytes compressed as the file of this name is. */
export function packed(path: string, bytes: Uint8Array): Uint8Array {
  switch (compressionOf(path)) {
    case 'gzip':
      return zlib.gzipSync(bytes);
    case 'zstd':
      refuseUnknown('zstd');
      return zstd().zstdCompressSync?.(bytes) ?? bytes;
    case undefined:
      return bytes;
  }
}

/** Programs that compress with several threads write one frame after the other; Node unpacks one at a time. */
function unpackFrames(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let done = 0; done < bytes.length;) {
    // With `info`, which the types leave out, the answer says how many bytes were taken.
    const options = { info: true, maxOutputLength: Math.max(1, most - size) };
    const answer = zstd().zstdDecompressSync?.(bytes.subarray(done), options) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    parts.push(answer.buffer);
    size += answer.buffer.length;
    if (answer.engine.bytesWritten === 0) break;
    done += answer.engine.bytesWritten;
  }
  return Buffer.concat(parts);
}

/** Why bytes can't be unpacked, for a person. `before`: what could be. */
export function sayUnpacking(
  error: unknown,
  compression: Compression,
  before: () => { readonly bytes: number; readonly lines: number } | undefined,
): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooMuch;
  const part = before();
  const where =
    part === undefined || part.bytes === 0
      ? 'from its beginning'
      : `after ${part.bytes.toLocaleString('en')} unpacked bytes, in line ${(part.lines + 1).toLocaleString('en')}`;
  const what =
    code === 'Z_BUF_ERROR'
      ? `It is cut off: its ${compression} data end in the middle, ${where}`
      : `Its ${compression} data are damaged, or are none, ${where}`;
  return `${what}. Nothing was changed. Fetch it again.`;
}

/** How many lines of a text in UTF-8 end. */
function lineCount(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** How much of damaged data can be unpacked. */
function readablePart(
  compression: Compression,
  bytes: Uint8Array,
): { bytes: number; lines: number } | undefined {
  if (compression !== 'gzip') return undefined;
  try {
    const part = zlib.gunzipSync(bytes, {
      finishFlush: zlib.constants.Z_SYNC_FLUSH,
      maxOutputLength: most,
    });
    return { bytes: part.length, lines: lineCount(part) };
  } catch {
    return undefined;
  }
}

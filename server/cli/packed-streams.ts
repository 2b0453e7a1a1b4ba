import { once } from 'node:events';
import { pipeline, type Readable } from 'node:stream';
import zlib from 'node:zlib';
import type { Compression } from '../formats/format-name.ts';
import { refuseUnknown } from './compression.ts';

/** What Node 20 and the first ones of 22 have not. */
const { createZstdCompress, createZstdDecompress } = zlib as Partial<
  Pick<typeof zlib, 'createZstdCompress' | 'createZstdDecompress'>
>;

/**
 * A compressed stream unpacked, in portions of so many bytes.
 *
 * @throws Error of the streams, or with a sentence for people where this version of Node can’t do it.
 */
export function unpacking(
  packed: Readable,
  compression: Compression,
  chunkSize: number,
): AsyncIterable<Uint8Array> {
  refuseUnknown(compression);
  if (compression === 'zstd') return unpackingFrames(packed, chunkSize);
  // Errors of either stream come out of the iteration.
  return pipeline(packed, zlib.createGunzip({ chunkSize }), () => undefined);
}

/** Node’s stream ends with the first frame whose end is not that of a portion; what follows is given to another. */
async function* unpackingFrames(packed: Readable, chunkSize: number): AsyncGenerator<Uint8Array> {
  let frame = new ZstdFrames(chunkSize);
  for await (const chunk of packed) {
    for (let rest = chunk as Uint8Array; ;) {
      rest = rest.subarray(await frame.add(rest));
      if (rest.length === 0) break;
      await frame.end();
      yield* frame.taken();
      frame = new ZstdFrames(chunkSize);
    }
    yield* frame.taken();
  }
  await frame.end();
  yield* frame.taken();
}

/** Unpacks one frame, or several whose ends are those of portions. */
class ZstdFrames {
  readonly #unpacker: zlib.ZstdDecompress | undefined;
  readonly #failing: Promise<never>;
  readonly #ended: Promise<unknown>;
  #ready: Uint8Array[] = [];

  constructor(chunkSize: number) {
    const unpacker = (this.#unpacker = createZstdDecompress?.({ chunkSize }));
    this.#failing = new Promise((_, fail) => unpacker?.once('error', fail));
    this.#ended = new Promise<void>((done) => unpacker?.once('end', done));
    this.#failing.catch(() => undefined);
    unpacker?.on('data', (chunk: Uint8Array) => this.#ready.push(chunk));
  }

  /** @returns How many of the bytes were taken. @throws Error where they can’t be unpacked. */
  async add(bytes: Uint8Array): Promise<number> {
    const unpacker = this.#unpacker;
    const before = unpacker?.bytesWritten ?? 0;
    const given = new Promise<void>((done) => {
      unpacker?.write(bytes, () => {
        done();
      });
    });
    await Promise.race([given, this.#failing]);
    return (unpacker?.bytesWritten ?? 0) - before;
  }

  /** @throws Error where the frame is cut off. */
  async end(): Promise<void> {
    this.#unpacker?.end();
    await Promise.race([this.#ended, this.#failing]);
  }

  /** What was unpacked since this was asked for last. */
  taken(): Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}

/** Packs bytes one portion after the other into one stream. */
export class Packing {
  readonly #packer: zlib.Gzip | zlib.ZstdCompress;
  readonly #failing: Promise<never>;

  /** @param take Called with what is packed, in order. */
  constructor(compression: Compression, take: (bytes: Uint8Array) => void) {
    refuseUnknown(compression);
    this.#packer = compression === 'zstd' && createZstdCompress ? createZstdCompress() : zlib.createGzip();
    this.#failing = new Promise((_, fail) => {
      this.#packer.once('error', fail);
      this.#packer.on('data', (bytes: Uint8Array) => {
        try {
          take(bytes);
        } catch (error) {
          fail(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    this.#failing.catch(() => undefined);
  }

  /** @throws Error if it can’t be packed or was not taken. */
  async add(bytes: Uint8Array): Promise<void> {
    const done = new Promise<void>((written) => {
      this.#packer.write(bytes, () => {
        written();
      });
    });
    await Promise.race([done, this.#failing]);
  }

  /** @throws Error as `add`. */
  async end(): Promise<void> {
    this.#packer.end();
    await Promise.race([once(this.#packer, 'end'), this.#failing]);
  }

  discard(): void {
    this.#packer.destroy();
  }
}

import { closeSync, fstatSync, openSync, readFileSync, type BigIntStats } from 'node:fs';

/** A file's bytes, and what of the file changes whenever they do. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly identity: string;
}

/**
 * All bytes of a file.
 *
 * @throws Error whose message is for people, or a system error, if it can't be read or changes meanwhile.
 */
export function readWhole(path: string): Content {
  const file = openSync(path, 'r');
  try {
    const before = fstatSync(file, { bigint: true });
    const bytes = readFileSync(file);
    const after = fstatSync(file, { bigint: true });
    if (!sameContent(before, after) || BigInt(bytes.length) !== after.size) throw new Error(sentence);
    return { bytes, identity: identityOf(after) };
  } finally {
    closeSync(file);
  }
}

const sentence =
  'It changed while it was read, so what was read may be half old and half new. ' +
  'Run again when no other program writes to it.';

function sameContent(one: BigIntStats, other: BigIntStats): boolean {
  return one.size === other.size && one.mtimeNs === other.mtimeNs && one.ino === other.ino;
}

/** What of a file changes whenever its content does, as far as the system tells. */
export function identityOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].map((part) => part.toString(36)).join('.');
}

/** All bytes of standard input. */
export async function readInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

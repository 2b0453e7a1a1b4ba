import { createHash } from 'node:crypto';

/** The hash by which equal contents are known. Not for secrets; SHA-1 because every runtime has it in hardware. */
export function hashOf(data: Uint8Array | string): string {
  return createHash('sha1').update(data).digest('base64');
}

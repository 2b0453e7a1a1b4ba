/** So many bytes are enough to know a file's encoding by. */
const sample = 4096;

/** Of the bytes in one half of the pairs, so many must be one of `upperHalves` for the pairs to be UTF-16. */
const mostlyUpper = 0.9;

/** First bytes of the code units of Latin, Cyrillic, Hebrew, Arabic and of general punctuation. */
const upperHalves = new Set([0x00, 0x04, 0x05, 0x06, 0x20]);

/**
 * The name of an encoding that bytes are most likely in and that is never read, or undefined. Only for
 * telling people: whether bytes are UTF-8 is not decided here. `marked`: they begin with a byte order mark
 * of UTF-8 or UTF-16.
 */
export function guessForeign(bytes: Uint8Array, marked: boolean): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) return 'UTF-32';
  if (marked || bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const counts = [0, 0];
  let controls = 0;
  const length = Math.min(bytes.length, sample);
  for (let index = 0; index < length; index++) {
    const byte = bytes[index] ?? 0;
    if (upperHalves.has(byte)) counts[index % 2] = (counts[index % 2] ?? 0) + 1;
    if (byte < 0x09) controls++;
  }
  // Space is one of the upper halves; without control characters the bytes are words with spaces.
  if (controls < length / 8) return undefined;
  const [even = 0, odd = 0] = counts.map((count) => count / (length / 2));
  if (odd >= mostlyUpper && odd > even) return 'UTF-16 (little-endian) without a byte order mark';
  if (even >= mostlyUpper && even > odd) return 'UTF-16 (big-endian) without a byte order mark';
  return undefined;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

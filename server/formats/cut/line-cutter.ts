import { RecordCutter } from './record-cutter.ts';

const lineFeed = 10;

/** Cuts JSON Lines into lines. */
export class LineCutter extends RecordCutter {
  protected override scan(over: boolean): void {
    for (;;) {
      const found = this.bytes.indexOf(lineFeed, this.at);
      if (found < 0) break;
      this.cut(found + 1, !isBlank(this.bytes, found));
    }
    this.at = this.bytes.length;
    if (over) this.cut(this.at, !isBlank(this.bytes, this.at));
  }
}

/** Whether there is nothing before an offset that JSON would see. */
function isBlank(bytes: Uint8Array, end: number): boolean {
  for (let at = 0; at < end; at++) {
    const byte = bytes[at];
    if (byte !== 32 && byte !== 9 && byte !== 13) return false;
  }
  return true;
}

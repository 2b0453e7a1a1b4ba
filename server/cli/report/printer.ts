import type { Output } from '../output.ts';
import type { Frame, Totals } from './report.ts';

/** Prints a report entry by entry, so that no run is too long for it. */
export class Printer {
  readonly #out: Output;
  readonly #frame: Frame;
  #begun = false;
  #entries = 0;

  constructor(out: Output, frame: Frame) {
    this.#out = out;
    this.#frame = frame;
  }

  async print(entries: readonly string[]): Promise<void> {
    await this.#begin();
    for (const entry of entries)
      await this.#out.write((this.#entries++ > 0 ? this.#frame.between : '') + entry);
  }

  /** To be called once, after the last article. */
  async end(totals: Totals): Promise<void> {
    await this.#begin();
    await this.#out.write(this.#frame.end(totals));
  }

  async #begin(): Promise<void> {
    if (!this.#begun) await this.#out.write(this.#frame.begin);
    this.#begun = true;
  }
}

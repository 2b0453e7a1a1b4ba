import { once } from 'node:events';
import type { Style } from './report/report.ts';

/** Text is handed on in portions of this many UTF-16 units: few system calls, little memory. */
const portion = 32_768;

/** A stream of the process, written in portions and never faster than its reader takes them. */
export class Output {
  readonly #stream: NodeJS.WriteStream;
  readonly #told: ((data: string | Uint8Array) => void) | undefined;
  #waiting = '';
  #closed = false;
  #failure: Error | undefined;

  /** @param told Is told of everything that is handed on. */
  constructor(stream: NodeJS.WriteStream, told?: (data: string | Uint8Array) => void) {
    this.#stream = stream;
    this.#told = told;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#closed = true;
      // A reader that has seen enough, as in `copydesk check . | head`, is no fault of anybody.
      if (error.code !== 'EPIPE') this.#failure = error;
    });
  }

  /** Why what was written is lost, where it is. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Whether nobody reads any more, so that what is made only for printing need not be made. */
  get closed(): boolean {
    return this.#closed;
  }

  get isTerminal(): boolean {
    // The types promise a boolean, but on a pipe there is nothing, and a library asked to colour
    // with nothing decides for itself: on build servers it would.
    return (this.#stream as { isTTY?: boolean }).isTTY === true;
  }

  async write(text: string): Promise<void> {
    this.#waiting += text;
    if (this.#waiting.length >= portion) await this.flush();
  }

  /** Writes bytes as they are, after everything that was written before. */
  async writeBytes(bytes: Uint8Array): Promise<void> {
    await this.flush();
    await this.#hand(bytes);
  }

  /** Hands on what is still waiting. To be called before anything else is told, and at the end. */
  async flush(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    if (text !== '') await this.#hand(text);
  }

  async #hand(data: string | Uint8Array): Promise<void> {
    this.#told?.(data);
    if (this.#closed || this.#stream.write(data)) return;
    // A closed pipe never drains. Whoever loses the race must not go on listening.
    const over = new AbortController();
    const { signal } = over;
    await Promise.race([
      once(this.#stream, 'drain', { signal }),
      once(this.#stream, 'close', { signal }),
    ]).catch(() => undefined);
    over.abort();
  }
}

/** How an output is dressed: no colour where it is no terminal or the user wants none. */
export function styleOf({ isTerminal }: Pick<Output, 'isTerminal'>): Style {
  return { terminal: isTerminal, colour: isColourWanted(process.env) ?? isTerminal };
}

/**
 * What the user's environment says about colour, if it says anything. `FORCE_COLOR` goes before `NO_COLOR`, as in
 * Node.js itself: it is set for a single run, the other one once for all. Each counts only if it is not empty.
 */
function isColourWanted({ FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv): boolean | undefined {
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return (NO_COLOR ?? '') !== '' || TERM === 'dumb' ? false : undefined;
}

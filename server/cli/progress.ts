import type { Session } from './session.ts';
import { grouped } from './report/words.ts';

/** Runs that take less than this (ms) show nothing; then the line is drawn this often. */
const patience = 700;
const interval = 120;

const cells = 24;

/**
 * One line on the terminal that says how far a run is. Nothing is drawn where the output goes elsewhere, and
 * it is wiped before anything else is said.
 */
export class Progress {
  readonly #stream: NodeJS.WriteStream | undefined;
  readonly #started = performance.now();
  #drawn = 0;
  #done = 0;
  /** How many files there are to do, where that is known. */
  total: number | undefined;

  /** @param quiet Whether the report itself goes to the same terminal and shows how far the run is. */
  constructor(session: Session, quiet: boolean) {
    this.#stream =
      process.stderr.isTTY && !quiet && process.env['TERM'] !== 'dumb' ? process.stderr : undefined;
    session.beforeTelling = () => {
      this.clear();
    };
  }

  /** Whether anything is ever drawn. */
  get shown(): boolean {
    return this.#stream !== undefined;
  }

  done(): void {
    this.#done++;
    const now = performance.now();
    if (!this.#stream || now - this.#started < patience || now - this.#drawn < interval) return;
    this.#drawn = now;
    this.#stream.write(`\r\u001B[K${this.#line(now - this.#started)}`);
  }

  /** Wipes the line. */
  clear(): void {
    if (this.#drawn > 0) this.#stream?.write('\r\u001B[K');
    this.#drawn = 0;
  }

  #line(elapsed: number): string {
    const rate = this.#done / (elapsed / 1000);
    const speed = `${grouped(Math.round(rate))} files/s`;
    if (this.total === undefined) return `${grouped(this.#done)} files, ${speed}`;
    const total = Math.max(this.total, this.#done);
    const full = Math.round((cells * this.#done) / total);
    const left = Math.ceil((total - this.#done) / Math.max(rate, 1e-9));
    const bar = '█'.repeat(full) + '░'.repeat(cells - full);
    return `${bar} ${grouped(this.#done)} of ${grouped(total)} files, ${speed}, ${spoken(left)} left`;
  }
}

function spoken(seconds: number): string {
  if (seconds < 60) return `${String(seconds)} s`;
  return seconds < 3600
    ? `${String(Math.ceil(seconds / 60))} min`
    : `${String(Math.floor(seconds / 3600))} h ${String(Math.ceil((seconds % 3600) / 60))} min`;
}

import { setImmediate } from 'node:timers/promises';
import { Output, styleOf } from './output.ts';
import { Recording } from './recording.ts';
import { coloursOf } from './report/colours.ts';
import { visible } from './report/visible.ts';
import { sentenceOf } from './system-errors.ts';

/** What the process says when it ends. 2 wins over 1. */
export const exitCodes = { clean: 0, findings: 1, failed: 2 } as const;

/** One run of the program: where it prints, and what its exit code is to be. */
export class Session {
  /** What is noted of this run, where it may be answered from memory the next time. */
  readonly recording = Recording.of(process.argv.slice(2));
  readonly out = new Output(process.stdout, (data) => this.recording?.said(1, data));
  readonly err = new Output(process.stderr, (data) => this.recording?.said(2, data));
  /** Whether something was asked for and not done. */
  failed = false;
  /** Whether something was found that counts. */
  found = false;
  /** The signal that asked the run to end, at the next place where everything is whole. */
  stopped: 'SIGINT' | 'SIGTERM' | undefined;

  /** Called before anything is said, so that what is drawn in its place can make room. */
  beforeTelling: (() => void) | undefined;

  /** Says that something asked for could not be done. `about` is a file, a folder or an argument. */
  async fail(about: string, sentence: string): Promise<void> {
    this.failed = true;
    this.recording?.giveUp();
    await this.#tell(coloursOf(styleOf(this.err).colour).red('error'), about, sentence);
  }

  /** Says something that a person should know and that changes nothing. */
  async note(about: string, sentence: string): Promise<void> {
    await this.#tell(coloursOf(styleOf(this.err).colour).yellow('note'), about, sentence);
  }

  /**
   * Has the signals that end a process only ask for it, so that a file is never left while it is written.
   * `stopped` is to be looked at between two files.
   */
  stopBetweenFiles(): void {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        this.stopped = signal;
      });
    }
  }

  /** Hands on everything that was printed. To be called once, at the end. */
  async close(): Promise<void> {
    await this.out.flush();
    // An error of the last portion is told only after it.
    await setImmediate();
    const { failure } = this.out;
    if (failure) await this.fail('', `The output could not be written. ${sentenceOf(failure)}`);
    await this.err.flush();
    if (this.out.closed || this.err.closed || this.stopped) this.recording?.giveUp();
    this.recording?.save(this.exitCode);
  }

  get exitCode(): number {
    if (this.stopped) return this.stopped === 'SIGINT' ? 130 : 143;
    if (this.failed) return exitCodes.failed;
    return this.found ? exitCodes.findings : exitCodes.clean;
  }

  async #tell(kind: string, about: string, sentence: string): Promise<void> {
    this.beforeTelling?.();
    await this.out.flush();
    const subject = about === '' ? '' : `${visible(about)}: `;
    await this.err.write(`${kind}: ${subject}${visible(sentence)}\n`);
    await this.err.flush();
  }
}

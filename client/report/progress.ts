import type * as vscode from 'vscode';
import type { Overview, ProgressPoint } from './messages.ts';

const key = 'copydesk.progress';

/** So many days are remembered. */
const mostDays = 1_000;

/**
 * How far the corpus was day by day, in what the editor remembers of the workspace. A check that finds nothing else
 * than the one before on the same day is the same point.
 */
export class Progress {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  points(): readonly ProgressPoint[] {
    return this.#memory.get<readonly ProgressPoint[]>(key, []);
  }

  /** Notes how far it is on the day of a moment; the day’s last word counts. */
  async note({ articles, sound, problems }: Overview, now: Date): Promise<void> {
    const day = dayOf(now);
    const before = this.points().filter((point) => point.day !== day);
    const points = [...before, { day, articles, sound, problems }].slice(-mostDays);
    await this.#memory.update(key, points);
  }
}

function dayOf(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

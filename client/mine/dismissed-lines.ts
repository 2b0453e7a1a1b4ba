import type { Memento } from 'vscode';
import type { RepeatedLine } from '../../server/lsp/messages.ts';

const key = 'copydesk.dismissedLines';

/** The lines that belong to the articles, as somebody has said; remembered with the workspace, by their patterns. */
export class DismissedLines {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** The lines without those that were dismissed. */
  without(lines: readonly RepeatedLine[]): RepeatedLine[] {
    const dismissed = new Set(this.#names);
    return lines.filter((line) => !dismissed.has(nameOf(line)));
  }

  async add(lines: readonly RepeatedLine[]): Promise<void> {
    await this.#memory.update(key, [...new Set([...this.#names, ...lines.map(nameOf)])]);
  }

  async forget(): Promise<void> {
    await this.#memory.update(key, undefined);
  }

  get #names(): readonly string[] {
    return this.#memory.get<readonly string[]>(key, []);
  }
}

/** What is proposed alike next time, although the counts and so the place may have changed. */
function nameOf({ pattern: { line, begins, holds, expression } }: RepeatedLine): string {
  return JSON.stringify({ line, begins, holds, expression });
}

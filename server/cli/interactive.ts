import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { Kept, keptEntry, keptLine, keptMark } from '../core/engine/kept.ts';
import { decode, encode } from '../formats/decode.ts';
import { analyse, applyEdits, createMemory, LineIndex, messageOf, titleOf, type Finding } from '../index.ts';
import { keptFileFor } from './commands/baseline.ts';
import type { Journal } from './journal.ts';
import { keptOf } from './kept-file.ts';
import { styleOf } from './output.ts';
import { coloursOf } from './report/colours.ts';
import { excerptOf } from './report/excerpt.ts';
import { isolated, visible } from './report/visible.ts';
import { counted } from './report/words.ts';
import type { Session } from './session.ts';
import { placeOf } from './stale.ts';
import { sentenceOf } from './system-errors.ts';
import type { Mandate, Task } from './work/job.ts';
import { replaceContent, writable } from './write.ts';

/** So many lines with words on them are shown before and after the line that a finding is on. */
const context = 2;

/** What was answered: one of the fixes by its place, or what else there is to do. */
type Answer = number | 'skip' | 'keep' | 'rest' | 'quit';

/**
 * Asks a person about each finding, with the lines around it and all fixes there are. An article is written
 * when all of it was answered, or when the person has had enough.
 */
export class Interaction {
  readonly #session: Session;
  readonly #journal: Journal;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;
  /** Whether the person has had enough, or there is nobody to answer. */
  over = false;
  fixed = 0;
  changed = 0;

  constructor(session: Session, journal: Journal) {
    this.#session = session;
    this.#journal = journal;
    this.#reader = createInterface({ input: process.stdin });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  close(): void {
    this.#reader.close();
  }

  /** Asks about one article. @returns How many findings are left. */
  async article(task: Task, mandate: Mandate): Promise<number> {
    const { path } = task;
    if (path === undefined) return 0;
    const before = readFileSync(path);
    const decoded = decode(before);
    const memory = createMemory();
    const kept = mandate.kept ? keptOf(mandate.kept) : new Kept([]);
    const passed = new Set<string>();
    let { text } = decoded;
    const open = (): Finding[] =>
      kept
        .part(text, analyse(text, mandate.settings, memory).findings)
        .open.filter((finding) => !passed.has(keptMark(text, finding)));
    let leaving = false;
    for (let next = open()[0]; next && !leaving && !this.over; next = open()[0]) {
      const answer = await this.#ask(task.name, text, next);
      const fix = typeof answer === 'number' ? next.fixes[answer] : undefined;
      if (fix) {
        text = applyEdits(text, fix.edits);
        this.fixed++;
      } else passed.add(keptMark(text, next));
      if (answer === 'keep') await this.#keep(path, text, next);
      leaving = answer === 'rest';
      this.over ||= answer === 'quit';
    }
    if (text !== decoded.text) this.#write(path, before, encode({ ...decoded, text }));
    return analyse(text, mandate.settings, memory).findings.length;
  }

  #write(path: string, before: Uint8Array, after: Uint8Array): void {
    writable(path);
    this.#journal.note(path, before, after);
    replaceContent(path, before, after);
    this.changed++;
  }

  async #keep(path: string, text: string, finding: Finding): Promise<void> {
    const file = keptFileFor(path);
    try {
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, keptLine(keptEntry(text, finding, { file: placeOf(file, path) })));
    } catch (error) {
      await this.#session.fail(file, `The exception could not be written. ${sentenceOf(error)}`);
    }
  }

  async #ask(name: string, text: string, finding: Finding): Promise<Answer> {
    const { out } = this.#session;
    await out.write(this.#shown(name, text, finding));
    for (;;) {
      const { length } = finding.fixes;
      const choices = length === 0 ? '' : length === 1 ? '1 fix, ' : `1–${String(length)} fix, `;
      await out.write(`${choices}s skip, k keep as it is, n next article, q quit: `);
      await out.flush();
      const line = await this.#lines.next();
      if (line.done === true) return 'quit';
      const word = line.value.trim().toLowerCase();
      const number = Number(word);
      if (Number.isInteger(number) && number >= 1 && number <= length) return number - 1;
      const answer = ({ s: 'skip', '': 'skip', k: 'keep', n: 'rest', q: 'quit' } as const)[word];
      if (answer) return answer;
      await out.write('That is none of the answers. Type one of these and press Enter: ');
    }
  }

  #shown(name: string, text: string, finding: Finding): string {
    const { terminal, colour } = styleOf(this.#session.out);
    const colours = coloursOf(colour);
    const index = new LineIndex(text);
    const place = index.placeAt(finding.start);
    const quiet = (line: string): string => `    ${colours.dim(isolated(visible(line), terminal))}\n`;
    const lines = text
      .slice(0, index.lineStart(place.line))
      .split(/\r\n|\r|\n/)
      .filter(hasWords)
      .slice(-context);
    const after = text
      .slice(index.lineStart(index.placeAt(finding.end).line + 1))
      .split(/\r\n|\r|\n/, 40)
      .filter(hasWords)
      .slice(0, context);
    const fixes = finding.fixes.map(
      (fix, number) =>
        `  ${colours.bold(String(number + 1))}  ${isolated(visible(titleOf(finding, fix)), terminal)}  ${colours.dim(fix.safety)}\n`,
    );
    return [
      `\n${colours.underline(visible(name))}  ${String(place.line + 1)}:${String(place.character + 1)}  ${colours.dim(finding.rule)}\n`,
      ...lines.map((line) => quiet(shortened(line))),
      `    ${excerptOf(text, finding, index, { terminal, mark: colours.inverse })}\n`,
      ...after.map((line) => quiet(shortened(line))),
      `  ${visible(messageOf(finding))}\n`,
      ...fixes,
    ].join('');
  }

  /** What it came to. */
  get summary(): string {
    return `\nFixed ${counted(this.fixed, 'problem')} in ${counted(this.changed, 'article')}.`;
  }
}

function hasWords(line: string): boolean {
  return line.trim() !== '';
}

function shortened(line: string): string {
  return line.length > 100 ? `${line.slice(0, 100).toWellFormed()}…` : line;
}

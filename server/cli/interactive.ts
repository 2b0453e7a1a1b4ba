import { createInterface, type Interface } from 'node:readline';
import { Kept, keptEntry, keptLine, keptMark } from '../core/engine/kept.ts';
import { appendKept } from '../formats/corpus-node.ts';
import { compressionOf } from '../formats/format-name.ts';
import { createMemory, LineIndex, messageOf, titleOf, type Finding } from '../index.ts';
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
import type { ArticleView } from './work/article-view.ts';
import type { Mandate, Sum, Task } from './work/job.ts';
import { look, sumOf, type Seen } from './work/judge.ts';
import { OpenFile, type OpenArticle } from './work/open-file.ts';
import { writable } from './beside-file.ts';
import { replaceContent } from './write.ts';

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

  /** Asks about the articles of one file, and writes it. @returns What is left in each of them. */
  async file(task: Task, mandate: Mandate, compressed: boolean): Promise<Sum[]> {
    const { path } = task;
    if (path === undefined) return [];
    if (compressionOf(path) !== undefined && !compressed)
      throw new Error('It is compressed. Add --compressed to have it fixed and compressed again.');
    const file = new OpenFile(path, mandate);
    const left: Sum[] = [];
    for (const article of file.articles()) left.push(await this.#article(task.name, path, article));
    if (file.changed) {
      writable(path);
      const after = file.bytes();
      this.#journal.note(path, file.before, after);
      replaceContent(path, file.before, after);
    }
    return left;
  }

  async #article(name: string, path: string, article: OpenArticle): Promise<Sum> {
    const memory = createMemory();
    const { mandate } = article;
    const kept = mandate.kept ? keptOf(mandate.kept) : new Kept([]);
    const passed = new Set<string>();
    const keptNow = new Set<string>();
    const seen = (): Seen => look({ ...mandate, kept: undefined }, article.view, memory);
    const markOf = (finding: Finding): string => keptMark(article.view.text, finding);
    const standing = ({ findings }: Seen): Finding[] =>
      kept.part(article.view.text, findings).open.filter((finding) => !keptNow.has(markOf(finding)));
    const open = (): Finding[] => standing(seen()).filter((finding) => !passed.has(markOf(finding)));
    let leaving = false;
    let changed = false;
    for (let next = open()[0]; next && !leaving && !this.over; next = open()[0]) {
      const { text } = article.view;
      const answer = await this.#ask(name, article.view, next);
      const fix = typeof answer === 'number' ? next.fixes[answer] : undefined;
      if (fix && article.edit(fix.edits)) {
        this.fixed++;
        changed = true;
      } else {
        if (fix) await this.#session.out.write('The file can’t hold this fix, so it was not made.\n');
        passed.add(keptMark(text, next));
      }
      if (answer === 'keep' && (await this.#keep(path, text, next))) keptNow.add(keptMark(text, next));
      leaving = answer === 'rest';
      this.over ||= answer === 'quit';
    }
    if (changed) this.changed++;
    const last = seen();
    return sumOf({ ...last, findings: standing(last) }, article.view);
  }

  /** @returns Whether the exception is written. */
  async #keep(path: string, text: string, finding: Finding): Promise<boolean> {
    const file = keptFileFor(path);
    try {
      await appendKept(file, keptLine(keptEntry(text, finding, { file: placeOf(file, path) })));
      return true;
    } catch (error) {
      await this.#session.fail(file, `The exception could not be written. ${sentenceOf(error)}`);
      return false;
    }
  }

  async #ask(name: string, view: ArticleView, finding: Finding): Promise<Answer> {
    const { out } = this.#session;
    await out.write(this.#shown(name, view, finding));
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

  #shown(name: string, { text, record, placeAt }: ArticleView, finding: Finding): string {
    const { terminal, colour } = styleOf(this.#session.out);
    const colours = coloursOf(colour);
    const index = new LineIndex(text);
    const place = placeAt(finding.start);
    const which = record === undefined ? '' : `, record ${String(record)}`;
    const quiet = (line: string): string => `    ${colours.dim(isolated(visible(line), terminal))}\n`;
    const lines = text
      .slice(0, index.lineStart(index.placeAt(finding.start).line))
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
      `\n${colours.underline(visible(name + which))}  ${String(place.line + 1)}:${String(place.character + 1)}  ${colours.dim(finding.rule)}\n`,
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

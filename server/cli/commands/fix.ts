import { existsSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Command } from 'commander';
import { decode } from '../../formats/decode.ts';
import { merged, Repository } from '../git.ts';
import { Journal } from '../journal.ts';
import { styleOf, type Output } from '../output.ts';
import { frameOf } from '../report/formats.ts';
import { Printer } from '../report/printer.ts';
import { visible } from '../report/visible.ts';
import { counted, counts, Tally } from '../report/words.ts';
import type { Session } from '../session.ts';
import { StreamedFixes } from '../streamed-fix.ts';
import { sentenceOf } from '../system-errors.ts';
import type { Job, Task, Told } from '../work/job.ts';
import { Run, type Result } from '../work/run.ts';
import { writable } from '../beside-file.ts';
import { replaceContent } from '../write.ts';
import { interactively } from './fix-interactively.ts';
import {
  failOnOption,
  formatOption,
  encodingOption,
  languageOption,
  noCacheOption,
  paths,
  noIgnoreOption,
  onlyArticlesOption,
  pathsOf,
  stagedOption,
  ruleOption,
  runOptionsOf,
  stdinPathOption,
  strictOption,
  threadsOption,
  type ReadingOptions,
} from './options.ts';

const examples = `
Examples:
  copydesk fix corpus                       make the fixes that are certain
  copydesk fix --diff corpus                show what would change, write nothing
  copydesk fix --review article.txt         the likely fixes too; look them over afterwards
  copydesk fix --rule residue/importer-marker corpus
  copydesk fix --interactive corpus         decide about each finding
  copydesk fix --staged                     in a hook: what is staged, staged again
  scraper | copydesk fix - > article.txt

Exit code: 0 nothing is left, or hints only (see --fail-on); 1 something is left, or --diff shows changes;
2 something could not be done.`;

interface FixOptions extends ReadingOptions {
  readonly review?: boolean;
  readonly diff?: boolean;
  readonly interactive?: boolean;
  readonly compressed?: boolean;
}

/** `copydesk fix`: makes the fixes that need nobody to choose. */
export function addFix(program: Command, session: Session): void {
  const command = program
    .command('fix')
    .summary('make the fixes that are certain')
    .description(
      'Makes the fixes that are certain, and tells what is left. Each file is replaced whole or not at all.',
    )
    .argument(...paths)
    .option('--review', 'make the likely fixes too')
    .option('--interactive', 'ask about each finding, with the lines around it')
    .option('--diff', 'print what would change as a unified diff and write nothing')
    .option('--compressed', 'write files that are compressed, too, compressed again')
    .addOption(formatOption())
    .addOption(languageOption())
    .addOption(encodingOption())
    .addOption(ruleOption())
    .addOption(failOnOption())
    .addOption(stdinPathOption())
    .addOption(strictOption())
    .addOption(threadsOption())
    .addOption(stagedOption())
    .addOption(onlyArticlesOption())
    .addOption(noIgnoreOption())
    .addOption(noCacheOption())
    .addHelpText('after', examples);
  command.action(async (given: string[], options: FixOptions) => {
    const files = pathsOf(given, options, command);
    if (options.diff && options.format) command.error('error: --diff prints a diff, so leave --format out.');
    if (files.includes('-') && !options.diff) {
      if (files.length > 1)
        command.error('error: The fixed text of “-” is the output, so it can’t be mixed with files.');
      if (options.format) command.error('error: The fixed text of “-” is the output, so leave --format out.');
    }
    if (options.interactive) {
      if (options.diff || options.staged || options.format || files.includes('-'))
        command.error('error: --interactive asks you, so leave --diff, --staged, --format and “-” out.');
      await interactively(files, options, session);
      return;
    }
    await new FixRun(options, files.includes('-'), session).run(files);
  });
}

class FixRun {
  readonly #options: FixOptions;
  readonly #session: Session;
  readonly #run: Run;
  readonly #printer: Printer;
  readonly #output: Output;
  readonly #journal = new Journal(new Date());
  readonly #streams: StreamedFixes;
  #repository: Repository | undefined;
  readonly #left = new Tally();
  #fixed = 0;
  #changed = 0;
  #faulty = 0;

  constructor(options: FixOptions, input: boolean, session: Session) {
    this.#options = options;
    this.#session = session;
    this.#streams = new StreamedFixes(this.#journal, options.compressed === true);
    const { diff = false } = options;
    const format = input || diff ? 'text' : (options.format ?? 'text');
    // The diff, or the fixed text of standard input, has the output for itself.
    this.#output = input || diff ? session.err : session.out;
    this.#printer = new Printer(diff ? session.out : this.#output, frameOf(format));
    const job: Job = {
      command: 'fix',
      format,
      style: styleOf(diff ? session.out : this.#output),
      safeties: options.review ? ['safe', 'review'] : ['safe'],
      diff,
      ...(options.compressed === true && { compressed: true }),
    };
    this.#run = new Run(job, runOptionsOf(options), session);
  }

  async run(files: readonly string[]): Promise<void> {
    const session = this.#session;
    session.stopBetweenFiles();
    for await (const result of this.#run.results(files)) {
      const told = await this.#put(result);
      if (told) {
        for (const sum of told.sums) this.#left.add(result.task.name, sum);
        if (told.sums.some((sum) => counts(sum, this.#options.failOn))) session.found = true;
        await this.#printer.print(told.pieces);
      }
      // Signals arrive only when the loop lets them.
      await setImmediate();
      if (session.stopped) break;
    }
    this.#streams.close();
    this.#journal.close();
    await this.#printer.end(this.#left);
    if (this.#faulty > 0) {
      await session.fail(
        '',
        `${counted(this.#faulty, 'article')} left as before, because the configuration has mistakes.`,
      );
    }
    if ((this.#options.format ?? 'text') === 'text') await this.#output.write(this.#summary());
  }

  /** Puts what was fixed where it belongs. Gives what is to be told of the article that then stands there. */
  async #put(result: Result): Promise<Told | undefined> {
    const { task, told, mandate } = result;
    if (mandate.faulty) this.#faulty += told.sums.length;
    if (this.#options.diff) {
      if (told.changed > 0) this.#session.found = true;
    } else if (task.staged) return this.#stage(result, task.staged);
    else if (task.part && task.path !== undefined) return this.#putPart(result, task.path);
    else if (task.path === undefined)
      await this.#handOn(told.change?.after ?? task.bytes ?? Buffer.alloc(0), result.mandate.encoding);
    else if (told.change) {
      const { before, after } = told.change;
      try {
        writable(task.path);
        this.#journal.note(task.path, before, after);
        replaceContent(task.path, before, after);
      } catch (error) {
        await this.#session.fail(
          task.name,
          `It could not be written and was left as it was. ${sentenceOf(error)}`,
        );
        return this.#run.asItWas(task);
      }
    }
    this.#changed += told.changed;
    this.#fixed += told.fixed;
    return told;
  }

  /** Writes what becomes of a part of a file beside it; with the last part it takes the file's place. */
  async #putPart({ task, told }: Result, path: string): Promise<Told | undefined> {
    try {
      const done = await this.#streams.put(path, task, told);
      this.#fixed += done.fixed;
      this.#changed += done.changed;
    } catch (error) {
      const why = `It could not be written and was left as it was, whatever is told of it above. ${sentenceOf(error)}`;
      await this.#session.fail(task.name, why);
    }
    return this.#streams.hasFailed(path) ? this.#run.asItWas(task) : told;
  }

  /** Puts a fixed content into git's index, and its fixes into the working file, whose own changes stay. */
  async #stage({ task, told }: Result, place: NonNullable<Task['staged']>): Promise<Told | undefined> {
    if (!told.change || task.path === undefined) return told;
    const { before, after } = told.change;
    try {
      this.#repository ??= new Repository();
      this.#repository.stage(place, after);
    } catch (error) {
      const why = `It could not be staged and was left as it was. ${sentenceOf(error)}`;
      await this.#session.fail(task.name, why);
      return this.#run.asItWas(task);
    }
    try {
      const work = existsSync(task.path) ? readFileSync(task.path) : undefined;
      const result = work && merged(work, before, after);
      if (work && result && !work.equals(result)) {
        writable(task.path);
        this.#journal.note(task.path, work, result);
        replaceContent(task.path, work, result);
      }
      if (work && !result) {
        const why =
          'The fixes are staged. The working file has other changes in the same lines and was left as it is.';
        await this.#session.note(task.name, why);
      }
    } catch (error) {
      const why = `The fixes are staged, but the working file could not be written. ${sentenceOf(error)}`;
      await this.#session.fail(task.name, why);
    }
    this.#changed += told.changed;
    this.#fixed += told.fixed;
    return told;
  }

  /** Prints the fixed text of standard input, as it is unless a terminal would read commands in it. */
  async #handOn(bytes: Uint8Array, encoding: string | undefined): Promise<void> {
    const { out } = this.#session;
    if (!out.isTerminal) await out.writeBytes(bytes);
    else await out.write(decode(bytes, encoding).text.split('\n').map(visible).join('\n'));
  }

  #summary(): string {
    const left = this.#left;
    if (left.articles === 0) return '';
    const done = `${counted(this.#fixed, 'problem')} in ${counted(this.#changed, 'article')}`;
    if (this.#options.diff) {
      return this.#changed > 0 ? `Would fix ${done}. Nothing was written.\n` : 'Nothing would change.\n';
    }
    if (this.#changed === 0 && left.findings === 0) return left.cleanSentence;
    const rest = left.findings > 0 ? `Left: ${left.whatStands}.` : 'Nothing is left.';
    if (this.#changed > 0) return `Fixed ${done}. ${rest}\n`;
    return this.#session.failed
      ? `Nothing was fixed. ${rest}\n`
      : `Nothing could be fixed without you. ${rest}\n`;
  }
}

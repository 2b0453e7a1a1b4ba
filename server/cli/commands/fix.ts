import { setImmediate } from 'node:timers/promises';
import type { Command } from 'commander';
import { analyse, fix, type FixResult, type Safety } from '../../index.ts';
import { readArticles, type ReadArticle } from '../articles.ts';
import { encode } from '../../formats/decode.ts';
import { counts, guarded, judged } from '../judge.ts';
import { printDiff } from '../report/diff-print.ts';
import { textReport } from '../report/text.ts';
import { visible } from '../report/visible.ts';
import { counted, Tally } from '../report/words.ts';
import type { Session } from '../session.ts';
import { sentenceOf } from '../system-errors.ts';
import { replaceContent } from '../write.ts';
import { findingsReport } from './check.ts';
import {
  overridesOf,
  formatOption,
  languageOption,
  paths,
  ruleOption,
  stdinPathOption,
  type ReadingOptions,
} from './options.ts';

const examples = `
Examples:
  copydesk fix corpus                       make the fixes that are certain
  copydesk fix --diff corpus                show what would change, write nothing
  copydesk fix --review article.txt         the likely fixes too; look them over afterwards
  copydesk fix --rule residue/importer-marker corpus
  scraper | copydesk fix - > article.txt

Exit code: 0 nothing is left, or hints only; 1 something is left, or --diff shows changes;
2 something could not be done.`;

interface FixOptions extends ReadingOptions {
  readonly review?: boolean;
  readonly diff?: boolean;
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
    .option('--diff', 'print what would change as a unified diff and write nothing')
    .addOption(formatOption())
    .addOption(languageOption())
    .addOption(ruleOption())
    .addOption(stdinPathOption())
    .addHelpText('after', examples);
  command.action(async (files: string[], options: FixOptions) => {
    if (options.diff && options.format) command.error('error: --diff prints a diff, so leave --format out.');
    if (files.includes('-') && !options.diff) {
      if (files.length > 1)
        command.error('error: The fixed text of “-” is the output, so it can’t be mixed with files.');
      if (options.format) command.error('error: The fixed text of “-” is the output, so leave --format out.');
    }
    await new FixRun(options, session).run(files);
  });
}

class FixRun {
  readonly #options: FixOptions;
  readonly #session: Session;
  readonly #safeties: readonly Safety[];
  readonly #left = new Tally();
  #fixed = 0;
  #changed = 0;
  #faulty = 0;

  constructor(options: FixOptions, session: Session) {
    this.#options = options;
    this.#session = session;
    this.#safeties = options.review ? ['safe', 'review'] : ['safe'];
  }

  async run(files: readonly string[]): Promise<void> {
    const session = this.#session;
    const { diff, format } = this.#options;
    const input = files.includes('-');
    const output = input || diff ? session.err : session.out;
    const report = output === session.err ? textReport(output) : findingsReport(format, session);
    session.stopBetweenFiles();
    await output.write(report.begin);
    for await (const read of readArticles(files, overridesOf(this.#options), session)) {
      const result = await this.#fix(read);
      if (!result) continue;
      this.#left.add(result.findings);
      if (result.findings.some(counts)) session.found = true;
      if (!diff)
        for (const piece of report.article(judged(read.name, result.text, result.findings)))
          await output.write(piece);
      // Signals arrive only when the loop lets them.
      await setImmediate();
      if (session.stopped) break;
    }
    await output.write(report.end);
    if (this.#faulty > 0) {
      await session.fail(
        '',
        `${counted(this.#faulty, 'article')} left as before, because the configuration has mistakes.`,
      );
    }
    if ((format ?? 'text') === 'text') await output.write(this.#summary());
  }

  /** Fixes one article and puts the result where it belongs. Gives what then stands there. */
  async #fix(read: ReadArticle): Promise<Pick<FixResult, 'text' | 'findings'> | undefined> {
    const { text } = read.decoded;
    const { settings, faulty } = read.judgement;
    const asItWas = () =>
      guarded(this.#session, read.name, () => ({ text, findings: analyse(text, settings).findings }));
    if (faulty) {
      // The author of the configuration meant other settings than these, so nothing is changed by them.
      this.#faulty++;
      return asItWas();
    }
    const result = await guarded(this.#session, read.name, () =>
      fix(text, settings, { safeties: this.#safeties }),
    );
    if (!result) return undefined;
    if (!(await this.#put(read, result))) return asItWas();
    if (result.text === text) return result;
    this.#changed++;
    for (const count of result.fixed.values()) this.#fixed += count;
    return this.#options.diff ? asItWas() : result;
  }

  async #put(read: ReadArticle, result: FixResult): Promise<boolean> {
    const { out } = this.#session;
    const changed = result.text !== read.decoded.text;
    if (this.#options.diff) {
      if (changed) this.#session.found = true;
      if (changed) await printDiff(read, result.edits, this.#session);
      return true;
    }
    const bytes = changed ? encode({ ...read.decoded, text: result.text }) : read.bytes;
    if (read.path === undefined) {
      if (out.isTerminal) await out.write(result.text.split('\n').map(visible).join('\n'));
      else await out.writeBytes(bytes);
      return true;
    }
    try {
      if (changed) replaceContent(read.path, read.bytes, bytes);
      return true;
    } catch (error) {
      await this.#session.fail(
        read.name,
        `It could not be written and was left as it was. ${sentenceOf(error)}`,
      );
      return false;
    }
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

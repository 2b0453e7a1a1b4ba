import { InvalidArgumentError, Option, type Command } from 'commander';
import { severities } from '../../core/engine/rule.ts';
import { resolveSettings, ruleIds, type RuleId, type Severity } from '../../index.ts';
import { formats, type Format } from '../report/report.ts';
import { encodingNames, encodingOf } from '../../core/text/encoding-name.ts';
import { nearest } from '../report/nearest.ts';
import type { RunOptions } from '../work/run.ts';

/** What every command that reads articles can be told. */
export interface ReadingOptions {
  readonly format?: Format;
  readonly language?: string;
  readonly encoding?: string;
  readonly rule?: readonly RuleId[];
  readonly stdinPath?: string;
  readonly cache: boolean;
  readonly ignore?: boolean;
  readonly staged?: boolean;
  readonly since?: string;
  readonly failOn?: Severity;
  readonly onlyArticles?: boolean;
  readonly strict?: boolean;
  readonly threads?: number;
}

export const paths = ['[paths...]', 'files, folders or globs; - reads standard input'] as const;

/**
 * The paths of a command: those that were given, or everything here where git says what counts.
 * Ends the program with a message where there are none.
 */
export function pathsOf(
  given: readonly string[],
  options: ReadingOptions,
  command: Command,
): readonly string[] {
  const fromGit = options.staged === true || options.since !== undefined;
  if (given.length === 0 && !fromGit) command.error("error: missing required argument 'paths'");
  if (fromGit && given.includes('-'))
    command.error('error: Standard input is in no repository, so leave “-” out.');
  if (options.staged === true && options.since !== undefined)
    command.error('error: --staged and --since say different things. Choose one.');
  return given.length === 0 ? ['.'] : given;
}

export function formatOption(choices: readonly Format[] = formats): Option {
  const others = choices.length > 3 ? '; the others for build servers, code hosts and reviewers' : '';
  return new Option('--format <format>', `text for people, json or jsonl for programs${others}`).choices(
    choices,
  );
}

export function languageOption(): Option {
  return new Option(
    '--language <tag>',
    'language of the articles, such as ar; found for each article if left out',
  ).argParser((tag) => {
    const [problem] = resolveSettings({ language: tag }).problems;
    if (problem) throw new InvalidArgumentError(problem.message);
    return tag;
  });
}

export function encodingOption(): Option {
  return new Option(
    '--encoding <name>',
    'encoding of files without a byte order mark, such as windows-1256; UTF-8 if left out',
  ).argParser((name) => {
    const encoding = encodingOf(name);
    if (encoding !== undefined) return encoding;
    const near = nearest(name.toLowerCase(), encodingNames);
    const hint =
      near === undefined ? `Copydesk knows ${encodingNames.join(', ')}.` : `Did you mean “${near}”?`;
    throw new InvalidArgumentError(`There is no encoding “${name}”. ${hint}`);
  });
}

export function ruleOption(): Option {
  return new Option(
    '--rule <id>',
    'only this rule, even if the configuration turns it off; may be repeated',
  ).argParser((id, before: readonly RuleId[] | undefined) => [...(before ?? []), ruleIdOf(id)]);
}

export function stdinPathOption(): Option {
  return new Option(
    '--stdin-path <path>',
    'the file that standard input counts as, for messages and configuration',
  );
}

/** The rule that was written; its family may be left out where that leaves no doubt. */
export function ruleIdOf(id: string): RuleId {
  const known = ruleIds.filter((candidate) => candidate === id || candidate.endsWith(`/${id}`));
  if (known[0] && known.length === 1) return known[0];
  const near = nearest(id, ruleIds);
  const hint = near === undefined ? '“copydesk rules” lists them all.' : `Did you mean “${near}”?`;
  throw new InvalidArgumentError(`There is no rule “${id}”. ${hint}`);
}

export function noIgnoreOption(): Option {
  return new Option('--no-ignore', 'read what .gitignore and .copydeskignore leave out, too');
}

export function onlyArticlesOption(): Option {
  return new Option(
    '--only-articles',
    'leave named files alone that are no articles or are excluded, for hooks',
  );
}

export function stagedOption(): Option {
  return new Option('--staged', 'the articles that are staged in git, as they are staged');
}

export function sinceOption(): Option {
  return new Option(
    '--since <revision>',
    'only lines that changed since then, for a pull request on an old corpus',
  );
}

export function failOnOption(): Option {
  return new Option('--fail-on <severity>', 'the least grave finding that makes the exit code 1')
    .choices(severities)
    .default('information');
}

export function noCacheOption(): Option {
  return new Option('--no-cache', 'judge every article anew, whatever earlier runs came to');
}

export function strictOption(): Option {
  return new Option('--strict', 'stop at the first record that can’t be read, instead of passing it by');
}

export function threadsOption(): Option {
  return new Option(
    '--threads <number>',
    'how many threads judge; without it one a core, and two for files that are read in parts, in less than 300 MB',
  ).argParser((text) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1 || number > 64)
      throw new InvalidArgumentError('Write a whole number from 1 to 64.');
    return number;
  });
}

/** The options in the shape in which articles are read. */
export function runOptionsOf(options: ReadingOptions): RunOptions {
  const { language, encoding, rule, stdinPath, cache, ignore, staged, since, onlyArticles, strict, threads } =
    options;
  return {
    cache,
    ...(ignore !== undefined && { ignore }),
    ...(onlyArticles !== undefined && { onlyArticles }),
    ...(strict !== undefined && { strict }),
    ...(threads !== undefined && { threads }),
    ...(staged === true && { from: 'index' as const }),
    ...(since !== undefined && { from: { since } }),
    ...(language !== undefined && { language }),
    ...(encoding !== undefined && { encoding }),
    ...(rule !== undefined && { rules: rule }),
    ...(stdinPath !== undefined && { stdinPath }),
  };
}

import { Option, type Command } from 'commander';
import { widthOf } from '../report/width.ts';
import { jsonOf, visible } from '../report/visible.ts';
import { counted, grouped, Tally } from '../report/words.ts';
import type { Session } from '../session.ts';
import type { Job } from '../work/job.ts';
import { Run } from '../work/run.ts';
import {
  encodingOption,
  languageOption,
  noCacheOption,
  noIgnoreOption,
  paths,
  pathsOf,
  ruleOption,
  runOptionsOf,
  type ReadingOptions,
} from './options.ts';

const examples = `
Examples:
  copydesk stats corpus                    how much is wrong, and where
  copydesk stats --format json corpus      the same for programs

Exit code: 0 done; 2 something could not be done.`;

type StatsOptions = Omit<ReadingOptions, 'format'> & { readonly format?: 'text' | 'json' };

/** `copydesk stats`: how much is wrong with a corpus, and where. */
export function addStats(program: Command, session: Session): void {
  program
    .command('stats')
    .summary('count what is wrong, and where')
    .description('Counts what is wrong by rule, language and folder, and names the articles with the most.')
    .argument(...paths)
    .addOption(
      new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']),
    )
    .addOption(languageOption())
    .addOption(encodingOption())
    .addOption(ruleOption())
    .addOption(noIgnoreOption())
    .addOption(noCacheOption())
    .addHelpText('after', examples)
    .action(async (files: string[], { format, ...options }: StatsOptions, command: Command) => {
      const style = { terminal: false, colour: false };
      // Nothing is told of single articles, so that nothing need be made or remembered of them.
      const job: Job = { command: 'check', format: 'none', style, safeties: [], diff: false };
      const tally = new Tally();
      for await (const { task, told } of new Run(job, runOptionsOf(options), session).results(
        pathsOf(files, options, command),
      ))
        for (const sum of told.sums) tally.add(task.name, sum);
      await session.out.write(format === 'json' ? `${jsonOf(objectOf(tally))}\n` : textOf(tally));
    });
}

function objectOf(tally: Tally): unknown {
  return {
    articles: tally.articles,
    articlesWithFindings: tally.articlesWithFindings,
    findings: tally.findings,
    fixable: tally.fixable,
    rules: Object.fromEntries(tally.byRule),
    languages: Object.fromEntries(tally.byLanguage),
    folders: Object.fromEntries(tally.byFolder),
    worst: tally.worst.map(([file, findings]) => ({ file, findings })),
  };
}

function textOf(tally: Tally): string {
  if (tally.articles === 0) return '';
  if (tally.findings === 0) return tally.cleanSentence;
  const { safe, review, choice } = tally.fixable;
  const none = tally.findings - safe - review - choice;
  return [
    `${tally.whatStands}.\n`,
    `${grouped(safe)} with a safe fix, ${grouped(review)} with one to review, ${grouped(choice)} to choose for, ${grouped(none)} without a fix.\n`,
    table('Rule', tally.byRule),
    table('Language', tally.byLanguage),
    table('Folder', tally.byFolder),
    table('Articles with the most', tally.worst.slice(0, 10)),
  ].join('\n');
}

const mostRows = 20;

function table(title: string, counts: readonly (readonly [string, number])[]): string {
  const all = counts.filter(([, count]) => count > 0);
  const rows = all.slice(0, mostRows);
  const most = Math.max(1, ...rows.map(([, count]) => count));
  const width = Math.max(title.length, ...rows.map(([name]) => widthOf(name)));
  const lines = rows.map(([name, count]) => {
    const bar = '█'.repeat(Math.max(1, Math.round((30 * count) / most)));
    return `${visible(name)}${' '.repeat(width - widthOf(name))}  ${grouped(count).padStart(9)}  ${bar}\n`;
  });
  const rest = all.length > mostRows ? `… and ${counted(all.length - mostRows, 'other')}\n` : '';
  return `${title.padEnd(width)}  ${'problems'.padStart(9)}\n${lines.join('')}${rest}`;
}
